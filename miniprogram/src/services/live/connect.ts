import { io } from 'socket.io-client'
import { origin } from '../origin'
import type { Pushed } from '../live'
import { transports } from './transport'

interface Connection {
  token: string
  onPush: (pushed: Pushed) => void
  /** The line was lost and is back, or the server says that something was missed. */
  onReturn: () => void
}

export function connect({ token, onPush, onReturn }: Connection): () => void {
  const socket = io(origin(), { path: '/socket.io', transports, auth: { token }, reconnectionDelayMax: 15_000 })
  let wasConnected = false
  socket.on('connect', () => {
    if (wasConnected) onReturn()
    wasConnected = true
  })
  socket.on('event', onPush)
  socket.on('refetch', onReturn)
  return () => socket.disconnect()
}

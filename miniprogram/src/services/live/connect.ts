import { io } from 'socket.io-client'
import { origin } from '../origin'
import type { Pushed } from '../live'
import { useNetwork } from '../network'
import { transports } from './transport'

const AGAIN_MS = 3_000

interface Connection {
  token: string
  onPush: (pushed: Pushed) => void
  /** The line was lost and is back, or the server says that something was missed. */
  onReturn: () => void
}

export function connect({ token, onPush, onReturn }: Connection): () => void {
  const socket = io(origin(), { path: '/socket.io', transports, auth: { token }, reconnectionDelayMax: 15_000 })
  let wasConnected = false
  let isDropped = false
  let again: ReturnType<typeof setTimeout> | undefined
  socket.on('connect', () => {
    // Requests may have called the network gone while only the server was.
    useNetwork.setState({ isOnline: true })
    if (wasConnected) onReturn()
    wasConnected = true
  })
  // Another page of this account took the place: two would take turns for ever.
  socket.on('dropped', () => { isDropped = true })
  // A line the server has closed, as when it restarts, the library leaves closed.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect' && !isDropped) again = setTimeout(() => socket.connect(), AGAIN_MS)
  })
  socket.on('event', onPush)
  socket.on('refetch', onReturn)
  return () => {
    clearTimeout(again)
    socket.disconnect()
  }
}

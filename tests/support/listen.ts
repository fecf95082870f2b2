import { io, type Socket } from 'socket.io-client'
import type { PushedEvent } from '@xiangli/shared/catalog/events'

export interface Listener {
  heard: PushedEvent[]
  socket: Socket
}

/** Listens as a client does; resolves once connected. */
export const listen = async (url: string, token: string): Promise<Listener> => {
  const socket = io(url, { auth: { token }, transports: ['websocket'], reconnection: false })
  const heard: PushedEvent[] = []
  socket.on('event', (event: PushedEvent) => heard.push(event))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  return { heard, socket }
}

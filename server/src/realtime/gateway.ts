import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { metrics } from '../core/metrics'
import { CSRF_COOKIE, SESSION_COOKIE } from '../http/cookies'
import { actorOfToken, onRevoked } from '../modules/identity'
import { csrfOf } from '../http/authenticate'
import { followEvents } from './follow-events'
import { roomsFor, roomsOf } from './rooms'

const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)

/** A browser page proves itself by its csrf value: an upgrade is not held by same-origin rules. */
const tokenOf = (socket: Socket): string | undefined => {
  const { token, csrf } = socket.handshake.auth as { token?: unknown; csrf?: unknown }
  if (typeof token === 'string') return token
  const { cookie } = socket.handshake.headers
  const fromCookie = cookieOf(cookie, SESSION_COOKIE)
  const proof = typeof csrf === 'string' ? csrf : cookieOf(cookie, CSRF_COOKIE)
  return fromCookie && proof === csrfOf(fromCookie) && isSameOrigin(socket) ? fromCookie : undefined
}

const isSameOrigin = ({ handshake: { headers } }: Socket): boolean =>
  !headers.origin || headers.origin.replace(/^https?:\/\//, '') === headers.host

/** Sockets carry {event, id, rev}, never contents: each client fetches what it may see. */
export const startGateway = (server: HttpServer) => {
  const io = new Server(server, { path: '/socket.io', serveClient: false, maxHttpBufferSize: 10_000, pingInterval: 20_000 })
  io.use((socket, next) => {
    void admit(socket).then((isAdmitted) => next(isAdmitted ? undefined : new Error('core.unauthenticated')))
  })
  io.on('connection', (socket) => {
    metrics.sockets.inc()
    socket.on('disconnect', () => metrics.sockets.dec())
  })
  const stopFollowing = followEvents({
    onEvent: (event) => {
      const rooms = roomsFor(event)
      if (rooms.length > 0) io.to(rooms).emit('event', { event: event.name, id: event.id, rev: event.rev })
    },
    onGap: () => io.emit('refetch'),
  })
  onRevoked((accountId) => io.in(`person:${accountId}`).disconnectSockets(true))
  return {
    stop: async (): Promise<void> => {
      await stopFollowing()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

const admit = async (socket: Socket): Promise<boolean> => {
  const token = tokenOf(socket)
  const actor = token ? await actorOfToken(token).catch(() => undefined) : undefined
  if (!actor) return false
  await socket.join(roomsOf(actor))
  return true
}

import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { metrics } from '../core/metrics'
import { CSRF_COOKIE, SESSION_COOKIE } from '../http/cookies'
import { actorOfToken, hashOfToken, onRevoked } from '../modules/identity'
import { csrfOf } from '../http/authenticate'
import { followEvents } from './follow-events'
import { personRoom, roomsFor, roomsOf, sessionRoom } from './rooms'

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
  onRevoked((who) => {
    if (who === 'anybody') void dropChanged(io)
    else io.in('session' in who ? sessionRoom(who.session) : personRoom(who.accountId)).disconnectSockets(true)
  })
  const recheck = setInterval(() => void dropChanged(io), RECHECK_MS)
  return {
    stop: async (): Promise<void> => {
      clearInterval(recheck)
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
  const rooms = [...roomsOf(actor), sessionRoom(hashOfToken(token!))]
  Object.assign(socket.data, { token, rooms: rooms.join() })
  await socket.join(rooms)
  return true
}

/** An appointment or a session that ends by its date ends without a change in the database. */
const RECHECK_MS = 10 * 60_000

const dropChanged = async (io: Server): Promise<void> => {
  for (const socket of io.of('/').sockets.values()) {
    const { token, rooms } = socket.data as { token: string; rooms: string }
    const actor = await actorOfToken(token).catch(() => null)
    // The database is away: who they are is not known, and nothing is sent meanwhile either.
    if (actor === null) continue
    const present = actor ? [...roomsOf(actor), sessionRoom(hashOfToken(token))].join() : ''
    if (present !== rooms) socket.disconnect(true)
  }
}

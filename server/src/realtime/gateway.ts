import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { errors } from '@xiangli/shared/catalog/errors'
import { metrics } from '../core/metrics'
import { CSRF_COOKIE, SESSION_COOKIE } from '../http/cookies'
import { actorOfToken, hashOfToken, onRevoked } from '../modules/identity'
import { csrfOf } from '../http/authenticate'
import { followEvents } from './follow-events'
import { personRoom, roomsFor, roomsOf, sessionRoom } from './rooms'

const TOO_MANY = 'core.tooManyPages'

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
    dropOldest(io, (socket.data as Admitted).person)
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
    else if ('session' in who) io.in(sessionRoom(who.session)).disconnectSockets(true)
    else void dropChanged(io, personRoom(who.accountId))
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

/** What is known of a socket that was let in. */
interface Admitted {
  token: string
  rooms: string
  /** The room of the account alone. */
  person: string
}

/** More than anybody looks at: a phone, a desk and the tabs left open on it. */
const MOST_OF_ONE = 10

/** The page just opened is the one looked at: the oldest gives way, and is told why before it goes. */
const dropOldest = (io: Server, person: string): void => {
  const { adapter, sockets } = io.of('/')
  // A room keeps the order in which it was joined.
  const open = [...(adapter.rooms.get(person) ?? [])].flatMap((id) => sockets.get(id) ?? [])
  for (const oldest of open.slice(0, -MOST_OF_ONE)) {
    oldest.emit('dropped', { code: TOO_MANY, message: errors[TOO_MANY].text })
    oldest.disconnect(true)
  }
}

const admit = async (socket: Socket): Promise<boolean> => {
  const token = tokenOf(socket)
  const actor = token ? await actorOfToken(token).catch(() => undefined) : undefined
  if (!actor) return false
  const rooms = [...roomsOf(actor), sessionRoom(hashOfToken(token!))]
  const admitted: Admitted = { token: token!, rooms: rooms.join(), person: personRoom(actor.id) }
  Object.assign(socket.data, admitted)
  await socket.join(rooms)
  return true
}

/** An appointment or a session that ends by its date ends without a change in the database. */
const RECHECK_MS = 10 * 60_000

/** A change the socket was let in with is told again a moment later: what holds already drops nobody. */
const dropChanged = async (io: Server, room?: string): Promise<void> => {
  const { adapter, sockets } = io.of('/')
  const ids = room ? (adapter.rooms.get(room) ?? []) : sockets.keys()
  for (const socket of [...ids].flatMap((id) => sockets.get(id) ?? [])) {
    const { token, rooms } = socket.data as Admitted
    const actor = await actorOfToken(token).catch(() => null)
    // The database is away: who they are is not known, and nothing is sent meanwhile either.
    if (actor === null) continue
    const present = actor ? [...roomsOf(actor), sessionRoom(hashOfToken(token))].join() : ''
    if (present !== rooms) socket.disconnect(true)
  }
}

import { useSession } from './session'

export interface Pushed {
  event: string
  id: string
  rev: number
}

type Listener = (pushed: Pushed) => void
type Disconnect = () => void

const listeners = new Set<Listener>()
let disconnect: Disconnect | undefined
let connectedAs: string | undefined

export function onEvent(listener: Listener) {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

const announce = (pushed: Pushed) => listeners.forEach((listener) => listener(pushed))

/** Anything may have happened meanwhile: every open page asks again. */
const REFETCH: Pushed = { event: 'refetch', id: '', rev: 0 }
export const isAbout = (id: string) => (pushed: { event: string; id: string }) => pushed.id === id || pushed.event === REFETCH.event

async function follow(token: string | undefined) {
  if (token === connectedAs) return
  connectedAs = token
  disconnect?.()
  disconnect = undefined
  if (!token) return
  const { connect } = await import('./live/connect')
  if (connectedAs !== token) return
  disconnect = connect({ token, onPush: announce, onReturn: () => announce(REFETCH) })
}

/** Follows the session: a socket for whoever is signed in, none for nobody. */
export function startLive() {
  useSession.subscribe((session) => void follow(session.phase === 'in' ? session.token : undefined))
  const { phase, token } = useSession.getState()
  void follow(phase === 'in' ? token : undefined)
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClientSession } from 'mongodb'

/** What every database call of one operation shares; carried by the call chain, never passed by hand. */
export interface Ambient {
  county: string
  session?: ClientSession
}

const storage = new AsyncLocalStorage<Ambient>()

export const withAmbient = <T>(ambient: Ambient, work: () => T): T => storage.run(ambient, work)

export const ambient = (): Ambient => {
  const current = storage.getStore()
  if (!current) throw new Error('database used outside an operation: wrap it in withAmbient')
  return current
}

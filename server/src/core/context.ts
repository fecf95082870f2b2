import { promiseHooks } from 'node:v8'
import type { ClientSession } from 'mongodb'

/** What every database call of one operation shares; carried by the call chain, never passed by hand. */
export interface Ambient {
  county: string
  session?: ClientSession
}

const KEY = Symbol('ambient')
type Carrier = Promise<unknown> & { [KEY]?: Ambient }

let current: Ambient | undefined

/**
 * A promise keeps what was current where it was made, and its continuation finds it again: what
 * AsyncLocalStorage does on Node 20 by way of ids, resources and stacks, at a sixteenth of all the
 * server's work under load (measured). A bare callback (timer, socket) has none and is refused below.
 */
promiseHooks.createHook({
  init: (promise: Carrier) => {
    if (current) promise[KEY] = current
  },
  before: (promise: Carrier) => {
    current = promise[KEY]
  },
  after: () => {
    current = undefined
  },
})

export const withAmbient = <T>(ambient: Ambient, work: () => T): T => {
  const outer = current
  current = ambient
  try {
    return work()
  } finally {
    current = outer
  }
}

export const ambient = (): Ambient => {
  if (!current) throw new Error('database used outside an operation: wrap it in withAmbient')
  return current
}

/** For what has an answer outside any county as well. */
export const ambientCounty = (): string | undefined => current?.county

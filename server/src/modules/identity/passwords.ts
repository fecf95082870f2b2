import { hash, verify } from '@node-rs/argon2'
import { RateLimiterMongo, type RateLimiterRes } from 'rate-limiter-flexible'
import { database, databaseClient } from '../../core/database'
import { fail } from '../../core/fail'

/** argon2id, 19 MiB, two passes: the floor OWASP names for sign-in on a small machine. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

let decoy: Promise<string> | undefined

/** Takes as long for an unknown name as for a wrong password, so names cannot be told by the clock. */
export const isPassword = async (stored: string | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword('decoy')
  const isRight = await verify(stored ?? (await decoy), password).catch(() => false)
  return isRight && stored !== undefined
}

const WINDOW_SECONDS = 15 * 60
/** By name and address together first, so that a stranger cannot lock a clerk out from elsewhere. */
const LIMITS = { pair: 6, name: 60, address: 200 } as const

let limiters: Record<keyof typeof LIMITS, RateLimiterMongo> | undefined

const make = (kind: keyof typeof LIMITS): RateLimiterMongo =>
  new RateLimiterMongo({
    storeClient: databaseClient(),
    dbName: database().databaseName,
    tableName: 'sign_in_throttle',
    keyPrefix: kind,
    points: LIMITS[kind],
    duration: WINDOW_SECONDS,
  })

const keysOf = (username: string, address: string): Record<keyof typeof LIMITS, string> => ({
  pair: `${username}|${address}`,
  name: username,
  address,
})

const kinds = Object.keys(LIMITS) as (keyof typeof LIMITS)[]

/** Refuses while too many wrong tries stand; counts in MongoDB, so over all servers. */
export const refuseThrottled = async (username: string, address: string): Promise<void> => {
  limiters ??= { pair: make('pair'), name: make('name'), address: make('address') }
  const keys = keysOf(username, address)
  for (const kind of kinds) {
    const stand = await limiters[kind].get(keys[kind])
    if (stand && stand.consumedPoints >= LIMITS[kind]) refuseFor(stand)
  }
}

const refuseFor = (stand: RateLimiterRes): never =>
  fail('identity.throttled', { retryAfterSeconds: Math.ceil(stand.msBeforeNext / 1000) })

export const countWrongTry = async (username: string, address: string): Promise<void> => {
  const keys = keysOf(username, address)
  // A refused consume means the limit is passed; the next try hears of it.
  for (const kind of kinds) await limiters?.[kind].consume(keys[kind]).catch(() => undefined)
}

export const forgiveTries = async (username: string, address: string): Promise<void> => {
  await limiters?.pair.delete(keysOf(username, address).pair)
}

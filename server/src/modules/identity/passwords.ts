import { hash, verify } from '@node-rs/argon2'
import { RateLimiterMongo, type RateLimiterRes } from 'rate-limiter-flexible'
import { collection } from '../../core/collection'
import { database, databaseClient } from '../../core/database'
import { fail } from '../../core/fail'
import { retryAfter } from '../../core/rate-limit'
import { isKnownPlace, rememberPlace } from './sign-in-places'

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
/** By name and address together first; the limit by name alone does not hold where the name signed in lately, so that a stranger cannot lock a clerk out. */
const LIMITS = { pair: 6, name: 60, address: 200 } as const

/** The indexes stand before the first try: built by the limiter itself, they come too late for a burst on a new database. */
const { name: tries } = collection({
  name: 'sign_in_tries',
  indexes: [
    { name: 'tries_key', key: { key: 1 }, unique: true },
    { name: 'tries_expiry', key: { expire: 1 }, expireAfterSeconds: 0 },
  ],
})

let limiters: Record<keyof typeof LIMITS, RateLimiterMongo> | undefined

const make = (kind: keyof typeof LIMITS): RateLimiterMongo =>
  new RateLimiterMongo({
    storeClient: databaseClient(),
    dbName: database().databaseName,
    tableName: tries,
    disableIndexesCreation: true,
    keyPrefix: kind,
    points: LIMITS[kind],
    duration: WINDOW_SECONDS,
  })

const keysOf = (username: string, place: string): Record<keyof typeof LIMITS, string> => ({
  pair: `${username}|${place}`,
  name: username,
  address: place,
})

const kinds = Object.keys(LIMITS) as (keyof typeof LIMITS)[]

/**
 * Counts a try before its password is looked at, so that a burst of guesses finds no gap between the
 * two; in MongoDB, so over all servers. Refuses beyond the limits. Answers with what a right password
 * does: it takes its own try back everywhere, and the wrong ones before it from the same place.
 */
export const countTry = async (username: string, place: string): Promise<() => Promise<void>> => {
  limiters ??= { pair: make('pair'), name: make('name'), address: make('address') }
  const { pair, name, address: byAddress } = limiters
  const keys = keysOf(username, place)
  const isKnown = await isKnownPlace(username, place)
  const counted = kinds.filter((kind) => kind !== 'name' || !isKnown)
  for (const kind of counted) await limiters[kind].consume(keys[kind]).catch(refuseFor)
  return async () => {
    await pair.delete(keys.pair)
    if (!isKnown) await name.reward(keys.name)
    await byAddress.reward(keys.address)
    await rememberPlace(username, place)
  }
}

const refuseFor = (stand: RateLimiterRes | Error): never => {
  if (stand instanceof Error) throw stand
  return fail('identity.throttled', retryAfter(stand))
}

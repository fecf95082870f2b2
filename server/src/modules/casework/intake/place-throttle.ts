import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import { fail } from '../../../core/fail'
import { retryAfter } from '../../../core/rate-limit'
import { services } from '../../../core/services'

const TEN_MINUTES = 600
const A_DAY = 86_400

/**
 * A carrier puts a village behind one address, and a blackout brings a whole street to one lamp post:
 * so the room is a street's, not a person's. Addresses lie in this process's memory and nowhere else.
 */
const LIMITS = {
  address: { points: 10, duration: TEN_MINUTES },
  addressDay: { points: 60, duration: A_DAY },
  code: { points: 30, duration: TEN_MINUTES },
  look: { points: 60, duration: TEN_MINUTES },
} as const

const limiters = new Map<string, RateLimiterMemory>()

const limiterFor = (kind: keyof typeof LIMITS): RateLimiterMemory => {
  const { points, duration } = LIMITS[kind]
  const limiter = limiters.get(kind) ?? new RateLimiterMemory({ keyPrefix: kind, points: points * services().config.writeFactor, duration })
  limiters.set(kind, limiter)
  return limiter
}

const spend = async (kind: keyof typeof LIMITS, who: string, code: ErrorCode): Promise<void> => {
  const refused = await limiterFor(kind).consume(who).then(() => null, (stand: RateLimiterRes) => stand)
  if (refused) fail(code, retryAfter(refused))
}

/** Every try counts, also one that is refused for what it says. */
export const spendAtPlace = async (address: string | undefined, codeId: string): Promise<void> => {
  await spend('address', address ?? 'unknown', 'casework.tooManyAtPlace')
  await spend('addressDay', address ?? 'unknown', 'casework.tooManyAtPlace')
  await spend('code', codeId, 'casework.tooManyAtPlace')
}

export const spendLook = (address: string | undefined): Promise<void> => spend('look', address ?? 'unknown', 'core.tooMany')

import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Actor } from '@xiangli/shared/core/actor'
import { fail } from './fail'
import { services } from './services'

/** A whole village may share one carrier address, so the address alone gets far more room. */
const ADDRESS_FACTOR = 20
const SECONDS = 60

let limiters: { account: RateLimiterMemory; address: RateLimiterMemory } | undefined

const make = () => {
  const points = services().config.ratePerMinute
  return {
    account: new RateLimiterMemory({ points, duration: SECONDS }),
    address: new RateLimiterMemory({ points: points * ADDRESS_FACTOR, duration: SECONDS }),
  }
}

/** What a limiter says of the wait, as an answer says it: whole seconds, never none. */
export const retryAfter = ({ msBeforeNext = 1000 }: { msBeforeNext?: number }): { retryAfterSeconds: number } => ({ retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) })

/** By account where there is one; by address only for those not signed in. Machines are not limited. */
export const limitRate = async (actor: Actor, address: string | undefined): Promise<void> => {
  if (actor.kind === 'system') return
  limiters ??= make()
  try {
    if (actor.kind === 'person') await limiters.account.consume(actor.id)
    else await limiters.address.consume(address ?? 'unknown')
  } catch (refused) {
    fail('core.tooMany', retryAfter(refused as { msBeforeNext?: number }))
  }
}

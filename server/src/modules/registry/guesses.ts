import { RateLimiterMemory } from 'rate-limiter-flexible'
import { fail } from '../../core/fail'
import { retryAfter } from '../../core/rate-limit'

/**
 * A search that finds nobody may be a guess at what the page masks: a handful of birthdays fit a masked
 * ID number, ten thousand numbers a masked phone. Honest searches seldom miss, so only misses count.
 */
const duration = 3600
const misses = {
  number: new RateLimiterMemory({ keyPrefix: 'number', points: 5, duration }),
  name: new RateLimiterMemory({ keyPrefix: 'name', points: 60, duration }),
}

export type Guess = keyof typeof misses

/** Counted before the search, so that a burst finds no gap; a hit takes it back. */
export const countGuess = async (guess: Guess, actorId: string): Promise<void> => {
  await misses[guess].consume(actorId).catch((refused: { msBeforeNext?: number }) =>
    fail('core.tooMany', retryAfter(refused)),
  )
}

export const forgiveGuess = async (guess: Guess, actorId: string): Promise<void> => {
  await misses[guess].reward(actorId)
}

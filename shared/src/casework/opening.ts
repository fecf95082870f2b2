import type { ErrorCode } from '../catalog/errors'
import { DAY } from '../core/time'

/** Days an ask waits for another person; hours the two may then look. */
export const OPENING_DAYS = 3
export const OPENED_HOURS = 24

export const OPENING_STATES = ['asked', 'confirmed', 'refused', 'lapsed'] as const
export type OpeningState = (typeof OPENING_STATES)[number]

/** Who would open, as far as it bears on the case. */
export interface Opener {
  id: string
  /** Holds any appointment in the village of the case, whatever they act as now. */
  isOfVillage: boolean
  /** Has the case in hand, or serves the unit that has. */
  isHandling: boolean
}

/** Nobody of the village looks: it is the village that the name is kept from, and a second post of theirs does not change whom they live among. */
export const whyNotAskOpening = ({ isOfVillage }: Opener): ErrorCode | null => (isOfVillage ? 'casework.openingOutside' : null)

/**
 * Two different persons, neither of the village; and whoever says yes has not got the case in hand,
 * else a unit would open the names of its own cases among its own people. Of what the county itself
 * handles nobody stands above: there the unit does not exclude, having it in hand does.
 */
export const whyNotConfirmOpening = (askedById: string, confirmer: Opener): ErrorCode | null => {
  if (askedById === confirmer.id) return 'casework.openingNeedsAnother'
  if (confirmer.isOfVillage) return 'casework.openingOutside'
  return confirmer.isHandling ? 'casework.openingByHandler' : null
}

export interface Asked {
  state: OpeningState
  askedAt: Date
  decidedAt?: Date | null
}

export const lapsesAt = ({ askedAt }: Pick<Asked, 'askedAt'>): Date => new Date(askedAt.getTime() + OPENING_DAYS * DAY)
export const readUntil = ({ state, decidedAt }: Asked): Date | null =>
  state === 'confirmed' && decidedAt ? new Date(decidedAt.getTime() + (OPENED_HOURS / 24) * DAY) : null

/** An ask nobody answered is over by itself; nothing has to happen for it. */
export const openingState = (asked: Asked, now: Date): OpeningState => (asked.state === 'asked' && lapsesAt(asked) <= now ? 'lapsed' : asked.state)

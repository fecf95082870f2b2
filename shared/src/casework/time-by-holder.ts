import type { Timing } from '../calendar/working-time'
import type { HistoryEntry } from './record'
import { WORKING_STATES } from './states'

export interface HeldFor {
  unitId: string
  /** Minutes of the grade's own time. */
  minutes: number
}

type Entry = Pick<HistoryEntry, 'at' | 'to' | 'set'>

/**
 * How long each unit had the case in hand while its clock ran, in the order they first had it. Each
 * stretch is the difference of two counts from one origin, so that the parts sum to the whole to the minute.
 */
export const timeByHolder = (history: readonly Entry[], now: Date, timing: Timing): HeldFor[] => {
  const [first] = history
  if (!first) return []
  const minutesTo = (at: Date): number => timing.between(first.at, at)
  const held = new Map<string, number>()
  let unitId = ''
  let isPaused = false
  history.forEach(({ at, to, set }, index) => {
    unitId = set.handler?.unitId ?? unitId
    if (set.pause !== undefined) isPaused = set.pause !== null
    const runs = !isPaused && (WORKING_STATES as readonly string[]).includes(to)
    const until = history[index + 1]?.at ?? (now > at ? now : at)
    if (!held.has(unitId)) held.set(unitId, 0)
    if (runs) held.set(unitId, (held.get(unitId) ?? 0) + minutesTo(until) - minutesTo(at))
  })
  return [...held].map(([id, minutes]) => ({ unitId: id, minutes }))
}

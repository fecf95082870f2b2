import { newId } from '../../core/ids'
import { fates, type Doer, type Step } from './fates'
import { hoursAfter, inOfficeHours, whenAwake } from './moment'
import type { Tale } from './tale'

/** One action of one story at its moment. */
export interface Move {
  at: Date
  caseId: string
  tale: Tale
  /** Which of the stories this is; picks people, pictures and voices. */
  number: number
  who: Doer
  action: Step['action'] | 'submit'
  /** How often this action has come in this story before. */
  turn: number
}

/** Told in a moment but not in this very minute, so that nothing lies in the future. */
const LATEST_MINUTES = 3
const RECENT_DAYS = 0.5

const beginOf = (tale: Tale, now: Date): Date => {
  const at = hoursAfter(now, -tale.daysAgo * 24)
  return tale.atNight || tale.daysAgo < RECENT_DAYS ? at : whenAwake(at)
}

/** A second note is a second step, most of a day later. */
const stepsOf = ({ fate, notes = [] }: Tale): Step[] =>
  fates[fate].flatMap((step) => (step.action === 'handle' ? notes.map((_, turn) => ({ ...step, hours: turn === 0 ? step.hours : 20 })) : [step]))

const movesOf = (tale: Tale, { number, now }: { number: number; now: Date }): Move[] => {
  const caseId = newId(beginOf(tale, now))
  let at = beginOf(tale, now)
  const turns = new Map<string, number>()
  const moves: Move[] = [{ at, caseId, tale, number, who: 'requester', action: 'submit', turn: 0 }]
  for (const { hours, who, action } of stepsOf(tale)) {
    const next = hoursAfter(at, hours)
    at = who === 'requester' || who === 'timetable' ? next : inOfficeHours(next)
    const turn = turns.get(action) ?? 0
    turns.set(action, turn + 1)
    moves.push({ at, caseId, tale, number, who, action, turn })
  }
  const end = now.getTime() - LATEST_MINUTES * 60_000
  const firstLate = moves.findIndex((move) => move.at.getTime() > end)
  return firstLate === -1 ? moves : moves.slice(0, firstLate)
}

/** All stories as one sequence of moves in time, as they would have happened. */
export const scriptOf = (tales: readonly Tale[], now: Date): Move[] =>
  [...tales.keys()]
    .sort((a, b) => tales[b]!.daysAgo - tales[a]!.daysAgo)
    .flatMap((index) => movesOf(tales[index]!, { number: index, now }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())

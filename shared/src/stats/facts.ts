import type { CallEnd } from '../casework/call-back'
import type { CaseRecord, HistoryEntry } from '../casework/record'
import { isOpen } from '../casework/states'
import { timeByHolder } from '../casework/time-by-holder'
import type { Timing } from '../calendar/working-time'

export const FACT_KINDS = ['received', 'came', 'answered', 'held', 'ended', 'returned', 'called', 'supervised', 'reopened', 'calledBack'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One thing that happened to one case and is counted, with whose it is. */
export interface Fact {
  /** Of the case, so that the same fact is the same row however often it is worked out. */
  id: string
  kind: FactKind
  outcome: string
  at: Date
  unitId: string
  /** Of the grade's own time; zero where no time belongs to it. */
  minutes: number
}

export type FactEntry = Pick<HistoryEntry, 'n' | 'at' | 'action' | 'to' | 'set'>
type Counted = Pick<CaseRecord, 'state' | 'closedAt' | 'isUnrated' | 'ownerUnitId' | 'calledUnits'> & Partial<Pick<CaseRecord, 'triage'>> & { receivedAt: Date }

export interface FactSource {
  record: Counted
  entries: readonly FactEntry[]
  /** Call-backs of the case that have ended. */
  calls: readonly { round: number; ended: CallEnd; endedAt: Date }[]
  timing: Timing
  /** The whole limit of its kind. */
  limitMinutes: number
}

type Stood = Pick<CaseRecord, 'ownerUnitId' | 'redAt'> & { handlerUnitId: string; supervisionId: string | undefined }

interface Step {
  entry: FactEntry
  before: Stood
  after: Stood
}

const NOTHING: Stood = { ownerUnitId: '', redAt: null, handlerUnitId: '', supervisionId: undefined }

const stoodAfter = (before: Stood, { set }: FactEntry): Stood => ({
  ownerUnitId: set.ownerUnitId ?? before.ownerUnitId,
  redAt: set.redAt === undefined ? before.redAt : set.redAt,
  handlerUnitId: set.handler?.unitId ?? before.handlerUnitId,
  supervisionId: set.supervision === undefined ? before.supervisionId : set.supervision?.id,
})

const stepsOf = (entries: readonly FactEntry[]): Step[] => {
  let before = NOTHING
  return entries.map((entry) => {
    const step = { entry, before, after: stoodAfter(before, entry) }
    before = step.after
    return step
  })
}

const fact = (kind: FactKind, about: { id: string | number; at: Date; unitId: string; outcome?: string; minutes?: number }): Fact =>
  ({ outcome: kind, minutes: 0, ...about, id: `${kind}:${about.id}`, kind })

const receivedOf = ({ record }: FactSource, [first]: readonly Step[]): Fact[] =>
  first ? [fact('received', { id: 1, at: record.receivedAt, unitId: first.after.ownerUnitId, outcome: isOpen(record.state) ? 'open' : 'ended' })] : []

/** The first time each unit got it in hand. */
const cameOf = (steps: readonly Step[]): Fact[] => {
  const seen = new Set<string>()
  return steps.flatMap(({ entry, after: { handlerUnitId } }) => {
    if (!handlerUnitId || seen.has(handlerUnitId)) return []
    seen.add(handlerUnitId)
    return [fact('came', { id: handlerUnitId, at: entry.at, unitId: handlerUnitId })]
  })
}

/** An answer goes out by whoever wrote it, by the head who signed it, or unsigned. */
const ANSWERS: ReadonlySet<string> = new Set(['answer', 'signAnswer', 'sendUnsigned'])
const answersIn = (steps: readonly Step[]): Step[] => steps.filter(({ entry }) => ANSWERS.has(entry.action))

/** Each answer, by the limit that ran from first submission; whoever was accountable for it then. */
const answeredOf = ({ timing, entries }: FactSource, steps: readonly Step[]): Fact[] =>
  answersIn(steps).map(({ entry, before }) => fact('answered', {
    id: entry.n, at: entry.at, unitId: before.ownerUnitId,
    outcome: before.redAt && entry.at > before.redAt ? 'late' : 'onTime',
    minutes: timeByHolder(entries.filter(({ n }) => n <= entry.n), entry.at, timing).reduce((sum, { minutes }) => sum + minutes, 0),
  }))

const DONE: readonly string[] = [...ANSWERS, 'decline', 'giveUp']

/** Each unit's own share of the time, at the last answer: late is whose own hands took longer than the whole limit. */
const heldOf = ({ timing, entries, limitMinutes }: FactSource): Fact[] => {
  const last = entries.filter(({ action }) => DONE.includes(action)).at(-1)
  if (!last) return []
  return timeByHolder(entries.filter(({ n }) => n <= last.n), last.at, timing).map(({ unitId, minutes }) =>
    fact('held', { id: unitId, at: last.at, unitId, minutes, outcome: minutes <= limitMinutes ? 'within' : 'over' }))
}

const endedOf = ({ record: { state, closedAt, isUnrated, ownerUnitId } }: FactSource): Fact[] =>
  closedAt && !isOpen(state) ? [fact('ended', { id: 1, at: closedAt, unitId: ownerUnitId, outcome: state === 'closed' && isUnrated ? 'unrated' : state })] : []

const returnedOf = (steps: readonly Step[]): Fact[] =>
  steps.filter(({ entry }) => entry.action === 'returnCase').map(({ entry, before }) => fact('returned', { id: entry.n, at: entry.at, unitId: before.handlerUnitId }))

/** Units called by this step, with how they came as it is known now. */
const calledOf = ({ record }: FactSource, steps: readonly Step[]): Fact[] =>
  steps.filter(({ entry }) => entry.action === 'whistle').flatMap(({ entry }) =>
    (entry.set.calledUnits ?? []).filter(({ at }) => at.getTime() === entry.at.getTime()).map(({ unitId }) => {
      const now = record.calledUnits.find((each) => each.unitId === unitId && each.at.getTime() === entry.at.getTime())
      const isLate = now && (now.lateToldAt !== null || (now.arrivedAt !== null && now.arrivedAt > now.arriveBy))
      return fact('called', { id: `${entry.n}:${unitId}`, at: entry.at, unitId, outcome: isLate ? 'late' : 'called' })
    }))

const supervisedOf = (steps: readonly Step[]): Fact[] =>
  steps.flatMap(({ entry, before }) => {
    const { supervision } = entry.set
    if (!supervision || supervision.id === before.supervisionId) return []
    return [fact('supervised', { id: entry.n, at: entry.at, unitId: supervision.unitId, outcome: supervision.kind })]
  })

/** Whoever was accountable for the answer that did not hold. */
const reopenedOf = (steps: readonly Step[]): Fact[] => {
  const answers = answersIn(steps)
  return steps.filter(({ entry }) => entry.action === 'reopen' || entry.action === 'notFixed').map(({ entry, before }) => {
    const answered = answers.filter(({ entry: { n } }) => n < entry.n).at(-1)
    return fact('reopened', { id: entry.n, at: entry.at, unitId: answered?.before.ownerUnitId ?? before.ownerUnitId })
  })
}

const calledBackOf = ({ record, calls }: FactSource, steps: readonly Step[]): Fact[] => {
  const answers = answersIn(steps)
  return calls.map(({ round, ended, endedAt }) => {
    const answered = answers.filter(({ entry }) => entry.at <= endedAt).at(-1)
    return fact('calledBack', { id: round, at: endedAt, unitId: answered?.before.ownerUnitId ?? record.ownerUnitId, outcome: ended })
  })
}

/** Of a report that was looked at first the unit's part begins when it was taken in. */
const sinceAdmitted = (steps: readonly Step[]): readonly Step[] => {
  const at = steps.findIndex(({ entry }) => entry.action === 'admit')
  return at < 0 ? steps : steps.slice(at)
}

/** All that is counted of a case, from its history alone: worked out again it comes to the same. */
export const factsOf = (source: FactSource): Fact[] => {
  if (source.record.triage) return []
  const steps = sinceAdmitted(stepsOf(source.entries))
  return [
    ...receivedOf(source, steps), ...cameOf(steps), ...answeredOf(source, steps), ...heldOf(source), ...endedOf(source),
    ...returnedOf(steps), ...calledOf(source, steps), ...supervisedOf(steps), ...reopenedOf(steps), ...calledBackOf(source, steps),
  ]
}

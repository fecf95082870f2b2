import type { CaseAction, CaseType } from '@xiangli/shared/casework/case-type'
import { standingClock, stoppedClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { paceOf, settled, type CaseDoc, type HistoryDoc } from '../../modules/casework'

/** One step as it is written in bulk: who did what when, and what was said. */
export interface BulkStep {
  action: Extract<CaseAction, 'accept' | 'handle' | 'answer' | 'rate' | 'closeUnrated' | 'decline' | 'withdraw' | 'giveUp'>
  at: Date
  byId: string
  words?: string
  score?: number
}

interface Standing {
  record: CaseDoc
  type: CaseType
}

const ended = ({ at, words }: BulkStep): Partial<CaseRecord> => ({ ...stoppedClock, closedAt: at, reason: words ?? null, asked: null })

const accepted = ({ record }: Standing, { at, byId }: BulkStep): Partial<CaseRecord> => {
  const handler = record.handler.personId === byId ? record.handler : { ...record.handler, personId: byId, since: at }
  return { acceptBy: null, handler }
}

/** The same outcomes the engine's commands have; a test holds the two together. */
const outcomes: Record<BulkStep['action'], (standing: Standing, step: BulkStep) => Partial<CaseRecord>> = {
  accept: accepted,
  handle: () => ({}),
  answer: ({ record, type }, { at, byId, words = '' }) => ({
    ...standingClock(record.redAt, { now: at, time: paceOf(type, record.grade).time }),
    timeRequest: null,
    asked: null,
    answer: { words, photoFileIds: [], at, byId, ownerUnitId: record.ownerUnitId },
    answeredAt: at,
  }),
  rate: (_standing, { at, score = 5, words }) => ({ ...stoppedClock, closedAt: at, rating: { score, ...(words ? { words } : {}), at } }),
  closeUnrated: (_standing, { at }) => ({ ...stoppedClock, closedAt: at, isUnrated: true }),
  decline: (_standing, step) => ended(step),
  withdraw: (_standing, step) => ended(step),
  giveUp: (_standing, step) => ended(step),
}

/** The case after a step and the history entry that says so; `id` is the entry's. */
export const takeStep = (standing: Standing, step: BulkStep, id: string): { record: CaseDoc; entry: HistoryDoc } => {
  const { record, type } = standing
  const { action, at, byId, words, score } = step
  const set = settled(record, outcomes[action](standing, step), { type, action, now: at })
  const entry: HistoryDoc = {
    _id: id,
    county: record.county,
    caseId: record._id,
    n: record.rev + 1,
    action,
    at,
    byId,
    from: record.state,
    to: set.state,
    ...(words ? { words } : {}),
    ...(score ? { score } : {}),
    set,
  }
  return { record: { ...record, ...set, rev: record.rev + 1 }, entry }
}

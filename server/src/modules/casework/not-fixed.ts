import { limitsOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { reopenedClock, runningUntil, type Pace } from '@xiangli/shared/casework/clock'
import { afterNotFixed } from '@xiangli/shared/casework/hearing'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import type { EventName } from '@xiangli/shared/catalog/events'
import { workingTime } from '../calendar'
import { parentUnit } from '../region'
import { presentHandler } from './assignees'
import type { CaseDoc } from './case.model'
import { paceOf } from './pace'
import { parentOf } from './parents'

/** One level above whoever was accountable when it was answered; an owner that moved up meanwhile stays. */
const ownerAbove = ({ answer, ownerUnitId }: CaseDoc): string => {
  const from = answer?.ownerUnitId ?? ownerUnitId
  return from === ownerUnitId ? (parentUnit(from)?.id ?? from) : ownerUnitId
}

/** 没办好, said by whomever: the same case one level up, on half its limit; said too often, to be heard. The handler stays. */
export const notFixedOutcome = async (record: CaseDoc, type: CaseType, now: Date): Promise<Partial<CaseRecord>> => ({
  handler: await presentHandler(record, now),
  ownerUnitId: ownerAbove(record),
  supervision: null,
  answer: null,
  answeredAt: null,
  rating: null,
  isUnrated: false,
  closedAt: null,
  ...(record.merged ? { merged: null } : {}),
  ...(await againOrHeard(record, type, now)),
})

/**
 * Of its own limit, what was left to a merged case when the other was answered: its clock stood from
 * then on, and being merged gives it no fresh one. Null for every other case.
 */
const leftOf = async (record: CaseDoc, { time }: Pace, now: Date): Promise<number | null> => {
  const parent = await parentOf(record)
  const before = record.merged?.before
  if (!parent || !before) return null
  return before.redAt ? time.between(parent.answeredAt ?? parent.closedAt ?? now, before.redAt) : before.remainingMinutes
}

const againOrHeard = async (record: CaseDoc, type: CaseType, now: Date): Promise<Partial<CaseRecord>> => {
  const pace = paceOf(type, record.grade)
  if (afterNotFixed(record, type) === 'reopened') {
    const limits = limitsOf(type, record.grade, record.category ?? undefined)
    const left = await leftOf(record, pace, now)
    return { ...reopenedClock({ now, limits, left, share: type.reopenShare, ...pace }), reopenedCount: record.reopenedCount + 1 }
  }
  const due = workingTime().endOfDay(now, type.hearingDays)
  return { acceptBy: null, ...runningUntil(due, pace), hearing: { since: now, due, heldAt: null, heldById: null } }
}

export const notFixedEvent = ({ hearing }: CaseDoc): EventName => (hearing && !hearing.heldAt ? 'casework.hearingCalled' : 'casework.reopened')

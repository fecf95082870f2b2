import { pendingClock, recountedClock, resumedClock } from '@xiangli/shared/casework/clock'
import { callsFor, nextCrossing, type CrossingKind } from '@xiangli/shared/casework/crossing'
import { limitsIn, type CaseType } from '@xiangli/shared/casework/case-type'
import { acceptFromOf, startOf } from '@xiangli/shared/casework/names'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { openSupervision } from '@xiangli/shared/casework/supervision'
import type { EventName } from '@xiangli/shared/catalog/events'
import { workingTime } from '../../calendar'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { parentUnit } from '../../region'
import { act, type Step } from '../act'
import { Cases, type CaseDoc } from '../case.model'
import { paceOf } from '../pace'
import { unpaused } from '../pausing'
import { typeOf } from '../types'

interface Crossing {
  action: Exclude<CrossingKind, 'closeUnrated'>
  event: EventName
  outcome: (ctx: CommandContext, record: CaseDoc, type: CaseType) => Partial<CaseRecord>
  /** Said by somebody before, and shown from this step on; its files are in use already. */
  said?: Step['said']
}

/** Does what is due by the stored instants, and nothing else: refused while it is not, so that the key is not used up. */
export const cross = async (ctx: CommandContext, caseId: string, { action, event, outcome, said }: Crossing): Promise<{ done: boolean }> => {
  const record = await Cases.need({ _id: caseId })
  const due = nextCrossing(record, typeOf(record))
  if (!due || due.kind !== action || due.at > ctx.now) return fail('casework.nothingDue')
  await act(ctx, { caseId, rev: record.rev }, { action, event, outcome: (_record, type) => outcome(ctx, record, type), ...(said ? { said, claims: { photoFileIds: [] } } : {}) })
  return { done: true }
}

export const shown = { present: (_ctx: unknown, done: { done: boolean }) => done, reload: async () => ({ done: false }) }

export const warn = defineCommand('casework.warn', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'warn', event: 'casework.warned', outcome: (_ctx, { redAt }) => ({ warnedFor: redAt }) }),
  ...shown,
})

export const callBackup = defineCommand('casework.callBackup', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'callBackup', event: 'casework.backupCalled', outcome: ({ now }, record) => called(record, now) }),
  ...shown,
})

const called = (record: CaseDoc, now: Date): Partial<CaseRecord> => {
  const { acceptBy } = record
  return acceptBy ? { called: { for: acceptBy, times: callsFor(record, acceptBy) + 1, at: now } } : {}
}

/** 升级督办: the owner moves one level up, the handler stays. At the county nothing moves further; it stays listed. */
export const escalate = defineCommand('casework.escalate', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'escalate', event: 'casework.escalated', outcome: movedUp }),
  ...shown,
})

const movedUp = (ctx: CommandContext, record: CaseDoc): Partial<CaseRecord> => {
  const ownerUnitId = parentUnit(record.ownerUnitId)?.id ?? record.ownerUnitId
  const isRed = record.redAt !== null && record.redAt <= ctx.now
  return {
    ownerUnitId,
    supervision: openSupervision({
      id: newId(ctx.now), kind: 'overdue', unitId: ownerUnitId, isTop: !parentUnit(ownerUnitId),
      before: record.supervision ?? null, state: record.state, now: ctx.now, work: workingTime(), days: typeOf(record),
    }),
    timeRequest: null,
    ...(isRed ? { escalatedFor: record.redAt } : {}),
  }
}

/** The pause is over: on with what was left. Before its day by whoever may; by itself on the day. */
export const resumed = (record: CaseDoc, type: CaseType, now: Date): Partial<CaseRecord> => ({
  ...unpaused(record, type, now),
  ...resumedClock(record.remainingMinutes ?? 0, { now, ...paceOf(type, record.grade) }),
})

export const endPause = defineCommand('casework.endPause', {
  run: (ctx, { caseId }) =>
    cross(ctx, caseId, { action: 'endPause', event: 'casework.resumed', outcome: (_ctx, record) => resumed(record, typeOf(record), ctx.now) }),
  ...shown,
})

/** 工作日历变了: the same limit counted anew, where it is not past yet. */
export const recount = defineCommand('casework.recount', {
  run: async (ctx, { caseId }) => {
    const record = await Cases.need({ _id: caseId })
    const set = recounted(record, ctx.now) ?? fail('casework.nothingDue')
    await act(ctx, { caseId, rev: record.rev }, { action: 'recount', event: 'casework.recounted', outcome: () => set })
    return { done: true }
  },
  ...shown,
})

/** The record's clock by the present calendar; null where it is the same. */
export const recounted = (record: CaseDoc, now: Date): Partial<CaseRecord> | null => {
  const type = typeOf(record)
  const pace = paceOf(type, record.grade)
  const limit = recountedClock(record, { now, ...pace })
  if (record.state !== 'pending' || !record.acceptBy || record.acceptBy <= now) return limit
  const limits = limitsIn(type, { grade: record.grade, category: record.category, isPool: !record.place.villageId })
  const { acceptBy } = pendingClock({ receivedAt: startOf(record), acceptFrom: acceptFromOf(record), limits, ...pace })
  if (acceptBy?.getTime() === record.acceptBy.getTime()) return limit
  return { ...limit, acceptBy }
}

import { actionLabels } from '@xiangli/shared/casework/labels'
import { publicSteps } from '@xiangli/shared/casework/publication'
import { isInTriage } from '@xiangli/shared/casework/triage'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../case.model'
import { unitName } from '../present/names'
import { spendLook } from './place-throttle'
import { receiptHashOf } from './receipt-code'

const MOST_STEPS = 200

const steps: Partial<Record<HistoryDoc['action'], string>> = {
  ...publicSteps,
  admit: actionLabels.admit,
  turnAway: actionLabels.turnAway,
  raiseTriage: actionLabels.raiseTriage,
  decline: actionLabels.decline,
  withdraw: actionLabels.withdraw,
}

/** Units, steps and the answer: never who did it, and nothing the other side is not told either. */
const presentStatus = (record: CaseDoc, history: readonly HistoryDoc[]): OutputOf<'casework.showReceipt'> => ({
  serial: record.serial,
  words: record.words,
  state: record.state,
  isUnchecked: isInTriage(record),
  isTurnedAway: Boolean(record.triage?.turnedAwayAt),
  unitName: unitName(record.ownerUnitId),
  receivedAt: record.receivedAt.toISOString(),
  dueAt: (record.acceptBy ?? record.redAt)?.toISOString(),
  reason: record.reason ?? undefined,
  answer: record.answer?.words,
  steps: history.flatMap(({ action, at }) => {
    const words = steps[action]
    return words ? [{ words, at: at.toISOString() }] : []
  }),
})

/** 凭回执码查. A code nobody holds and one that was misread are answered alike, and every look counts. */
export const showReceipt = defineQuery('casework.showReceipt', async (ctx, { receipt }) => {
  await spendLook(ctx.address)
  const record = await Cases.one({ receiptHash: receiptHashOf(receipt) })
  if (!record) return fail('casework.unknownReceipt', { field: 'receipt' })
  return presentStatus(record, await Histories.list({ caseId: record._id }, { sort: { n: 1 }, limit: MOST_STEPS, projection: { action: 1, at: 1 } }))
})

import { categoryOf } from '@xiangli/shared/casework/case-type'
import { actionLabels } from '@xiangli/shared/casework/labels'
import { isSealed, shownBelow } from '@xiangli/shared/casework/names'
import { publicSteps } from '@xiangli/shared/casework/publication'
import { isInTriage } from '@xiangli/shared/casework/triage'
import type { CodeStatus } from '@xiangli/shared/casework/contract/query-code'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { Cases, type CaseDoc, type HistoryDoc } from '../case.model'
import { unitName } from '../present/names'
import { historyOf } from '../present/timeline'
import { SealedReports } from '../sealed/sealed.model'
import { typeNamed } from '../types'
import { spendLook } from './place-throttle'
import { hashOfCode } from './query-code'

const steps: Partial<Record<HistoryDoc['action'], string>> = {
  ...publicSteps,
  admit: actionLabels.admit,
  turnAway: actionLabels.turnAway,
  raiseTriage: actionLabels.raiseTriage,
  decline: actionLabels.decline,
  withdraw: actionLabels.withdraw,
}

const ofCode = async (code: string): Promise<CaseDoc | null> => {
  const hash = hashOfCode(code)
  const sealed = await SealedReports.one({ codeHash: hash }, { projection: { _id: 1 } })
  return sealed ? Cases.one({ _id: sealed._id }) : Cases.one({ receiptHash: hash })
}

/** Of a sealed case not even its words: whoever finds the slip of paper learns nothing. */
const triageOf = (record: CaseDoc) => (isSealed(record) ? {} : {
  ...(record.words ? { words: record.words } : {}),
  ...(isInTriage(record) ? { isUnchecked: true } : {}),
  ...(record.triage?.turnedAwayAt ? { isTurnedAway: true } : {}),
})

const presentStatus = (record: CaseDoc, history: readonly HistoryDoc[]): CodeStatus => {
  const categoryLabel = categoryOf(typeNamed(record.type), record.category ?? undefined)?.label
  const due = isSealed(record) ? record.redAt : (record.acceptBy ?? record.redAt)
  return {
    serial: record.serial,
    ...(categoryLabel ? { categoryLabel } : {}),
    ...triageOf(record),
    state: record.state,
    on: dayOf(record.receivedAt),
    unitName: unitName(isSealed(record) ? record.handler.unitId : record.ownerUnitId),
    ...(due ? { dueAt: due.toISOString() } : {}),
    steps: shownBelow(record, history).flatMap(({ action, at }) => {
      const words = steps[action]
      return words ? [{ words, at: at.toISOString() }] : []
    }),
    ...(record.asked ? { question: record.asked.question } : {}),
    ...(record.answer ? { answer: record.answer.words } : {}),
    ...(record.reason ? { reason: record.reason } : {}),
  }
}

/** 查询码查进度: the same answer for every code that is not one, and every look counts. Units, steps and the answer: never who. */
export const statusByCode = defineQuery('casework.statusByCode', async (ctx, { code }) => {
  await spendLook(ctx.address ?? ctx.actor.id)
  const record = await ofCode(code)
  if (!record) return fail('casework.unknownQueryCode', { field: 'code' })
  return presentStatus(record, await historyOf(record._id))
})

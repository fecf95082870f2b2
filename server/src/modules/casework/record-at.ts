import { foldHistory } from '@xiangli/shared/casework/record'
import type { Emitted } from '../../core/operation'
import { Cases, Histories, type CaseDoc } from './case.model'

/** The case as it stood at the event, so that a late or repeated dispatch tells the same people the same. */
export const recordAt = async ({ id, rev }: Emitted): Promise<CaseDoc | null> => {
  const record = await Cases.one({ _id: id })
  if (!record || record.rev === rev) return record
  const entries = await Histories.list({ caseId: id, n: { $lte: rev } }, { sort: { n: 1 } })
  return { ...record, ...foldHistory(entries), rev }
}

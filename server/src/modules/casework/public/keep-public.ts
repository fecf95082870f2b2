import type { EventName } from '@xiangli/shared/catalog/events'
import { caseworkEvents } from '@xiangli/shared/casework/events'
import type { SignalReaction } from '../../../core/module'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../case.model'
import { buildPublic } from './build-public'
import { PublicCases } from './public-case.model'

const MOST_STEPS = 500
const historyOf = (caseId: string): Promise<HistoryDoc[]> => Histories.list({ caseId }, { sort: { n: 1 }, limit: MOST_STEPS })

/** In the transaction of the command, so that it is seen, or gone, the moment the person hears it is. */
export const putPublic = async (record: CaseDoc): Promise<void> => {
  const { _id, county: _county, ...shown } = buildPublic(record, await historyOf(record._id))
  await PublicCases.removeMany({ _id })
  await PublicCases.add({ _id, county: record.county, ...shown })
}

export const dropPublic = (caseId: string): Promise<number> => PublicCases.removeMany({ _id: caseId })

const PLACED = ['requesterName', 'villageId', 'gridId', 'point', 'spot', 'spotIs'] as const

/** Follows the case as it moves; never makes one anew and never writes an older state over a newer, so it may be late or repeated. */
const refresh = async (caseId: string): Promise<void> => {
  const kept = await PublicCases.one({ _id: caseId }, { projection: { rev: 1 } })
  if (!kept) return
  const record = await Cases.one({ _id: caseId })
  if (!record || record.rev <= kept.rev) return
  const { _id, county: _county, ...shown } = buildPublic(record, await historyOf(caseId))
  const left = Object.fromEntries(PLACED.filter((field) => !(field in shown)).map((field) => [field, '' as const]))
  await PublicCases.change({ _id, rev: { $lt: record.rev } }, { $set: shown, ...(Object.keys(left).length > 0 ? { $unset: left } : {}) })
}

export const refreshPublic: SignalReaction = {
  kind: 'signal',
  name: 'casework.refreshPublic',
  // Nothing is public that nobody has accepted.
  on: (Object.keys(caseworkEvents) as EventName[]).filter((name) => name !== 'casework.submitted'),
  act: ({ event }) => refresh(event.id),
}

import { limitsOf } from '@xiangli/shared/casework/case-type'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { dayOf } from '@xiangli/shared/core/time'
import { factsOf, type FactSource } from '@xiangli/shared/stats/facts'
import { NOWHERE } from '@xiangli/shared/stats/figures'
import { inTransaction } from '../../core/transaction'
import { CallBacks, Cases, Histories, paceOf, typeOf, type CaseDoc, type HistoryDoc } from '../casework'
import { Changed, Facts, type ChangedDoc, type FactDoc } from './fact.model'

type Calls = FactSource['calls']

export const factDocsOf = (record: CaseDoc, entries: readonly HistoryDoc[], calls: Calls): FactDoc[] => {
  const type = typeOf(record)
  const [, town = NOWHERE, village = NOWHERE] = ancestorsOf(record.regionPath)
  const { time: timing } = paceOf(type, record.grade)
  const { totalMinutes: limitMinutes } = limitsOf(type, record.grade, record.category ?? undefined)
  return factsOf({ record, entries, calls, timing, limitMinutes }).map(({ id, ...fact }) => ({
    ...fact,
    _id: `${record._id}:${id}`,
    county: record.county,
    caseId: record._id,
    month: dayOf(fact.at).slice(0, 7),
    town,
    village,
    category: record.category ?? NOWHERE,
  }))
}

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const historyProjection = { n: 1, at: 1, action: 1, to: 1, set: 1, caseId: 1 } as const

const factsFor = async (caseIds: readonly string[]): Promise<FactDoc[]> => {
  const cases = await Cases.list({ _id: { $in: [...caseIds] } })
  const entries = await Histories.list({ caseId: { $in: [...caseIds] } }, { sort: { caseId: 1, n: 1 }, projection: historyProjection })
  const rounds = await CallBacks.list({ caseId: { $in: [...caseIds] }, ended: { $ne: null } })
  const [byCase, callsByCase] = [grouped(entries, ({ caseId }) => caseId), grouped(rounds, ({ caseId }) => caseId)]
  return cases.flatMap((record) => {
    const calls = (callsByCase.get(record._id) ?? []).flatMap(({ round, ended, endedAt }) => (ended && endedAt ? [{ round, ended, endedAt }] : []))
    return factDocsOf(record, byCase.get(record._id) ?? [], calls)
  })
}

/**
 * What is counted of these cases, put in the place of what was counted before. Read and written in one
 * transaction: whoever takes in the same case at the same moment meets the rows and does it over.
 */
export const takeIn = (caseIds: readonly string[], alongside: () => Promise<void> = async () => undefined): Promise<void> =>
  inTransaction(async () => {
    const docs = await factsFor(caseIds)
    await Facts.removeMany({ caseId: { $in: [...caseIds] } })
    await Facts.addMany(docs)
    await alongside()
  })

/** A case changed again meanwhile keeps its row and is taken in once more. */
export const takeInChanged = (changed: readonly ChangedDoc[]): Promise<void> =>
  takeIn(changed.map(({ _id }) => _id), async () => {
    await Changed.removeMany({ $or: changed.map(({ _id, times }) => ({ _id, times })) })
  })

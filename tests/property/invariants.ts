import { expect } from '@jest/globals'
import { colourOf, WARN_MINUTES } from '@xiangli/shared/casework/clock'
import { foldHistory, type CaseRecord } from '@xiangli/shared/casework/record'
import { CASE_STATES, isOpen, OPEN_STATES } from '@xiangli/shared/casework/states'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { addMinutes } from '@xiangli/shared/core/time'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework/case.model'
import { Accounts } from '../../server/src/modules/identity/account.model'
import { unitById } from '../../server/src/modules/region'

/** Every field of a case record; the compiler holds the list to the type. */
const FIELDS = Object.keys({
  state: 1, grade: 1, category: 1, title: 1, place: 1, regionPath: 1, scopeKeys: 1, ownerUnitId: 1, handler: 1, asked: 1, answer: 1,
  answeredAt: 1, rating: 1, isUnrated: 1, reopenedCount: 1, closedAt: 1, reason: 1, updatedAt: 1, acceptBy: 1, yellowAt: 1, redAt: 1,
  remainingMinutes: 1,
} satisfies Record<keyof CaseRecord, 1>) as (keyof CaseRecord)[]

const recordOf = (doc: Partial<CaseRecord>): Partial<CaseRecord> => Object.fromEntries(FIELDS.map((field) => [field, doc[field]]))

export const loadCase = async (caseId: string): Promise<{ doc: CaseDoc; entries: HistoryDoc[] }> => ({
  doc: (await Cases.one({ _id: caseId }))!,
  entries: await Histories.list({ caseId }, { sort: { n: 1 } }),
})

const expectHistory = (doc: CaseDoc, entries: readonly HistoryDoc[]): void => {
  expect(entries.map(({ n }) => n)).toEqual(entries.map((_, at) => at + 1))
  expect(doc.rev).toBe(entries.length)
  expect(recordOf(foldHistory(entries))).toEqual(recordOf(doc))
  entries.forEach((entry, at) => {
    expect(entry.from).toBe(entries[at - 1]?.to ?? null)
    expect(entry.to).toBe(entry.set.state)
  })
  expect(entries.slice(1).filter((entry) => !isLegal(entry))).toEqual([])
}

const isLegal = ({ action, from, to }: HistoryDoc): boolean =>
  complaint.flow.some((row) => row.action === action && from !== null && row.from.includes(from) && (row.to === 'same' ? from : row.to) === to)

const expectHands = async (doc: CaseDoc): Promise<void> => {
  expect(unitById(doc.ownerUnitId)).toBeDefined()
  expect(unitById(doc.handler.unitId)).toBeDefined()
  const { personId, unitId } = doc.handler
  if (personId !== null) expect(await Accounts.one({ _id: personId })).not.toBeNull()
  expect(doc.scopeKeys.filter((key) => key.startsWith('h:'))).toEqual([`h:${personId ?? unitId}`])
  expect(doc.scopeKeys).toEqual(expect.arrayContaining(ancestorsOf(doc.regionPath)))
  expect(new Set(doc.scopeKeys).size).toBe(doc.scopeKeys.length)
}

const expectTime = (doc: CaseDoc, now: Date): void => {
  const { state, grade, acceptBy, yellowAt, redAt, remainingMinutes } = doc
  expect(CASE_STATES).toContain(state)
  expect(doc.closedAt !== null).toBe(!isOpen(state))
  expect(acceptBy !== null).toBe(state === 'pending')
  const runs = isOpen(state) && state !== 'answered'
  if (runs) expect(yellowAt).toEqual(addMinutes(redAt!, -WARN_MINUTES[grade]))
  else expect([yellowAt, redAt]).toEqual([null, null])
  expect(Number.isInteger(remainingMinutes)).toBe(state === 'answered')
  expect(colourOf(doc, now) === 'none').toBe(!isOpen(state))
  expect(colourOf(doc, now) === 'paused').toBe(state === 'answered')
}

const expectTalk = (doc: CaseDoc): void => {
  const isWorked = OPEN_STATES.some((state) => state === doc.state) && doc.state !== 'answered'
  if (!isWorked) expect(doc.asked).toBeNull()
  if (doc.state === 'answered') expect([doc.answer !== null, doc.answeredAt !== null]).toEqual([true, true])
  if (isWorked) expect([doc.answer, doc.answeredAt, doc.rating, doc.isUnrated]).toEqual([null, null, null, false])
  if (doc.state === 'closed') expect(doc.isUnrated).toBe(doc.rating === null)
  if (doc.state !== 'closed') expect([doc.rating, doc.isUnrated]).toEqual([null, false])
}

/** What holds of every case at every moment, whoever did whatever before. */
export const expectWhole = async (caseId: string, now: Date): Promise<CaseDoc> => {
  const { doc, entries } = await loadCase(caseId)
  expectHistory(doc, entries)
  await expectHands(doc)
  expectTime(doc, now)
  expectTalk(doc)
  return doc
}

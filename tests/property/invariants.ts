import assert from 'node:assert/strict'
import { colourOf, WARN_MINUTES } from '@xiangli/shared/casework/clock'
import { MOST_TRIES } from '@xiangli/shared/casework/call-back'
import { nextCrossing } from '@xiangli/shared/casework/crossing'
import { startOfDay } from '@xiangli/shared/casework/names'
import { foldHistory, type CaseRecord } from '@xiangli/shared/casework/record'
import type { ParentStand } from '@xiangli/shared/casework/rules'
import { CASE_STATES, isOpen, OPEN_STATES, type CaseState } from '@xiangli/shared/casework/states'
import { MOST_RETURNS } from '@xiangli/shared/casework/returns'
import { MOST_CALLED, stillCalled } from '@xiangli/shared/casework/whistle'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { dayOf } from '@xiangli/shared/core/time'
import { ancestorsOf, barredRegionsOf, isBar } from '@xiangli/shared/core/scope'
import { CallBacks } from '../../server/src/modules/casework/call-back.model'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework/case.model'
import { withParent } from '../../server/src/modules/casework/parents'
import { Accounts } from '../../server/src/modules/identity/account.model'
import { paceOf, typeOf } from '../../server/src/modules/casework'
import { Supervisions } from '../../server/src/modules/casework/supervision.model'
import { parentUnit, unitById } from '../../server/src/modules/region'

/** Every field of a case record; the compiler holds the list to the type. */
/** Without the bars, which no reader holds: they take a case from a second post, and give it to nobody. */
const heldKeys = ({ scopeKeys }: CaseDoc): string[] => scopeKeys.filter((key) => !isBar(key))

const FIELDS = Object.keys({
  typeVersion: 1, state: 1, grade: 1, category: 1, title: 1, place: 1, regionPath: 1, scopeKeys: 1, ownerUnitId: 1, handler: 1, asked: 1, answer: 1,
  answeredAt: 1, rating: 1, isUnrated: 1, reopenedCount: 1, closedAt: 1, reason: 1, publication: 1, updatedAt: 1, acceptBy: 1, yellowAt: 1, redAt: 1,
  remainingMinutes: 1, limitFrom: 1, limitMinutes: 1, nextAt: 1, warnedFor: 1, called: 1, escalatedFor: 1, supervision: 1, leader: 1, pause: 1,
  pausedMinutes: 1, timeRequest: 1, isExtended: 1, merged: 1, childCount: 1, callBackAt: 1, callBack: 1, calledFor: 1, hearing: 1, returns: 1, calledUnits: 1, about: 1, outsideDue: 1, triage: 1, admittedAt: 1, risk: 1, released: 1, signing: 1,
} satisfies Record<keyof CaseRecord, 1>) as (keyof CaseRecord)[]

const recordOf = (doc: Partial<CaseRecord>): Partial<CaseRecord> => Object.fromEntries(FIELDS.map((field) => [field, doc[field]]))

/** With how its parent stands, as the rules of a merged case ask. */
export const loadCase = async (caseId: string): Promise<{ doc: CaseDoc & { parent?: ParentStand }; entries: HistoryDoc[] }> => ({
  doc: await withParent((await Cases.one({ _id: caseId }))!),
  entries: await Histories.list({ caseId }, { sort: { n: 1 } }),
})

const checkHistory = (doc: CaseDoc, entries: readonly HistoryDoc[]): void => {
  assert.deepEqual(entries.map(({ n }) => n), entries.map((_, at) => at + 1))
  assert.equal(doc.rev, entries.length)
  assert.deepEqual(recordOf(foldHistory(entries)), recordOf(doc))
  entries.forEach((entry, at) => {
    assert.equal(entry.from, entries[at - 1]?.to ?? null)
    assert.equal(entry.to, entry.set.state)
  })
  assert.deepEqual(entries.slice(1).filter((entry) => !isLegal(entry, entries)), [])
}

/** Taken out of a merging, a case stands where it stood before, which its history tells. */
const isLegal = ({ action, from, to, n }: HistoryDoc, entries: readonly HistoryDoc[]): boolean => {
  const before = entries.filter((entry) => entry.n < n && entry.action === 'merge').at(-1)?.from
  const targetOf = (target: CaseState | 'same' | 'before') => (target === 'same' ? from : target === 'before' ? before : target)
  return complaint.flow.some((row) => row.action === action && from !== null && row.from.includes(from) && targetOf(row.to) === to)
}

const checkHands = async (doc: CaseDoc): Promise<void> => {
  assert.ok(unitById(doc.ownerUnitId), 'one owner')
  assert.ok(unitById(doc.handler.unitId), 'one handler')
  assert.ok(!doc.place.townId || !doc.place.villageId, 'a township stands only until the village is known')
  const { personId, unitId } = doc.handler
  if (personId !== null) assert.ok(await Accounts.one({ _id: personId }), 'the handler is somebody')
  if (doc.triage) {
    assert.deepEqual(heldKeys(doc), ancestorsOf(doc.regionPath).map((id) => `triage:${id}`), 'on nobody’s list until somebody has looked')
    return
  }
  assert.deepEqual(doc.scopeKeys.filter((key) => key.startsWith('h:')), [`h:${personId ?? unitId}`])
  assert.deepEqual(ancestorsOf(doc.regionPath).filter((key) => !doc.scopeKeys.includes(key)), [])
  assert.equal(new Set(doc.scopeKeys).size, doc.scopeKeys.length)
}

const checkTime = (doc: CaseDoc, now: Date): void => {
  const { state, grade, acceptBy, yellowAt, redAt, remainingMinutes, pause } = doc
  const { time } = paceOf(complaint, grade)
  assert.ok(CASE_STATES.includes(state), `${state} is a legal state`)
  assert.equal(doc.closedAt !== null, !isOpen(state))
  if (doc.triage) {
    assert.deepEqual([acceptBy, yellowAt, redAt !== null], [null, null, isOpen(state)], 'one limit: until somebody looks')
    return
  }
  assert.equal(acceptBy !== null, state === 'pending')
  const stands = state === 'answered' || pause !== null
  const runs = isOpen(state) && !stands
  assert.deepEqual([yellowAt, redAt], runs ? [time.before(redAt!, WARN_MINUTES[grade]), redAt] : [null, null])
  assert.equal(Number.isInteger(remainingMinutes), stands)
  assert.equal(colourOf(doc, now) === 'none', !isOpen(state))
  assert.equal(colourOf(doc, now) === 'paused', stands)
}

const ONE_LIMIT = Math.max(...Object.values(complaint.limits).map(({ totalMinutes }) => totalMinutes), ...complaint.categories.map(({ limits }) => limits?.totalMinutes ?? 0))

/** Nothing is dodged: something always comes until the county owns it, and what may be put off is bounded. */
const checkDuties = async (doc: CaseDoc, entries: readonly HistoryDoc[]): Promise<void> => {
  const next = nextCrossing(doc, typeOf(doc))
  assert.deepEqual(doc.nextAt, next?.at ?? null)
  if (isOpen(doc.state)) assert.ok(next || doc.supervision?.isTop || doc.triage?.raisedAt, 'an open case has something coming, or lies with the county')
  else assert.deepEqual([doc.callBackAt, doc.supervision, doc.pause, doc.timeRequest], [doc.nextAt, null, null, null])
  assert.ok(entries.filter(({ action, set }) => action === 'grantTime' && set.isExtended).length <= 1, 'one extension')
  assert.ok(doc.pausedMinutes <= ONE_LIMIT, 'pauses total at most one limit')
  if (doc.supervision) assert.equal(doc.supervision.unitId, doc.ownerUnitId)
  const rows = await Supervisions.list({ caseId: doc._id }, { sort: { since: 1, level: 1 } })
  assert.deepEqual(rows.filter(({ ended }) => ended === null).map(({ _id, awaits, due, unitId }) => [_id, awaits, due, unitId]),
    doc.supervision ? [[doc.supervision.id, doc.supervision.awaits, doc.supervision.due, doc.supervision.unitId]] : [])
}

/** The owner only ever moves up by the timetable, one level at a time, and not past the county. */
const checkMoves = (entries: readonly HistoryDoc[]): void => {
  let owner = ''
  for (const { action, set } of entries) {
    if (action === 'reopen' || action === 'notFixed') assert.ok([owner, parentUnit(owner)?.id].includes(set.ownerUnitId), 'not fixed: one level up, or where it has moved meanwhile')
    if (action === 'escalate') assert.equal(set.ownerUnitId, parentUnit(owner)?.id ?? owner)
    owner = set.ownerUnitId ?? owner
  }
}

const checkTalk = (doc: CaseDoc): void => {
  const isWorked = OPEN_STATES.some((state) => state === doc.state) && doc.state !== 'answered'
  if (!isWorked) assert.equal(doc.asked, null)
  if (doc.state === 'answered') assert.ok(doc.answer && doc.answeredAt)
  if (isWorked) assert.deepEqual([doc.answer, doc.answeredAt, doc.rating, doc.isUnrated], [null, null, null, false])
  if (doc.state === 'closed') assert.equal(doc.isUnrated, doc.rating === null)
  if (doc.state !== 'closed') assert.deepEqual([doc.rating, doc.isUnrated], [null, false])
}

/** Sent back at most twice, by no unit again, and never after somebody decided; until then the arbiter's desk has it. */
const checkReturns = ({ returns, handler, scopeKeys }: CaseDoc, entries: readonly HistoryDoc[]): void => {
  const returned = entries.filter(({ action }) => action === 'returnCase')
  assert.ok(returned.length <= MOST_RETURNS, 'returns bounded')
  assert.deepEqual(returns?.by ?? [], [...new Set(returns?.by)])
  assert.equal(returned.length, returns?.by.length ?? 0)
  const decided = entries.find(({ action }) => action === 'arbitrate')?.n
  assert.ok(decided === undefined || returned.every(({ n }) => n < decided), 'a decision binds')
  if (returns?.arbiter) assert.deepEqual([handler.unitId, handler.personId, returns.isBound], [returns.arbiter.unitId, null, false])
  assert.deepEqual(scopeKeys.filter((key) => key.startsWith('arb:')), returns?.arbiter ? [`arb:${returns.arbiter.unitId}`] : [])
}

/** Of a sealed case the village has nothing before it is released, and the record never has more than it may. */
const checkSealed = (doc: CaseDoc): void => {
  if (doc.names !== 'sealed') return
  assert.deepEqual([doc.words, doc.voiceFileId, doc.photoFileIds, doc.place.point, doc.place.words, doc.merged, doc.childCount], [undefined, undefined, [], undefined, undefined, null, 0])
  assert.ok(doc.requesterId.startsWith('p_'))
  assert.equal(doc.receivedAt.getTime(), startOfDay(doc.receivedAt).getTime())
  const hidden = [doc.place.villageId, doc.place.gridId].filter((id) => id !== undefined)
  if (!doc.released) assert.deepEqual(heldKeys(doc).filter((key) => hidden.some((id) => key.includes(id))), [])
}

/** Whoever is called sees the case until done; what is about a level has no key of it, and no company. */
const checkCompany = (doc: CaseDoc): void => {
  const still = stillCalled(doc).map(({ unitId }) => unitId)
  assert.ok(doc.calledUnits.length <= MOST_CALLED)
  assert.deepEqual(doc.scopeKeys.filter((key) => key.startsWith('called:')).sort(), still.map((id) => `called:${id}`).sort())
  checkSealed(doc)
  if (!isOpen(doc.state) || doc.state === 'answered') assert.deepEqual(still, [])
  if (!doc.about) return
  assert.equal(ancestorsOf(doc.regionPath).length <= (doc.about === 'village' ? 2 : 1), true)
  const hidden = [doc.place.villageId, doc.place.gridId].filter((id) => id !== undefined)
  assert.deepEqual(heldKeys(doc).filter((key) => hidden.some((id) => key.includes(id))), [])
  if (doc.about === 'village' && doc.place.villageId) assert.deepEqual(barredRegionsOf(doc.scopeKeys), [doc.place.villageId], 'barred to whoever serves the village besides')
  assert.equal(doc.merged, null)
}

/** Nobody's report is lost in another: its parent is there, is no child itself, and counts it. */
const checkFamily = async (doc: CaseDoc): Promise<void> => {
  assert.equal(doc.merged !== null, doc.state === 'merged')
  const children = await Cases.list({ 'merged.intoId': doc._id, state: 'merged' } as never)
  assert.equal(doc.childCount, children.length)
  if (!doc.merged) return
  assert.equal(doc.childCount, 0, 'no chains')
  const parent = await Cases.one({ _id: doc.merged.intoId })
  assert.ok(parent && parent.state !== 'merged' && parent.state !== 'withdrawn', 'a parent that somebody answers for')
  assert.equal(ancestorsOf(parent.regionPath)[0], ancestorsOf(doc.regionPath)[0])
}

/** Asked about by the centre, one round at a time; reopened so often, heard once, and then no more by itself. */
const checkAfterwards = async (doc: CaseDoc, entries: readonly HistoryDoc[]): Promise<void> => {
  const { callBack, calledFor, state, hearing } = doc
  assert.ok(doc.reopenedCount <= complaint.mostReopenings, 'reopenings are bounded')
  assert.ok(entries.filter(({ set }) => set.hearing && !set.hearing.heldAt).length <= 1, 'one hearing')
  if (hearing && !hearing.heldAt) assert.ok(['accepted', 'handling'].includes(state), 'nothing ends a case before its hearing')
  assert.ok(entries.filter(({ action }) => action === 'reopen' || action === 'notFixed').length <= complaint.mostReopenings + 1, 'not fixed ends')
  if (callBack) assert.ok(state === 'answered' || state === 'closed')
  const rows = await CallBacks.list({ caseId: doc._id }, { sort: { round: 1 } })
  assert.deepEqual(rows.map(({ round }) => round), Array.from({ length: calledFor?.round ?? 0 }, (_, at) => at + 1))
  assert.deepEqual(rows.filter(({ ended }) => ended === null).map(({ _id, tries }) => [_id, tries.length]), callBack ? [[callBack.id, callBack.tries]] : [])
  assert.ok(rows.every(({ tries }) => tries.length <= MOST_TRIES && new Set(tries.map(({ at }) => dayOf(at))).size === tries.length), 'tried on different days')
}

/** What holds of every case at every moment, whoever did whatever before. */
export const checkWhole = async (caseId: string, now: Date): Promise<CaseDoc> => {
  const { doc, entries } = await loadCase(caseId)
  await checkFamily(doc)
  checkHistory(doc, entries)
  await checkHands(doc)
  checkTime(doc, now)
  await checkDuties(doc, entries)
  checkMoves(entries)
  await checkAfterwards(doc, entries)
  checkTalk(doc)
  checkReturns(doc, entries)
  checkCompany(doc)
  return doc
}

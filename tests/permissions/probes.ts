import { ulid } from 'ulid'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import { complaint } from '@xiangli/shared/complaint/case-type'
import type { Actor } from '@xiangli/shared/core/actor'
import { AppError } from '../../server/src/core/fail'
import { database } from '../../server/src/core/database'
import { execute } from '../../server/src/core/execute'

export interface Records {
  caseId: string
  residentId: string
  regionId: string
  villageId: string
  unitId: string
  townUnitId: string
}

const aimed: Partial<Record<OperationName, (records: Records) => object>> = {
  'casework.handle': ({ caseId }) => ({ caseId, words: '看过' }),
  'casework.answer': ({ caseId }) => ({ caseId, words: '办好' }),
  'casework.ask': ({ caseId }) => ({ caseId, question: '哪里' }),
  'casework.assign': ({ caseId }) => ({ caseId, personId: ulid() }),
  'casework.route': ({ caseId }) => ({ caseId, category: 'no-such-category' }),
  'casework.admit': ({ caseId }) => ({ caseId }),
  'casework.turnAway': ({ caseId }) => ({ caseId, reason: '没有这回事' }),
  'casework.setRisk': ({ caseId }) => ({ caseId, level: 'major', reason: '去看过' }),
  'casework.addPlaceCodes': ({ villageId }) => ({ codes: [{ id: ulid(), name: '路灯', kind: 'lamp', villageId }] }),
  'casework.decline': ({ caseId }) => ({ caseId, reason: '不属于' }),
  'casework.disown': ({ caseId }) => ({ caseId, reason: '本人说不用了' }),
  'casework.giveUp': ({ caseId }) => ({ caseId, reason: '办不了' }),
  'casework.publish': ({ caseId }) => ({ caseId, summary: '路坏了' }),
  'casework.unpublish': ({ caseId }) => ({ caseId, reason: '写错了' }),
  'casework.draftSummary': ({ caseId }) => ({ caseId }),
  'casework.accept': ({ caseId }) => ({ caseId }),
  'casework.revealRequester': ({ caseId }) => ({ caseId, reason: '核实' }),
  'casework.readSayings': ({ caseId }) => ({ caseId }),
  'casework.release': ({ caseId }) => ({ caseId, words: '水渠断了' }),
  'casework.askOpening': ({ caseId }) => ({ openingId: ulid(), caseId, reason: '需要当面核实情况再处理' }),
  'casework.recordCallBack': ({ caseId }) => ({ caseId, result: 'fixed' }),
  'casework.holdHearing': ({ caseId }) => ({ caseId, words: '开过了' }),
  'casework.getCase': ({ caseId }) => ({ caseId }),
  'casework.merge': ({ caseId }) => ({ caseId, children: [{ caseId }] }),
  'casework.unmerge': ({ caseId }) => ({ caseId }),
  'casework.listSimilar': ({ caseId }) => ({ caseId }),
  'casework.listChildren': ({ caseId }) => ({ caseId }),
  'casework.listAssignees': ({ caseId }) => ({ caseId }),
  'calendar.publishCalendar': () => ({ version: 1, reason: '没有改动' }),
  'calendar.previewCalendar': () => ({ version: 1 }),
  'calendar.listVersions': () => ({}),
  'casework.listSettings': () => ({}),
  'casework.signAnswer': ({ caseId }) => ({ caseId }),
  'casework.refuseAnswer': ({ caseId }) => ({ caseId, reason: '再改' }),
  'casework.setSigning': ({ unitId }) => ({ unitId, isNeeded: true, version: 99 }),
  'casework.saveResponsibility': ({ unitId }) => ({ code: 'X-1', version: 99, unitId, title: '试', basis: '试' }),
  'casework.importResponsibilities': ({ unitId }) => ({ rows: [{ code: 'X-1', version: 99, unitId, title: '试', basis: '试' }] }),
  'casework.readResponsibilityFile': () => ({}),
  'casework.listResponsibilityVersions': () => ({ code: 'X-1' }),
  'casework.exportResponsibilities': () => ({}),
  'casework.readSettings': () => ({}),
  'casework.showApplying': () => ({}),
  'casework.checkSettings': () => ({ version: 99, settings: settingsOf(complaint) }),
  'casework.previewSettings': () => ({ version: 99, settings: settingsOf(complaint) }),
  'casework.publishSettings': () => ({ version: 99, settings: settingsOf(complaint), reason: '没有改动' }),
  'casework.applySettings': () => ({ version: 99 }),
  'registry.revealResident': ({ residentId }) => ({ residentId, reason: '核实' }),
  'duty.listShifts': ({ unitId }) => ({ unitId, from: '2026-11-20', days: 7 }),
  'duty.listPeople': ({ unitId }) => ({ unitId }),
  'duty.setPhoneList': ({ unitId }) => ({ unitId, rev: 99, personIds: [] }),
  'handover.prepare': ({ townUnitId }) => ({ unitId: townUnitId }),
  'handover.listPast': ({ townUnitId }) => ({ unitId: townUnitId }),
  'handover.sign': ({ townUnitId }) => ({ unitId: townUnitId, shiftId: ulid() }),
  'handover.watch': ({ caseId, unitId }) => ({ watchId: ulid(), unitId, caseId, kind: 'watched', note: '看', until: '2027-01-01T00:00:00Z' }),
  'hotline.listReports': () => ({}),
  'hotline.saveSource': () => ({ code: '12345', version: 99, name: '热线', columns: {}, dateFormat: 'auto', categoryWords: {}, gradeWords: {} }),
  'hotline.reconcile': () => ({ day: '2026-11-20' }),
  'identity.listTeam': ({ regionId }) => ({ regionId }),
}

type Stored = { _id: string }
const kept = new Map<string, Stored>()

/** Remembers a case as it is, so that a probe that goes through leaves the next one the same case. */
export const keep = async ({ caseId }: Records): Promise<void> => {
  const record = await database().collection<Stored>('cases').findOne({ _id: caseId })
  if (record) kept.set(caseId, record)
}

const restore = async ({ caseId }: Records): Promise<void> => {
  const record = kept.get(caseId)
  if (!record) return
  await database().collection<Stored>('cases').replaceOne({ _id: caseId }, record)
  await database().collection('case_history').deleteMany({ caseId, n: { $gt: 1 } })
}

/** Operations aimed at one record; the others are lists, which are asked what they show. */
export const aimedOperations = Object.keys(aimed) as OperationName[]

export type Verdict = 'never' | 'unseen' | 'refused' | 'reached'

/**
 * How far an actor gets with an operation on a record: their role never has it, the record is not
 * there for them, it is there but this step is not theirs, or the request reached the record's rules.
 */
export const probe = async (actor: Actor, operation: OperationName, records: Records): Promise<Verdict> => {
  try {
    await execute({ operation, input: aimed[operation]?.(records) ?? {}, actor, trace: 'permission-probe' })
    await restore(records)
    return 'reached'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'core.forbidden') return 'never'
    if (error.code === 'core.notFound') return 'unseen'
    if (error.code === 'casework.notYours' || error.code === 'duty.notYours' || error.code === 'casework.codeOutsideScope') return 'refused'
    if (error.code === 'core.unexpected' || error.code === 'core.badInput') throw new Error(`${operation}: ${error.code} ${error.message}`)
    return 'reached'
  }
}

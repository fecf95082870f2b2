import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { contracts, type OperationName, type QueryName } from '@xiangli/shared/catalog/contracts'
import type { RoleName } from '@xiangli/shared/core/roles'
import { operationsOfRole, roleNames } from '@xiangli/shared/core/roles'
import type { PersonActor } from '@xiangli/shared/core/actor'
import { SHEET_LISTS } from '@xiangli/shared/sheet/lists'
import readXlsx from 'read-excel-file/node'
import { aTown, type Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import { addHouseholds } from '../../server/src/modules/registry'
import { CallBacks } from '../../server/src/modules/casework/call-back.model'
import { Cases } from '../../server/src/modules/casework/case.model'
import { Opinions } from '../../server/src/modules/casework/opinion.model'
import { regionById } from '../../server/src/modules/region'
import { takeIn } from '../../server/src/modules/stats'
import { appointmentAt, personWith } from './actors'

/** Marks that stand in every record of the neighbour and in nothing else. */
const MARKS = ['邻村的事', '邻村村民', '邻村理由']
let town: Town
const foreignIds: string[] = []

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  await town.inCounty(async () => {
    const villager = { ...personWith(town, []), villageId: town.there.villageId }
    const caseId = ulid()
    foreignIds.push(caseId, town.there.gridId, town.there.villageId)
    await execute({ operation: 'casework.submit', input: { caseId, words: MARKS[0], category: 'road', place: { point: town.there.point } }, actor: villager, trace: 'permission-probe' })
    const unknown = ulid()
    foreignIds.push(unknown)
    await execute({ operation: 'casework.submit', input: { caseId: unknown, words: MARKS[0], place: { point: town.there.point } }, actor: personWith(town, []), trace: 'permission-probe' })
    const keeper = personWith(town, [appointmentAt(town, 'villageSecretary', 'there')])
    await execute({ operation: 'casework.addPlaceCodes', input: { codes: [{ id: ulid(), name: MARKS[0], kind: 'lamp', villageId: town.there.villageId }] }, actor: keeper, trace: 'permission-probe' })
    const ring = { ringId: ulid(), question: 'danger', answer: 'gas', phone: '13812345678', place: { point: town.there.point, words: MARKS[0] } }
    await execute({ operation: 'casework.ringDutyDesk', input: ring, actor: villager, trace: 'permission-probe' })
    const order = { externalNumber: 'LINJU001', words: MARKS[0], village: regionById(town.there.villageId)!.name }
    await execute({ operation: 'hotline.takeOrder', input: { source: '12345', sourceName: '热线', order }, actor: { kind: 'system', id: 'hotline', county: town.county }, trace: 'permission-probe' })
    const secretary = personWith(town, [appointmentAt(town, 'villageSecretary', 'there')])
    await execute({ operation: 'casework.revealRequester', input: { caseId, reason: MARKS[2] }, actor: secretary, trace: 'permission-probe' }).catch(() => undefined)
    const centre = personWith(town, [appointmentAt(town, 'countyDispatcher', 'there')])
    await execute({ operation: 'casework.listForSupervision', input: { caseId, reason: MARKS[0] }, actor: centre, trace: 'permission-probe' })
    const { scopeKeys } = await Cases.need({ _id: caseId })
    for (const [at, ended] of [null, 'fixed' as const].entries()) {
      await CallBacks.add({ _id: ulid(), county: town.county, caseId, round: at + 1, kind: 'first', due: new Date(), scopeKeys, tries: [], nextTry: new Date(), ended, endedAt: ended && new Date() })
    }
    await Opinions.add({ _id: `${caseId}:1`, county: town.county, caseId, unitId: 'committee-v101201', month: '2026-11', answeredAt: new Date(), opinion: 'waiting' })
    await takeIn([caseId])
    const desk = personWith(town, [appointmentAt(town, 'townDispatcher', 'there')])
    await execute({ operation: 'casework.saveTemplate', input: { id: ulid(), version: 0, regionId: town.there.townId, state: 'answered', title: MARKS[0], text: '办好了' }, actor: desk, trace: 'permission-probe' })
    const members = [{ name: MARKS[1]!, sex: 'male' as const, birthYear: 1990, idNumber: '620821199001011232', relation: '02' }]
    await addHouseholds([{ number: '邻村户', villageId: town.there.villageId, regionPath: regionById(town.there.gridId)!.path, members }])
  })
}, 60_000)
afterAll(() => town?.stop())

const lists: Partial<Record<QueryName, object[]>> = {
  'casework.listCases': [{}, { sort: 'newest' }, { regionId: '$there' }, { colour: 'green' }, { states: ['pending'] }, { unitId: 'dept-transport' }, { mine: true }],
  'casework.countByColour': [{}, { regionId: '$there' }],
  'casework.listOnMap': [{ west: 100, south: 30, east: 115, north: 40 }, { west: 100, south: 30, east: 115, north: 40, regionId: '$there' }],
  'casework.listSupervisions': [{}, { show: 'ended' }, { regionId: '$there' }, { awaits: 'feedback' }, { mine: true }],
  'casework.countSupervisions': [{}, { regionId: '$there' }],
  'casework.countBoard': [{}, { by: 'unit' }, { regionId: '$there' }, { by: 'unit', regionId: '$there' }],
  'casework.listCallBacks': [{}, { show: 'ended' }, { regionId: '$there' }],
  'casework.showSatisfaction': [{ month: '2026-11' }],
  'casework.listOpinions': [{ unitId: 'committee-v101201', month: '2026-11', opinion: 'waiting' }],
  'casework.listTemplates': [{}, { withRetired: true }],
  'casework.listRings': [{}, { isOpen: false }],
  'casework.listTriage': [{}, { show: 'turnedAway' }],
  'casework.countTriage': [{}],
  'casework.listPlaceCodes': [{}, { regionId: '$there' }],
  'registry.listResidents': [{}, { regionId: '$there' }, { words: '邻' }, { words: '620821199001011232' }],
  'registry.listHouseholds': [{}, { regionId: '$there' }],
  'journal.listEntries': [{}, { operation: 'casework.submit' }, { targetId: '$case' }],
  'duty.whoIsOnDuty': [{}, { unitIds: ['committee-v101201'] }],
  'duty.listShifts': [{ unitId: 'committee-v101201', from: '2026-11-20', days: 7 }],
  'handover.prepare': [{ unitId: '$thereTown' }],
  'handover.listPast': [{ unitId: '$thereTown' }],
  'hotline.listOrders': [{}, { show: 'attention' }, { externalNumber: 'LINJU001' }],
  'stats.show': [{ period: '2026-11', by: 'unit' }, { period: '2026-11', by: 'category', regionId: '$there' }, { period: '2026-11', unitId: 'committee-v101201' }],
  'stats.listCases': [{ period: '2026-11', figure: 'received' }, { period: '2026-11', figure: 'received', regionId: '$there' }, { period: '2026-11', figure: 'came', unitId: 'committee-v101201' }, { period: '2026-11', figure: 'received', by: 'place', key: '$there' }],
  'region.listUnits': [{}, { regionId: '$there' }],
}

const fill = (input: object): object =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, value === '$there' ? town.there.villageId : value === '$thereTown' ? `township-${town.there.townId}` : value === '$case' ? foreignIds[0] : value]))

/** All that stands in the workbook, or why there is none. */
const bookOf = async ({ list, input, actor }: { list: string; input: object; actor: PersonActor }): Promise<string> => {
  const made = await execute({ operation: 'sheet.download', input: { list, input }, actor, trace: 'permission-probe' }).catch((error: { code: string }) => error.code)
  if (typeof made === 'string') return made
  const { base64 } = made.output as { base64: string }
  return JSON.stringify(await readXlsx(Buffer.from(base64, 'base64')))
}

const localRoles = roleNames.filter((role) => !['departmentStaff', 'departmentLeader', 'countyDispatcher', 'countyLeader'].includes(role))

test.each(localRoles.map((role) => [role]))('a %s sees nothing of the neighbour on any list', async (role: RoleName) => {
  const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, role, 'here')]))
  const leaks: string[] = []
  for (const [operation, inputs] of Object.entries(lists) as [OperationName, object[]][]) {
    if (!operationsOfRole(role).has(operation)) continue
    for (const input of inputs.map(fill)) {
      const answer = await execute({ operation, input, actor, trace: 'permission-probe' }).then(({ output }) => JSON.stringify(output), (error: { code: string }) => error.code)
      if ([...MARKS, ...foreignIds].some((mark) => answer.includes(mark))) leaks.push(`${operation} ${JSON.stringify(input)}`)
      if (operation === 'casework.countByColour' && !/"green":\{"count":0/.test(answer)) leaks.push(`${operation} counts`)
    }
  }
  expect(leaks).toEqual([])
})

test.each(localRoles.map((role) => [role]))('a %s finds nothing of the neighbour in any workbook either', async (role: RoleName) => {
  const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, role, 'here')]))
  const leaks: string[] = []
  for (const list of SHEET_LISTS) {
    for (const input of (lists[list] ?? [{}]).map(fill)) {
      const answer = await bookOf({ list, input, actor })
      if (operationsOfRole(role).has(list) ? [...MARKS, ...foreignIds].some((mark) => answer.includes(mark)) : answer !== 'core.forbidden') leaks.push(`${list} ${JSON.stringify(input)} ${answer.slice(0, 80)}`)
    }
  }
  expect(leaks).toEqual([])
}, 60_000)

test('the same marks do show to the county, so the lists could have leaked', async () => {
  const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, 'countyDispatcher', 'here')]))
  const { output } = await execute({ operation: 'casework.listCases', input: {}, actor, trace: 'permission-probe' })
  expect(JSON.stringify(output)).toContain(MARKS[0])
  const orders = await execute({ operation: 'hotline.listOrders', input: {}, actor, trace: 'permission-probe' })
  expect(JSON.stringify(orders.output)).toContain(MARKS[0])
  expect(await bookOf({ list: 'casework.listCases', input: {}, actor })).toContain(MARKS[0])
  expect(await bookOf({ list: 'stats.listCases', input: { period: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7), figure: 'received' }, actor })).toContain(MARKS[0])
  const rings = await execute({ operation: 'casework.listRings', input: {}, actor, trace: 'permission-probe' })
  expect(JSON.stringify(rings.output)).toContain(MARKS[0])
})

test('no staff list is left out of this test', () => {
  const staffLists = (Object.keys(contracts) as OperationName[]).filter((name) => {
    const contract = contracts[name]
    return contract.kind === 'query' && contract.scope === 'staff'
  })
  // The whole county's, and of nobody in it.
  const ofCounty = ['casework.readSettings', 'casework.listSigning', 'casework.listResponsibilityVersions', 'casework.exportResponsibilities', 'casework.listSettings', 'casework.checkSettings', 'casework.previewSettings', 'casework.showApplying', 'calendar.previewCalendar', 'calendar.listVersions', 'casework.listResponsibilities', 'hotline.listSources', 'hotline.listImports', 'hotline.downloadImport', 'hotline.listReports']
  const aimed = [...ofCounty, 'casework.getCase', 'casework.draftSummary', 'open311.listKeys', 'casework.listAssignees', 'casework.listSimilar', 'casework.listChildren', 'identity.listTeam', 'duty.listPeople', 'duty.previewPlan', 'handover.getPast', 'hotline.listMessages']
  expect(staffLists.filter((name) => !(name in lists) && !aimed.includes(name))).toEqual([])
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { contracts, type QueryName } from '@xiangli/shared/catalog/contracts'
import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { eventually } from '../../support/eventually'
import { listen } from '../../support/listen'

let town: Town
let elder: Person
let neighbour: Person
let member: Person
let secretary: Person
let officer: Person
let supervisor: Person
let desk: Person
let leader: Person
let centre: Person
let discipline: Person
beforeAll(async () => {
  town = await aTown()
  const { here } = town
  elder = await town.villager({ name: '赵桂兰', villageId: here.villageId })
  neighbour = await town.villager({ villageId: here.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  officer = await town.staff('informationOfficer', here.villageId)
  supervisor = await town.staff('supervisor', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('townLeader', here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  discipline = await town.staff('departmentStaff', town.county, 'discipline')
}, 60_000)
afterAll(() => town?.stop())

const BEGIN = new Date('2026-11-11T02:00:00Z')
/** Settings that would send roads elsewhere, so that a preview has something to show. */
const moved = { ...settingsOf(complaint), categories: settingsOf(complaint).categories.map((each) => (each.code === 'road' ? { ...each, department: 'urban' } : each)) }
const WORDS = '路面塌了是村主任让车压的'

const filed = async (about?: 'village' | 'township', words = WORDS): Promise<string> => {
  const caseId = ulid()
  town.at(BEGIN)
  await elder.call('casework.submit', { caseId, words, category: 'road', place: { point: town.here.point }, ...(about ? { about } : {}) })
  return caseId
}

/** What every list operation of staff is asked, as wide as it goes. */
const asked = (caseId: string): Partial<Record<QueryName, Record<string, unknown>[]>> => {
  const { here } = town
  const [lng, lat] = here.point
  const near = { west: lng - 0.01, east: lng + 0.01, south: lat - 0.01, north: lat + 0.01 }
  return {
    'casework.listCases': [{ sort: 'newest', limit: 100 }, { regionId: here.villageId, limit: 100 }, { colour: 'red' }, { queue: 'lateArrivals' }, { queue: 'called' }, { queue: 'signing' }, { queue: 'arbitration' }, { mine: true }],
    'casework.getCase': [{ caseId }],
    'casework.countByColour': [{}, { regionId: here.villageId }],
    'casework.listOnMap': [near, { west: 100, east: 115, south: 30, north: 40 }],
    'casework.listAssignees': [{ caseId }],
    'casework.listSimilar': [{ caseId }],
    'casework.listChildren': [{ caseId }],
    'casework.listSupervisions': [{}, { show: 'ended' }],
    'casework.countSupervisions': [{}],
    'casework.countBoard': [{}, { by: 'unit' }],
    'casework.draftSummary': [{ caseId }],
    'casework.listCallBacks': [{}, { show: 'ended' }],
    'casework.showSatisfaction': [{ month: '2026-11' }],
    'casework.listOpinions': [{ unitId: `committee-${here.villageId}`, month: '2026-11', opinion: 'waiting' }],
    'casework.listTemplates': [{}],
    'casework.previewSettings': [{ version: 1, settings: moved }],
    'hotline.listOrders': [{}],
    'casework.listRings': [{}],
    'casework.listTriage': [{}],
    'casework.countTriage': [{}],
    'casework.listPlaceCodes': [{}],
    'casework.listResponsibilities': [{}],
    'journal.listEntries': [{}],
    'handover.prepare': [{ unitId: `committee-${here.villageId}` }],
    'handover.listPast': [{ unitId: `committee-${here.villageId}` }],
    'duty.listShifts': [{ unitId: `committee-${here.villageId}`, from: '2026-11-11', days: 7 }],
    'duty.whoIsOnDuty': [{}],
    'duty.listPeople': [{ unitId: `committee-${here.villageId}` }],
    'identity.listTeam': [{ regionId: here.villageId }],
    'stats.show': [{ period: '2026-11', by: 'unit' }, { period: '2026-11', by: 'category' }],
    'stats.listCases': [{ period: '2026-11', figure: 'received' }, { period: '2026-11', figure: 'supervised' }, { period: '2026-11', figure: 'came', by: 'unit' }],
    'region.listUnits': [{}],
    'registry.listResidents': [{}],
    'registry.listHouseholds': [{}],
  }
}

/** Of calendars and plans not yet made no case can be in it; a hand-over is read by an id that only its list gives. */
const NOTHING_OF_CASES: readonly string[] = ['casework.readSettings', 'casework.listSigning', 'casework.listResponsibilityVersions', 'casework.exportResponsibilities', 'casework.listSettings', 'casework.checkSettings', 'casework.showApplying', 'calendar.previewCalendar', 'calendar.listVersions', 'duty.previewPlan', 'handover.getPast', 'open311.listKeys', 'hotline.listSources', 'hotline.listImports', 'hotline.downloadImport', 'hotline.listMessages', 'hotline.listReports']

const allSeen = async (person: Person, caseId: string): Promise<{ operation: string; text: string }[]> => {
  await runJob({ job: 'stats.gather', maxSeconds: 60 }, { county: town.county })
  const seen = []
  for (const [operation, inputs] of Object.entries(asked(caseId))) {
    for (const input of inputs) {
      const { output } = await person.tries(operation as QueryName, input as never)
      seen.push({ operation, text: JSON.stringify(output ?? null) })
    }
  }
  const inbox = await person.call('notice.listMine', {})
  return [...seen, { operation: 'notice.listMine', text: JSON.stringify(inbox) }]
}

const traces = async (person: Person, caseId: string, { serial, words = WORDS }: { serial: string; words?: string }): Promise<string[]> =>
  (await allSeen(person, caseId)).filter(({ text }) => [caseId, serial, words].some((trace) => text.includes(trace))).map(({ operation }) => operation)

test('every list operation of staff is asked here, so that a new one is thought of', () => {
  const staffQueries = Object.entries(contracts).filter(([, contract]) => contract.kind === 'query' && contract.scope === 'staff').map(([name]) => name)
  expect(staffQueries.filter((name) => !(name in asked('')) && !NOTHING_OF_CASES.includes(name))).toEqual([])
})

test('of a case about the village its people find nothing, by list, socket, notice or journal; the township has it', async () => {
  const ears = await Promise.all([secretary, member, officer, supervisor].map(({ token }) => listen(town.url, token)))
  const caseId = await filed('village')
  const mine = await elder.call('casework.getMine', { caseId })
  expect(mine).toMatchObject({ about: 'village', owner: { unitId: `township-${town.here.townId}` }, handler: { unitId: `township-${town.here.townId}` } })
  const { serial } = mine
  await eventually(async () => expect(JSON.stringify(await desk.call('notice.listMine', {}))).toContain(WORDS))
  await desk.call('casework.accept', { caseId })
  town.at(new Date(Date.parse((await desk.call('casework.getCase', { caseId })).redAt!) + 60_000))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })

  for (const person of [secretary, member, officer, supervisor]) expect(await traces(person, caseId, { serial })).toEqual([])
  expect((await secretary.call('casework.countByColour', {})).colours.red.count).toBe(0)
  expect((await member.tries('casework.revealRequester', { caseId, reason: '核实' })).code).toBe('core.notFound')
  expect((await secretary.tries('casework.route', { caseId, note: '看看' })).code).toBe('core.notFound')
  expect(ears.flatMap(({ heard }) => heard.filter(({ id }) => id === caseId))).toEqual([])
  for (const { socket } of ears) socket.close()

  // The control: whoever it is for finds it by the same questions.
  const found = await traces(desk, caseId, { serial })
  for (const operation of ['casework.listCases', 'casework.getCase', 'casework.listOnMap', 'casework.listSupervisions', 'journal.listEntries', 'notice.listMine']) expect(found).toContain(operation)
  expect((await desk.call('casework.listOnMap', asked(caseId)['casework.listOnMap']![0] as never)).items.map(({ id }) => id)).toContain(caseId)
})

test('nobody is offered it as similar, joins it or merges it', async () => {
  const caseId = await filed('village')
  const other = await filed()
  const offered = await neighbour.call('casework.findSimilar', { category: 'road', point: town.here.point, words: WORDS })
  expect(offered.items.map(({ id }) => id)).not.toContain(caseId)
  expect((await neighbour.tries('casework.join', { caseId })).code).toBe('core.notFound')
  expect((await desk.call('casework.listSimilar', { caseId: other })).items.map(({ id }) => id)).not.toContain(caseId)
  expect((await desk.tries('casework.merge', { caseId: other, children: [{ caseId }] })).code).toBe('casework.aboutAlone')
})

test('one about the township is the county’s, with 纪检 where there is one, and the township finds nothing', async () => {
  const words = '乡里修路的钱没给完'
  const caseId = await filed('township', words)
  const mine = await elder.call('casework.getMine', { caseId })
  expect(mine.owner.unitId).toBe('dept-discipline')
  for (const person of [desk, leader, secretary, member]) expect(await traces(person, caseId, { serial: mine.serial, words })).toEqual([])
  expect((await discipline.call('casework.listCases', {})).items.map(({ id }) => id)).toContain(caseId)
  expect((await centre.call('casework.getCase', { caseId })).can).toContain('route')
  await discipline.call('casework.accept', { caseId })
})

test('the dispatcher sets the tick, not the committee; taking it back needs a reason the requester reads', async () => {
  const caseId = await filed(undefined, '路面塌了，车过不去')
  expect((await member.call('casework.listCases', { serial: (await elder.call('casework.getMine', { caseId })).serial })).items).toHaveLength(1)
  await neighbour.call('casework.join', { caseId })
  expect((await secretary.tries('casework.route', { caseId, about: 'village' })).code).toBe('casework.aboutIsDispatchers')
  await desk.call('casework.route', { caseId, about: 'village' })
  for (const person of [secretary, member]) expect((await person.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  expect((await neighbour.call('casework.listJoined', {})).items).toEqual([])
  expect((await desk.tries('casework.route', { caseId, unitId: `committee-${town.here.villageId}` })).code).toBe('casework.outsideScope')
  expect((await desk.tries('casework.route', { caseId, about: 'none' })).code).toBe('casework.aboutReasonNeeded')
  const back = await desk.call('casework.route', { caseId, about: 'none', note: '核实过，说的是外村司机' })
  expect(back.about).toBeUndefined()
  expect(back.owner.unitId).toBe(`committee-${town.here.villageId}`)
  expect((await elder.call('casework.getMine', { caseId })).timeline.at(-1)).toMatchObject({ words: '核实过，说的是外村司机' })
  expect((await member.call('casework.getCase', { caseId })).id).toBe(caseId)
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'

let town: Town
let liu: Person
let secretary: Person
let desk: Person
let leader: Person
let centre: Person
let other: Person

beforeAll(async () => {
  town = await aTown()
  const { here } = town
  liu = await town.villager({ name: '刘春花', villageId: here.villageId, phone: '13900002222' })
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('townLeader', here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  other = await town.staff('countyLeader', town.county)
}, 60_000)
afterAll(() => town?.stop())

const FILED_AT = new Date('2026-11-18T04:07:23Z')
const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)

const file = async (): Promise<{ id: string }> => {
  town.at(FILED_AT)
  return liu.call('casework.submit', { caseId: ulid(), words: '村里的账对不上', category: 'affairs', names: 'sealed', place: { villageId: town.here.villageId } })
}

test('opened by two outside the village and the handling unit, for a day, each look in the journal; the reporter reads who and why', async () => {
  const { id } = await file()
  const openingId = ulid()
  const reason = '涉嫌犯罪，公安机关要核实报案人'
  expect((await desk.tries('casework.askOpening', { openingId, caseId: id, reason: '看看' })).code).toBe('core.badInput')
  expect((await desk.call('casework.askOpening', { openingId, caseId: id, reason })).state).toBe('asked')
  expect((await leader.tries('casework.askOpening', { openingId: ulid(), caseId: id, reason })).code).toBe('casework.openingAskedAlready')
  expect((await desk.tries('casework.confirmOpening', { openingId })).code).toBe('casework.openingNeedsAnother')
  // The township has it in hand: its own leader does not open it with it.
  expect((await leader.tries('casework.confirmOpening', { openingId })).code).toBe('casework.openingByHandler')
  expect((await desk.tries('casework.readOpened', { openingId })).code).toBe('casework.openingNotReadable')
  await eventually(async () => expect(await titles(centre)).toContain('请定：有人申请查看隐名反映人的身份'))
  await eventually(async () => expect(await titles(liu)).toContain('有人申请查看您的身份，请看是谁、为什么'))
  await centre.call('casework.confirmOpening', { openingId })
  expect(await desk.call('casework.readOpened', { openingId })).toEqual({ name: '刘春花', phone: '13900002222' })
  expect(await centre.call('casework.readOpened', { openingId })).toMatchObject({ name: '刘春花' })
  expect((await other.tries('casework.readOpened', { openingId })).code).toBe('casework.notYours')
  expect((await centre.call('journal.listEntries', { targetId: openingId, operation: 'casework.readOpened' })).items).toHaveLength(2)
  expect((await secretary.call('journal.listEntries', { targetId: openingId })).items).toEqual([])
  const [opening] = (await liu.call('casework.getMine', { caseId: id })).sealed!.openings!
  expect(opening).toMatchObject({ reason, state: 'confirmed', askedBy: expect.stringContaining('乡镇调度员'), decidedBy: expect.stringContaining('县中心调度员'), can: [] })
  expect(JSON.stringify(opening)).not.toContain('王建国')
  town.at(later(FILED_AT, 25 * 60))
  expect((await desk.tries('casework.readOpened', { openingId })).code).toBe('casework.openingNotReadable')
})

test('an ask nobody answers lapses after three days and makes room for another; refused, nobody reads', async () => {
  const { id } = await file()
  const [first, second] = [ulid(), ulid()]
  const reason = '需要当面核实情况再处理'
  await desk.call('casework.askOpening', { openingId: first, caseId: id, reason })
  town.at(later(FILED_AT, 3 * 24 * 60))
  expect((await centre.tries('casework.confirmOpening', { openingId: first })).code).toBe('casework.openingDecided')
  await desk.call('casework.askOpening', { openingId: second, caseId: id, reason })
  expect((await centre.call('casework.refuseOpening', { openingId: second, words: '不用知道是谁也能办' })).state).toBe('refused')
  expect((await desk.tries('casework.readOpened', { openingId: second })).code).toBe('casework.openingNotReadable')
  const { openings } = (await liu.call('casework.getMine', { caseId: id })).sealed!
  expect(openings!.map(({ state }) => state)).toEqual(['refused', 'lapsed'])
})

test('two who confirm, or confirm and refuse, or ask, at the same moment: one goes through', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id } = await file()
    const reason = '需要当面核实情况再处理'
    const asks = await Promise.all([desk, leader].map((person) => person.tries('casework.askOpening', { openingId: ulid(), caseId: id, reason })))
    expect(asks.map(({ code }) => code).sort()).toEqual(['casework.openingAskedAlready', 'ok'])
    const openingId = asks.find(({ output }) => output)!.output!.id
    const second = round % 2 ? other.tries('casework.confirmOpening', { openingId }) : other.tries('casework.refuseOpening', { openingId, words: '不用' })
    const codes = (await Promise.all([centre.tries('casework.confirmOpening', { openingId }), second])).map(({ code }) => code).sort()
    expect(codes).toEqual(['casework.openingDecided', 'ok'])
  }
})

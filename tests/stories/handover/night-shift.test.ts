import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../../server/src/core/database'
import { onDuty } from '../../../server/src/modules/duty'
import { runJob } from '../../../cron/src/runner'
import { eventually } from '../../support/eventually'

let town: Town
let day: Person
let night: Person
let nightBackup: Person
let morning: Person
let grid: Person
let villager: Person
let unitId: string
const shifts = { day: ulid(), night: ulid(), next: ulid() }

const at = (text: string): Date => new Date(`2026-11-${text}:00+08:00`)
const iso = (text: string): string => at(text).toISOString()
const job = (dry = false) => runJob({ job: 'handover.ringEarlier', maxSeconds: 60 }, { county: town.county, dry })

const submit = async (category: string, words: string): Promise<string> => {
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words, category, place: { point: town.here.point } })
  return caseId
}

const titlesOf = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const ringsOf = async (person: Person): Promise<number> => (await titlesOf(person)).filter((title) => title.startsWith('没人接班签字')).length
const view = (person: Person) => person.call('handover.prepare', { unitId })

beforeAll(async () => {
  town = await aTown()
  town.at(at('20T08:00'))
  day = await town.staff('townDispatcher', town.here.townId)
  ;[night, nightBackup, morning] = [await town.staff('townDispatcher', town.here.townId), await town.staff('townLeader', town.here.townId), await town.staff('townDispatcher', town.here.townId)]
  grid = await town.staff('gridMember', town.here.gridId)
  villager = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  unitId = `township-${town.here.townId}`
  const add = (shiftId: string, [from, to]: [string, string], people: { mainId: string; backupId?: string }) =>
    day.call('duty.addShift', { shiftId, unitId, from: iso(from), to: iso(to), ...people })
  await add(shifts.day, ['20T08:30', '20T18:00'], { mainId: day.id })
  await add(shifts.night, ['20T18:00', '21T08:30'], { mainId: night.id, backupId: nightBackup.id })
  await add(shifts.next, ['21T08:30', '21T18:00'], { mainId: morning.id })
  // The story takes longer than a sign-in lasts.
  await database().collection('sessions').updateMany({}, { $set: { expiresAt: at('30T00:00') } })
}, 60_000)
afterAll(() => town?.stop())

test('the day’s list holds what is urgent and what was promised; too early, nobody signs it', async () => {
  town.at(at('20T15:00'))
  const urgent = await submit('safety', '挡土墙要塌')
  const road = await submit('road', '路面塌了坑')
  await day.call('handover.watch', { watchId: ulid(), unitId, caseId: road, kind: 'promised', note: '答应今晚回个电话', until: iso('20T20:00') })
  await day.call('handover.watch', { watchId: ulid(), unitId, caseId: urgent, kind: 'watched', note: '半小时看一次', until: iso('21T08:00') })
  const list = await view(day)
  expect(list.items.map(({ group, caseId, note }) => [group, caseId, note])).toEqual([
    ['urgent', urgent, undefined], ['promised', road, '答应今晚回个电话'], ['watched', urgent, '半小时看一次'],
  ])
  expect([list.leaving?.id, list.arriving?.main.personId, list.can]).toEqual([shifts.day, night.id, []])
  expect((await day.tries('handover.sign', { unitId, shiftId: shifts.day })).code).toBe('handover.tooEarly')
  expect((await night.tries('handover.accept', { unitId, shiftId: shifts.day, words: '我接了' })).code).toBe('handover.notSignedYet')
})

test('unsigned, the urgent matter keeps ringing the day’s people: once each half hour, however often the job runs', async () => {
  town.at(at('20T18:09'))
  expect(await job()).toEqual({ done: 0, more: false })
  town.at(at('20T18:12'))
  expect(await job(true)).toEqual({ done: 1, more: false })
  await Promise.all([job(), job()])
  await job()
  await eventually(async () => expect(await ringsOf(day)).toBe(1))
  town.at(at('20T18:45'))
  await job()
  await eventually(async () => expect(await ringsOf(day)).toBe(2))
  expect(await ringsOf(night)).toBe(0)
  const asked = (caseFrom: string) => town.inCounty(() => onDuty(unitId, at('20T18:45'), { caseFrom: at(caseFrom) }))
  expect([(await asked('20T15:00')).mainId, (await asked('20T18:30')).mainId]).toEqual([day.id, night.id])
})

test('both sign at once, and twice: each signature stands once, the list stays as it was signed', async () => {
  town.at(at('20T18:50'))
  const signing = await Promise.all([1, 2, 3].map(() => day.tries('handover.sign', { unitId, shiftId: shifts.day, words: '挡土墙已围挡' })))
  expect(signing.map(({ code }) => code).sort()).toEqual(['handover.alreadySigned', 'handover.alreadySigned', 'ok'])
  await eventually(async () => expect((await titlesOf(night)).some((title) => title.startsWith('请签字接班'))).toBe(true))
  const later = await submit('safety', '电线掉下来了')
  const signed = await view(night)
  expect([signed.isFrozen, signed.items.some(({ caseId }) => caseId === later), signed.signed?.words, signed.can]).toEqual([true, false, '挡土墙已围挡', ['accept']])

  const accepting = await Promise.all([night, nightBackup, night].map((person) => person.tries('handover.accept', { unitId, shiftId: shifts.day })))
  expect(accepting.filter(({ code }) => code === 'ok')).toHaveLength(1)
  expect(new Set(accepting.map(({ code }) => code))).toEqual(new Set(['ok', 'handover.alreadyAccepted']))
})

test('signed for, the day’s phones are quiet', async () => {
  const before = await ringsOf(day)
  town.at(at('20T19:20'))
  expect(await job()).toEqual({ done: 0, more: false })
  expect(await ringsOf(day)).toBe(before)
  expect((await town.inCounty(() => onDuty(unitId, at('20T19:20'), { caseFrom: at('20T15:00') }))).mainId).toBe(night.id)
  expect((await view(night)).leaving?.id).toBe(shifts.night)
})

test('what is kept of the hand-over names nobody', async () => {
  const kept = JSON.stringify(await database().collection('handovers').findOne({ shiftId: shifts.day }))
  expect(kept).toMatch(/safety|urgent/)
  for (const word of ['赵桂兰', '13900001111', '挡土墙要塌', '路面塌了坑']) expect(kept).not.toContain(word)
})

test('after a missed night the job rings once, for now, main and backup; a second run doubles nothing', async () => {
  town.at(at('21T10:00'))
  expect(await job(true)).toEqual({ done: 1, more: false })
  expect(await job()).toEqual({ done: 1, more: false })
  expect(await job()).toEqual({ done: 0, more: false })
  await eventually(async () => expect([await ringsOf(night), await ringsOf(nightBackup)]).toEqual([1, 1]))
  expect(await database().collection('handover_rings').countDocuments({ _id: { $regex: `^${shifts.night}` } as never })).toBe(1)
})

test('who left without signing does not hold up the next: it takes over alone, with words', async () => {
  expect((await morning.tries('handover.accept', { unitId, shiftId: shifts.night })).code).toBe('handover.notSignedYet')
  const racing = await Promise.all([
    morning.tries('handover.accept', { unitId, shiftId: shifts.night, words: '夜班已离岗，电话核对过' }),
    night.tries('handover.sign', { unitId, shiftId: shifts.night }),
  ])
  const codes = racing.map(({ code }) => code)
  expect(codes.filter((code) => code === 'ok').length).toBeGreaterThanOrEqual(1)
  if (codes[0] !== 'ok') await morning.call('handover.accept', { unitId, shiftId: shifts.night, words: '接了' })
  expect(await database().collection('handovers').countDocuments({ shiftId: shifts.night })).toBe(1)
  const { items } = await day.call('handover.listPast', { unitId })
  expect(items.map(({ counts }) => counts.urgent)).toEqual([2, 1])
  expect(await day.call('handover.getPast', { handoverId: items[1]!.id })).toMatchObject({ isFrozen: true, signed: { words: '挡土墙已围挡' }, can: [] })
})

test('a hand-over is for the unit and those above it; a watch is for one’s own unit and what one may open', async () => {
  expect((await grid.tries('handover.prepare', { unitId })).code).toBe('core.notFound')
  expect((await grid.tries('handover.prepare', { unitId: `committee-${town.here.villageId}` })).code).toBe('handover.noShifts')
  const neighbour = await town.staff('townDispatcher', town.there.townId)
  expect((await neighbour.tries('handover.prepare', { unitId })).code).toBe('core.notFound')
  const county = await town.staff('countyDispatcher', town.county)
  expect((await county.tries('handover.prepare', { unitId })).code).toBe('ok')
  expect((await county.tries('handover.sign', { unitId, shiftId: shifts.next })).code).toBe('handover.notYourShift')
  const caseId = await submit('road', '桥栏杆断了')
  const watch = { watchId: ulid(), caseId, kind: 'watched' as const, note: '看', until: iso('22T08:00') }
  expect((await neighbour.tries('handover.watch', { ...watch, unitId: `township-${town.there.townId}` })).code).toBe('core.notFound')
  expect((await neighbour.tries('handover.watch', { ...watch, unitId })).code).toBe('core.notFound')
  expect((await day.tries('handover.watch', { ...watch, unitId })).code).toBe('ok')
  expect((await day.tries('handover.endWatch', { watchId: watch.watchId, rev: 1 })).code).toBe('ok')
  expect((await day.tries('handover.endWatch', { watchId: watch.watchId, rev: 1 })).code).toBe('core.staleRevision')
})

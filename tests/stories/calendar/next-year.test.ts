import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { workingTime } from '../../../server/src/modules/calendar'
import { speakAs } from '../../../server/src/testing/person'
import { eventually } from '../../support/eventually'
import { bundleServer, startServerProcess, type ServerProcess } from '../../support/server-process'

const NOVEMBER = new Date('2026-11-22T02:00:00Z')
const off = (day: string, name: string) => ({ day, isWorking: false, name })
/** Made up: the notice of 2027 is not out. */
const NOTICE = [off('2027-01-01', '元旦'), off('2027-02-08', '春节'), { day: '2027-02-20', isWorking: true, name: '春节' }, off('2027-10-01', '国庆节')]

let town: Town
let keeper: Person
let leader: Person
let other: ServerProcess

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  town.at(NOVEMBER)
  keeper = await town.staff('countyDispatcher', town.county)
  leader = await town.staff('countyLeader', town.county)
  await bundleServer()
  other = await startServerProcess(town)
}, 90_000)
afterAll(async () => {
  await other?.kill()
  await town?.stop()
})

const endOf = (at: string, days: number): Promise<string> => town.inCounty(async () => workingTime().endOfDay(new Date(`${at}:00+08:00`), days).toISOString())
const isProvisional = (at: string): Promise<boolean> => town.inCounty(async () => workingTime().isProvisional(new Date(at)))

test('the notice of next year comes out: the keeper types it in, looks at what changes, publishes, and everybody counts by it', async () => {
  const before = await keeper.call('calendar.getCalendar', { year: 2027 })
  expect([before.isProvisional, before.knownTo, before.version]).toEqual([true, '2026-12-31', 1])
  expect(await endOf('2026-12-31T10:00', 1)).toBe('2027-01-01T10:00:00.000Z')
  expect(await isProvisional('2027-01-01T10:00:00Z')).toBe(true)

  const asked = { version: before.version, days: NOTICE, hours: [[540, 720], [840, 1080]] as [number, number][], knownTo: '2027-12-31' }
  const difference = await keeper.call('calendar.previewCalendar', asked)
  expect(difference.days.map(({ from, to }) => [to.day, from.kind, to.kind])).toEqual([
    ['2027-01-01', 'work', 'holiday'], ['2027-02-08', 'work', 'holiday'], ['2027-02-20', 'rest', 'shifted'], ['2027-10-01', 'work', 'holiday'],
  ])
  expect(difference.newYears).toEqual([2027])
  expect((await keeper.call('calendar.getCalendar', { year: 2027 })).version).toBe(1)

  await keeper.call('calendar.publishCalendar', { ...asked, reason: '国办通知' })
  const after = await town.anonymous.call('calendar.getCalendar', { year: 2027 })
  expect([after.isProvisional, after.hours]).toEqual([false, [[540, 720], [840, 1080]]])
  expect(after.days.find(({ day }) => day === '2027-02-20')).toEqual({ day: '2027-02-20', kind: 'shifted', name: '春节' })
  expect(await endOf('2026-12-31T10:00', 1)).toBe('2027-01-04T10:00:00.000Z')
  expect(await isProvisional('2027-12-31T10:00:00Z')).toBe(false)
})

test('who, when and why stays on record, for the county’s leader as well', async () => {
  const { items } = await leader.call('calendar.listVersions', {})
  expect(items.map(({ version, byName, reason }) => ({ version, byName, reason }))).toMatchObject([
    { version: 2, byName: '王建国', reason: '国办通知' },
    { version: 1, byName: '系统自带' },
  ])
  expect(items[0]).toMatchObject({ at: NOVEMBER.toISOString(), knownTo: '2027-12-31', difference: { newYears: [2027] } })
  const first = await leader.call('calendar.listVersions', { limit: 1 })
  expect((await leader.call('calendar.listVersions', { limit: 1, cursor: first.next! })).items.map(({ version }) => version)).toEqual([1])
  const entry = (await keeper.call('journal.listEntries', { operation: 'calendar.publishCalendar' })).items[0]
  expect(entry).toMatchObject({ reason: '国办通知', events: ['calendar.published'] })
})

test('a version published through another server process is counted by in this one within a second', async () => {
  // That process has the real clock; this one takes it for a while.
  town.at(null)
  const there = speakAs(other.url, (await town.staff('countyDispatcher', town.county)).token)
  const { lastYear } = await there.call('calendar.getCalendar', {})
  const { version, days } = await there.call('calendar.getCalendar', { year: lastYear })
  const { day } = days.find(({ kind }) => kind === 'work')!
  await there.call('calendar.publishCalendar', { version, days: [off(day, '停电')], reason: '从另一台' })
  await eventually(async () => expect(await town.inCounty(async () => workingTime().isWorkingDay(day))).toBe(false), 1_000)
  town.at(NOVEMBER)
})

test('the public reads a year with an ETag, and nobody but the county’s keeper previews or publishes', async () => {
  const url = `${town.url}/api/calendar.getCalendar?input=${encodeURIComponent('{"year":2026}')}`
  const first = await fetch(url)
  expect(first.status).toBe(200)
  // Without a word of its own fetch asks for no cached answer.
  const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' } })
  expect(again.status).toBe(304)

  const asked = { version: 1, days: [off('2028-03-01', '改')], reason: '不该成' }
  const clerk = await town.staff('townDispatcher', town.here.townId)
  for (const person of [leader, clerk, await town.villager()]) {
    expect((await person.tries('calendar.publishCalendar', asked)).code).toBe('core.forbidden')
    expect((await person.tries('calendar.previewCalendar', asked)).code).toBe('core.forbidden')
  }
  expect((await clerk.tries('calendar.listVersions', {})).code).toBe('core.forbidden')
  expect((await town.anonymous.tries('calendar.publishCalendar', asked)).code).toBe('core.unauthenticated')
  const elsewhere = await town.staff('countyDispatcher', town.here.townId)
  expect((await elsewhere.tries('calendar.publishCalendar', asked)).code).toBe('core.notFound')
})

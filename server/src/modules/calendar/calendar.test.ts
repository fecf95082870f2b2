import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { newId } from '../../core/ids'
import { aTown, type Person, type Town } from '../../testing'
import { Calendars, needCalendar } from './calendar.model'
import { startCalendars } from './current'
import { workingTime } from './index'

let town: Town
let keeper: Person
let colleague: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  town.at(new Date('2026-11-22T02:00:00Z'))
  keeper = await town.staff('countyDispatcher', town.county)
  colleague = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const look = (year: number): Promise<OutputOf<'calendar.getCalendar'>> => town.anonymous.call('calendar.getCalendar', { year })
const versionNow = async (): Promise<number> => (await look(2026)).version
const off = (day: string, name = '测试') => ({ day, isWorking: false, name })

test('a county has its first version when a process starts, once, however many start', async () => {
  await town.inCounty(async () => {
    await Promise.all([startCalendars(), startCalendars()])
    expect((await Calendars.list({})).map(({ version }) => version)).toEqual([1])
  })
})

test('a year past the notices follows the week and is provisional', async () => {
  const [known, unknown] = [await look(2026), await look(2027)]
  expect([known.isProvisional, unknown.isProvisional]).toEqual([false, true])
  expect(known.days.find(({ day }) => day === '2026-10-10')).toEqual({ day: '2026-10-10', kind: 'shifted', name: '国庆节' })
  expect(unknown.days.find(({ day }) => day === '2027-10-01')).toEqual({ day: '2027-10-01', kind: 'work' })
  expect((await town.anonymous.tries('calendar.getCalendar', { year: 2032 })).code).toBe('calendar.outOfRange')
  expect((await town.anonymous.tries('calendar.getCalendar', { year: 2019 })).code).toBe('core.badInput')
})

test('of two who publish at once, one does and the other is told that a new version is there', async () => {
  for (let round = 0; round < 5; round += 1) {
    const version = await versionNow()
    const tries = [keeper, colleague].map((each, at) =>
      each.tries('calendar.publishCalendar', { version, days: [off(`2026-12-${10 + round * 2 + at}`, `第${round}次`)], reason: '同时发布' }))
    expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(['calendar.stale', 'ok'])
    expect(await versionNow()).toBe(version + 1)
  }
}, 30_000)

test('sent again under the same key it is published once and answers the same', async () => {
  const version = await versionNow()
  const key = newId()
  const send = () => keeper.call('calendar.publishCalendar', { version, days: [off('2026-12-28')], reason: '重发' }, { key })
  expect([await send(), await send()]).toEqual([{ version: version + 1 }, { version: version + 1 }])
  expect(await versionNow()).toBe(version + 1)
})

describe('refused, and nothing is kept', () => {
  test.each([
    ['a day that does not exist', { days: [off('2027-02-29')] }, 'core.badInput', 'days.0.day'],
    ['a word for a day', { days: [off('明天')] }, 'core.badInput', 'days.0.day'],
    ['known to the middle of a year', { knownTo: '2027-06-30' }, 'core.badInput', 'knownTo'],
    ['hours that overlap', { hours: [[510, 720], [700, 1080]] as [number, number][] }, 'calendar.badHours', 'hours'],
    ['a past day', { days: [off('2026-11-20')] }, 'calendar.pastDay', 'days.0.day'],
    ['a known year taken back', { knownTo: '2025-12-31' }, 'calendar.knownToBack', 'knownTo'],
    ['a year without its holidays', { knownTo: '2027-12-31' }, 'calendar.yearUnfinished', 'knownTo'],
    ['nothing at all', {}, 'calendar.nothingChanged', 'days'],
  ])('%s', async (_, change, code, field) => {
    const version = await versionNow()
    for (const operation of ['calendar.previewCalendar', 'calendar.publishCalendar'] as const) {
      const { error } = await keeper.tries(operation, { version, ...change, reason: '不该成' } as never)
      expect({ code: error?.code, field: error?.field }).toEqual({ code, field })
      expect(error?.message).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(await versionNow()).toBe(version)
  })
})

test('this process answers from the new version at once; one published elsewhere, within a second', async () => {
  const isWorked = (day: string): Promise<boolean> => town.inCounty(async () => workingTime().isWorkingDay(day))
  expect(await isWorked('2028-03-01')).toBe(true)
  await keeper.call('calendar.publishCalendar', { version: await versionNow(), days: [off('2028-03-01')], reason: '本进程' })
  expect(await isWorked('2028-03-01')).toBe(false)

  // Written past this process, as another one writes it.
  await town.inCounty(async () => {
    const { marks, ...latest } = await needCalendar()
    await Calendars.add({ ...latest, _id: newId(), version: latest.version + 1, marks: { ...marks, '2028-03-02': { isWorking: false } } })
  })
  const written = Date.now()
  while (await isWorked('2028-03-02')) {
    expect(Date.now() - written).toBeLessThan(1_000)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
})

test('a version told late does not undo a later one', async () => {
  const { takeIn } = await import('./current')
  await town.inCounty(async () => {
    const { marks: _, ...latest } = await needCalendar()
    takeIn({ ...latest, version: latest.version - 1, marks: {} })
    expect(workingTime().isWorkingDay('2026-10-01')).toBe(false)
  })
})

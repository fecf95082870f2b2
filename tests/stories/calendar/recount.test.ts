import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'

let town: Town
let elder: Person
let keeper: Person
beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ villageId: town.here.villageId })
  keeper = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

/** Wednesday; the day after it is an ordinary working day. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const TOMORROW = '2026-11-12'
const recount = () => runJob({ job: 'casework.recountLimits', maxSeconds: 60 }, { county: town.county })
const look = (caseId: string) => elder.call('casework.getMine', { caseId })

test('a day made free moves what is counted in working time, once, and leaves alone what runs by the wall clock', async () => {
  town.at(BEGIN)
  const file = async (category: string): Promise<string> => {
    const caseId = ulid()
    await elder.call('casework.submit', { caseId, words: '路灯不亮', category, place: { point: town.here.point } })
    return caseId
  }
  const [lamp, danger] = [await file('power'), await file('safety')]
  await recount()
  const before = { lamp: await look(lamp), danger: await look(danger) }
  const { version } = await keeper.call('calendar.getCalendar', { year: 2026 })

  await keeper.call('calendar.publishCalendar', { version, days: [{ day: TOMORROW, isWorking: false, name: '暴雪停工' }], reason: '县里通知' })
  expect(await recount()).toEqual({ done: 1, more: false })
  expect(await recount()).toEqual({ done: 0, more: false })

  const after = { lamp: await look(lamp), danger: await look(danger) }
  expect(before.lamp.redAt).toBe('2026-11-16T02:00:00.000Z')
  expect(after.lamp.redAt).toBe('2026-11-17T02:00:00.000Z')
  expect(after.lamp.timeline.filter(({ action }) => action === 'recount')).toHaveLength(1)
  expect(after.danger).toEqual(before.danger)
})

import { expect, test } from '@jest/globals'
import { daysByHand } from '@xiangli/shared/calendar/days-by-hand'
import { workCalendarOf, yearOf } from '@xiangli/shared/calendar/rules'
import { workingTimeOf } from '@xiangli/shared/calendar/working-time'
import { calendarOfNotices } from './notices'

const notices = calendarOfNotices()

test('of 2024–2026 the package says of every day what the notices say, typed off by hand', () => {
  const ofThose = Object.entries(notices.marks).filter(([day]) => yearOf(day) >= 2024 && yearOf(day) <= 2026)
  expect(Object.fromEntries(ofThose.map(([day, { isWorking }]) => [day, isWorking]))).toEqual(daysByHand)
  expect(ofThose).toHaveLength(Object.keys(daysByHand).length)
})

test('the known years end with the last whole year of the data, and what follows is provisional', () => {
  const last = yearOf(Object.keys(notices.marks).sort().at(-1)!)
  expect(notices.knownTo).toBe(`${last}-12-31`)
  const work = workingTimeOf(workCalendarOf(notices))
  expect(work.isProvisional(new Date(`${last}-12-31T23:59:00+08:00`))).toBe(false)
  expect(work.isProvisional(new Date(`${last + 1}-01-01T00:00:00+08:00`))).toBe(true)
})

test('nothing is kept of the years before working time begins, and each day names its holiday', () => {
  expect(Object.keys(notices.marks).every((day) => day >= '2019-12-31')).toBe(true)
  expect(notices.marks['2026-02-17']).toEqual({ isWorking: false, name: '春节' })
  expect(Object.values(notices.marks).filter(({ name }) => !name)).toEqual([])
})

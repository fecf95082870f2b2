import { expect, test } from '@jest/globals'
import type { CalendarDay } from '@xiangli/shared/calendar/contract'
import { changeOf, draftWords, readDraft, shownDay, toggled, withDay, withHours, withKnownYear, type Draft } from './calendar-draft'

const nothing: Draft = { days: {} }
const holiday: CalendarDay = { day: '2027-10-01', kind: 'holiday', name: '国庆节' }
const shifted: CalendarDay = { day: '2027-10-09', kind: 'shifted', name: '国庆节' }

test.each<[CalendarDay, string]>([
  [{ day: '2027-03-01', kind: 'work' }, 'holiday'],
  [{ day: '2027-03-06', kind: 'rest' }, 'shifted'],
  [holiday, 'work'],
  [shifted, 'rest'],
])('%j switched is %s, and switched again no change at all', (day, kind) => {
  const once = toggled(nothing, day)
  expect(shownDay(once, day).kind).toBe(kind)
  expect(toggled(once, day)).toEqual(nothing)
})

test('a name typed and taken away again leaves nothing to publish', () => {
  const named = withDay(nothing, holiday, { isWorking: false, name: '国庆' })
  expect(changeOf(named).days).toEqual([{ day: '2027-10-01', isWorking: false, name: '国庆' }])
  expect(withDay(named, holiday, { isWorking: false, name: '国庆节' })).toEqual(nothing)
})

test('what somebody else published in the meantime is shown as published', () => {
  const once = toggled(nothing, { day: '2027-03-01', kind: 'work' })
  const now: CalendarDay = { day: '2027-03-01', kind: 'holiday' }
  expect(shownDay(once, now)).toBe(now)
})

test('days, hours and the year go out together, and nothing is kept of an empty draft', () => {
  const hours: [number, number][] = [[540, 1020]]
  const draft = withKnownYear(withHours(toggled(nothing, { day: '2027-03-01', kind: 'work' }), hours, [[510, 720]]), 2027)
  expect(changeOf(draft)).toEqual({ days: [{ day: '2027-03-01', isWorking: false }], hours, knownTo: '2027-12-31' })
  expect(readDraft(draftWords(draft))).toEqual(draft)
  expect(draftWords(withKnownYear(withHours({ ...draft, days: {} }, hours, hours), undefined))).toBe('')
  expect(readDraft('{half')).toEqual(nothing)
})

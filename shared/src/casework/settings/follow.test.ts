import { expect, test } from '@jest/globals'
import { naturalTime } from '../../calendar/working-time'
import { complaint } from '../../complaint/case-type'
import { addMinutes } from '../../core/time'
import { runningFor } from '../clock'
import { settingsOf, typeAs } from './as-type'
import { effectOn, isTouched } from './effect'
import { followedClock, yellowAgain } from './follow'

const FILED = new Date('2026-11-11T02:00:00Z')
const NOW = addMinutes(FILED, 600)
const pace = { grade: 'urgent' as const, time: naturalTime }
const later = (minutes: number): Date => addMinutes(FILED, minutes)
const running = { state: 'accepted' as const, receivedAt: FILED, acceptBy: null, reopenedCount: 0, hearing: null, pausedMinutes: 0, returns: null, ...runningFor(FILED, 1440, pace) }
const follow = (record: object, totalMinutes: number, acceptMinutes = 30) => followedClock({ ...running, ...record }, { ...pace, now: NOW, limits: { acceptMinutes, totalMinutes } })

test.each<[string, object, number, Date | undefined]>([
  ['longer', {}, 2000, later(2000)],
  ['shorter, and still to come', {}, 900, later(900)],
  ['the same', {}, 1440, undefined],
  ['into the past: it stays', {}, 500, undefined],
  ['to this very moment: it stays', {}, 600, undefined],
  ['red already: no time comes back', { redAt: later(599) }, 5000, undefined],
  ['red at this moment', { redAt: NOW }, 5000, undefined],
  ['paused', { redAt: null, yellowAt: null, remainingMinutes: 100, limitFrom: null, limitMinutes: null }, 5000, undefined],
  ['a day somebody set', { limitFrom: null, limitMinutes: null }, 5000, undefined],
  ['reopened: its half limit stays', { reopenedCount: 1 }, 5000, undefined],
  ['after pauses: what was granted stays granted', { pausedMinutes: 100 }, 2000, later(2100)],
  ['before a hearing', { hearing: { since: FILED, due: NOW, heldAt: null, heldById: null } }, 5000, undefined],
])('of a limit that would be %s', (_, record, minutes, redAt) => {
  expect(follow(record, minutes).redAt).toEqual(redAt)
})

test.each<[string, Date, number, Date | undefined]>([
  ['later', later(700), 800, later(800)],
  ['sooner, and still to come', later(700), 650, later(650)],
  ['into the past: it stays', later(700), 30, undefined],
  ['late already: it stays late', later(30), 800, undefined],
])('of a time to accept that would be %s', (_, acceptBy, minutes, then) => {
  expect(follow({ state: 'pending', acceptBy }, 1440, minutes).acceptBy).toEqual(then)
})

test('yellow follows what the county says now; the limit and what it was counted from do not', () => {
  const now = { ...pace, now: NOW }
  expect(yellowAgain(running, now)).toBeNull()
  const warn = { minutes: 600, time: naturalTime }
  expect(yellowAgain(running, { ...now, warn })).toMatchObject({ yellowAt: later(840), redAt: later(1440), limitFrom: FILED, limitMinutes: 1440 })
  expect(yellowAgain({ ...running, redAt: NOW }, { ...now, warn })).toBeNull()
  expect(yellowAgain({ ...running, redAt: null }, { ...now, warn })).toBeNull()
})

const settings = settingsOf(complaint)
const after = typeAs(complaint, {
  version: 2,
  settings: {
    ...settings, poolMinutes: 60,
    categories: settings.categories.map((each) => {
      if (each.code === 'road') return { ...each, department: 'urban' }
      if (each.code === 'power') return { ...each, grade: 'urgent' as const }
      return each.code === 'rubbish' ? { ...each, limits: { acceptMinutes: 420, totalMinutes: 840 } } : each
    }),
  },
})

test.each([
  ['road', 'normal', false, 'unit'],
  ['power', 'normal', false, 'grade,limit'],
  ['power', 'urgent', false, ''],
  ['rubbish', 'normal', false, 'limit'],
  ['rubbish', 'urgent', false, ''],
  ['land', 'normal', false, ''],
  [null, 'normal', true, 'limit'],
  [null, 'normal', false, ''],
] as const)('filed as %s, %s: what other settings would make of it', (category, grade, isPool, parts) => {
  const effect = effectOn({ category, grade, isPool }, { before: complaint, after })
  const { isOtherUnit, isOtherGrade, isOtherLimit } = effect
  expect([isOtherUnit && 'unit', isOtherGrade && 'grade', isOtherLimit && 'limit'].filter(Boolean).join()).toBe(parts)
  expect(isTouched(effect)).toBe(parts !== '')
})

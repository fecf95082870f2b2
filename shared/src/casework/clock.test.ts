import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DEFAULT_HOURS, naturalTime, workingTimeOf } from '../calendar/working-time'
import { addMinutes, minutesBetween } from '../core/time'
import { acceptedClock, colourOf, isLateToAccept, pendingClock, recountedClock, reopenedClock, resumedClock, runningUntil, standingClock, stoppedClock, WARN_MINUTES } from './clock'
import { CASE_STATES, COLOURS, GRADES, isOpen, type Grade } from './states'

const RED = new Date('2026-11-21T08:00:00Z')
const DAY = 24 * 60
const working = workingTimeOf({ exceptions: {}, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
const paces = { normal: { grade: 'normal', time: working }, urgent: { grade: 'urgent', time: naturalTime } } as const
/** Both grades by the wall clock, where only the arithmetic is looked at. */
const byWall = (grade: Grade) => ({ grade, time: naturalTime })
const before = (minutes: number): Date => addMinutes(RED, -minutes)

test.each([
  ['normal', 421, 'green'],
  ['normal', 420, 'yellow'],
  ['normal', 1, 'yellow'],
  ['normal', 0, 'red'],
  ['normal', -DAY, 'red'],
  ['urgent', 4 * 60 + 1, 'green'],
  ['urgent', 4 * 60, 'yellow'],
  ['urgent', 0, 'red'],
] as const)('a %s case %i minutes before its limit is %s', (grade, minutes, colour) => {
  expect(colourOf({ state: 'accepted', ...runningUntil(RED, byWall(grade)) }, before(minutes))).toBe(colour)
})

test.each([
  ['pending', 1, false],
  ['pending', 0, true],
  ['pending', -90, true],
  ['accepted', -90, false],
  ['withdrawn', -90, false],
] as const)('%s with %i minutes left to accept: late is %s', (state, minutes, isLate) => {
  const now = new Date('2026-11-21T08:00:00Z')
  expect(isLateToAccept({ state, acceptBy: addMinutes(now, minutes) }, now)).toBe(isLate)
  expect(isLateToAccept({ state, acceptBy: null }, now)).toBe(false)
})

test('a case whose clock stands is paused, one that is closed has no colour, whatever instants are left', () => {
  expect(colourOf({ state: 'answered', ...standingClock(RED, { now: before(5), time: naturalTime }) }, RED)).toBe('paused')
  for (const state of CASE_STATES.filter((each) => !isOpen(each))) {
    expect(colourOf({ state, ...runningUntil(RED, paces.normal) }, RED)).toBe('none')
    expect(colourOf({ state, ...stoppedClock }, RED)).toBe('none')
  }
})

test('every state at every moment has exactly one colour, and time only moves it towards red', () => {
  const order = ['green', 'yellow', 'red']
  fc.assert(
    fc.property(fc.constantFrom(...CASE_STATES), fc.constantFrom(...GRADES), fc.integer({ min: -9999, max: 9999 }), fc.nat(9999), (state, grade, minutes, later) => {
      const timed = { state, ...runningUntil(RED, paces[grade]) }
      const now = before(minutes)
      const colour = colourOf(timed, now)
      expect(COLOURS).toContain(colour)
      if (!isOpen(state)) return
      expect(order.indexOf(colourOf(timed, addMinutes(now, later)))).toBeGreaterThanOrEqual(order.indexOf(colour))
      // The list's filter sees the same as the case: red by redAt, yellow by the grade's minutes before it.
      const bySight = timed.redAt! <= now ? 'red' : timed.redAt! <= paces[grade].time.until(now, WARN_MINUTES[grade]) ? 'yellow' : 'green'
      expect(bySight).toBe(colour)
    }),
  )
})

const start = { receivedAt: RED, limits: { acceptMinutes: 30, totalMinutes: DAY } }

test('before it is accepted a case has two limits, afterwards one; both count from first submission', () => {
  expect(pendingClock({ ...start, ...paces.urgent })).toEqual({
    acceptBy: addMinutes(RED, 30),
    yellowAt: addMinutes(RED, DAY - 240),
    redAt: addMinutes(RED, DAY),
    remainingMinutes: null,
    limitFrom: RED,
    limitMinutes: DAY,
  })
  expect(acceptedClock({ ...start, ...paces.urgent })).toEqual({ ...pendingClock({ ...start, ...paces.urgent }), acceptBy: null })
})

test.each([
  [RED, 90, 90],
  [RED, 0, 0],
  [RED, -61, -61],
  [null, 5, null],
])('while the requester looks what was left is kept', (redAt, minutes, remainingMinutes) => {
  expect(standingClock(redAt, { now: before(minutes), time: naturalTime })).toEqual({ ...stoppedClock, remainingMinutes })
})

test('a reopened case has half its limit from then on, in whole minutes', () => {
  const clock = reopenedClock({ now: RED, limits: { acceptMinutes: 1, totalMinutes: 4321 }, ...byWall('normal') })
  expect(minutesBetween(RED, clock.redAt!)).toBe(2160)
  expect(minutesBetween(clock.yellowAt!, clock.redAt!)).toBe(WARN_MINUTES.normal)
  expect(clock).toMatchObject({ acceptBy: null, remainingMinutes: null })
})

test('a case paused and resumed has in working time what it had left', () => {
  const friday = new Date('2026-11-20T08:00:00Z')
  const { redAt } = acceptedClock({ receivedAt: friday, limits: { acceptMinutes: 30, totalMinutes: 840 }, ...paces.normal })
  const { remainingMinutes } = standingClock(redAt, { now: friday, time: working })
  const again = resumedClock(remainingMinutes!, { now: new Date('2026-11-28T01:00:00Z'), ...paces.normal })
  expect([remainingMinutes, redAt, again.redAt]).toEqual([840, new Date('2026-11-24T08:00:00Z'), new Date('2026-12-01T10:00:00Z')])
})

test('a new calendar moves a counted limit, never one that has passed or was set by a day', () => {
  const friday = new Date('2026-11-20T08:00:00Z')
  const clock = acceptedClock({ receivedAt: friday, limits: { acceptMinutes: 30, totalMinutes: 420 }, ...paces.normal })
  const closedMonday = { grade: 'normal' as const, time: workingTimeOf({ exceptions: { '2026-11-23': false }, knownTo: '2026-12-31', hours: DEFAULT_HOURS }) }
  expect(recountedClock(clock, { now: friday, ...closedMonday })?.redAt).toEqual(addMinutes(clock.redAt!, DAY))
  expect(recountedClock(clock, { now: friday, ...paces.normal })).toBeNull()
  expect(recountedClock(clock, { now: clock.redAt!, ...closedMonday })).toBeNull()
  expect(recountedClock({ ...clock, ...runningUntil(clock.redAt!, paces.normal) }, { now: friday, ...closedMonday })).toBeNull()
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysByHand } from './days-by-hand'
import { DEFAULT_HOURS, naturalTime, workingTimeOf, type WorkCalendar } from './working-time'

const calendar: WorkCalendar = {
  exceptions: daysByHand,
  knownTo: '2026-12-31',
  hours: DEFAULT_HOURS,
}
const work = workingTimeOf(calendar)
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)
const shown = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Another way to the same answer: every minute from 2024 to 2026 looked at by itself. */
const START = at('2024-01-01 00:00').getTime()
const MINUTES = (at('2027-01-01 00:00').getTime() - START) / 60_000
const worked = ((): Uint32Array => {
  const counted = new Uint32Array(MINUTES + 1)
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const local = new Date(START + minute * 60_000 + 8 * 3_600_000)
    const day = local.toISOString().slice(0, 10)
    const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6
    const isDay = daysByHand[day] ?? !weekend
    const clock = local.getUTCHours() + local.getUTCMinutes() / 60
    const isOffice = (clock >= 8.5 && clock < 12) || (clock >= 14.5 && clock < 18)
    counted[minute + 1] = counted[minute]! + (isDay && isOffice ? 1 : 0)
  }
  return counted
})()

describe('working time', () => {
  test.each([
    ['the middle of a day', '2026-11-18 09:00', 60, '2026-11-18 10:00'],
    ['over the noon rest', '2026-11-18 11:30', 60, '2026-11-18 15:00'],
    ['exactly to the end of a day', '2026-11-18 08:30', 420, '2026-11-18 18:00'],
    ['one minute more goes to the next', '2026-11-18 08:30', 421, '2026-11-19 08:31'],
    ['from the night', '2026-11-18 22:00', 1, '2026-11-19 08:31'],
    ['over a weekend', '2026-11-20 17:30', 60, '2026-11-23 09:00'],
    ['a Saturday worked for the holiday', '2026-10-09 17:30', 60, '2026-10-10 09:00'],
    ['over the National Day week', '2026-09-30 17:59', 2, '2026-10-08 08:31'],
    ['nothing', '2026-10-03 03:00', 0, '2026-10-03 03:00'],
  ])('%s', (_, from, minutes, until) => {
    expect(shown(work.after(at(from), minutes))).toBe(until)
  })

  test('working days are counted from the day after, to the end of office hours', () => {
    expect(shown(work.endOfDay(at('2026-11-19 10:00'), 1))).toBe('2026-11-20 18:00')
    expect(shown(work.endOfDay(at('2026-11-20 23:00'), 2))).toBe('2026-11-24 18:00')
    expect(shown(work.endOfDay(at('2026-09-30 10:00'), 1))).toBe('2026-10-08 18:00')
    expect(() => work.endOfDay(at('2026-09-30 10:00'), 0)).toThrow(RangeError)
  })

  test('every day from 2024 to 2026 has as many minutes as counting them one by one', () => {
    const wrong: string[] = []
    for (let minute = 0; minute < MINUTES; minute += 1440) {
      const [from, to] = [new Date(START + minute * 60_000), new Date(START + (minute + 1440) * 60_000)]
      if (work.between(from, to) !== worked[minute + 1440]! - worked[minute]!) wrong.push(shown(from))
    }
    expect(wrong).toEqual([])
    expect(MINUTES / 1440).toBe(1096)
  })

  test('between any two minutes, and after any length, it agrees with counting one by one', () => {
    const minute = fc.integer({ min: 0, max: MINUTES - 1 })
    fc.assert(fc.property(minute, minute, (a, b) => {
      expect(work.between(new Date(START + a * 60_000), new Date(START + b * 60_000))).toBe(worked[b]! - worked[a]!)
    }))
    fc.assert(fc.property(fc.integer({ min: 0, max: MINUTES - 60 * 1440 }), fc.integer({ min: 1, max: 5_000 }), (a, length) => {
      const until = (work.after(new Date(START + a * 60_000), length).getTime() - START) / 60_000
      expect(worked[until]! - worked[a]!).toBe(length)
      expect(worked[until - 1]! - worked[a]!).toBe(length - 1)
    }))
  })

  test('later minutes never end earlier', () => {
    const instant = fc.integer({ min: START, max: START + 900 * 86_400_000 })
    fc.assert(fc.property(instant, instant, fc.nat(4_000), (a, b, length) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)]
      expect(work.after(new Date(first), length).getTime()).toBeLessThanOrEqual(work.after(new Date(second), length).getTime())
    }))
  })

  test('past the known calendar the week decides, and says it is provisional', () => {
    expect(work.isProvisional(at('2026-12-31 23:59'))).toBe(false)
    expect(work.isProvisional(at('2027-01-01 00:00'))).toBe(true)
    expect(work.isWorkingDay('2027-01-01')).toBe(true)
    expect(work.isWorkingDay('2027-01-02')).toBe(false)
  })

  test('what cannot be counted is refused', () => {
    expect(() => workingTimeOf({ ...calendar, hours: [] })).toThrow(RangeError)
    expect(() => work.after(at('2026-01-01 00:00'), -1)).toThrow(RangeError)
    expect(() => work.after(at('2026-01-01 00:00'), 1e9)).toThrow(RangeError)
    expect(() => work.between(at('2019-12-31 00:00'), at('2026-01-01 00:00'))).toThrow(RangeError)
  })
})

const INSTANT = fc.integer({ min: at('2024-03-01 00:00').getTime(), max: at('2026-10-01 00:00').getTime() }).map((ms) => new Date(ms))
const LENGTH = fc.integer({ min: 1, max: 5_000 })

describe.each([['working', work], ['natural', naturalTime]] as const)('%s time, asked from either end', (_name, time) => {
  test('a warning begins exactly when the limit comes within reach', () => {
    fc.assert(fc.property(INSTANT, INSTANT, LENGTH, (limit, now, minutes) => {
      expect(time.before(limit, minutes) <= now).toBe(limit <= time.until(now, minutes))
    }), { numRuns: 2_000 })
  })

  test('at the very edges of warning and reach as well', () => {
    fc.assert(fc.property(INSTANT, LENGTH, fc.constantFrom(-1, 0, 1), (now, minutes, off) => {
      const limit = new Date(time.until(now, minutes).getTime() + off)
      expect(time.before(limit, minutes) <= now).toBe(off <= 0)
    }), { numRuns: 2_000 })
  })

  test('the warning comes so many minutes before the limit', () => {
    fc.assert(fc.property(INSTANT, LENGTH, (limit, minutes) => {
      expect(time.between(time.before(limit, minutes), limit)).toBe(minutes)
    }), { numRuns: 1_000 })
  })
})

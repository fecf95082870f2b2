import { expect, test } from '@jest/globals'
import { usualSlots } from './labels'
import { rotate, whyNotPlan, type PlannedShift } from './rotation'
import { isWeekday } from '../calendar/working-time'
import { gapsOf, overlaps } from './rules'
import type { Pattern } from './shifts'

const people = (n: number): string[] => Array.from({ length: n }, (_, at) => String.fromCharCode(65 + at))
const pattern = (personIds: string[], more: Partial<Pattern> = {}): Pattern => ({ slots: [...usualSlots], personIds, hasBackup: true, ...more })
const period = (from: string, to: string) => ({ from, to, isWorkingDay: isWeekday })
const shown = ({ from, to, slot, mainId }: PlannedShift): string => `${from.toISOString().slice(5, 16)} ${to.toISOString().slice(5, 16)} ${slot} ${mainId}`

test('a week end over the end of a month: days, nights and rest days in turn, the last night into the next month', () => {
  const shifts = rotate(pattern(['A', 'B', 'C']), period('2026-10-29', '2026-11-01'))
  expect(shifts.map(shown)).toEqual([
    '10-29T00:30 10-29T10:00 白班 A',
    '10-29T10:00 10-30T00:30 夜班 B',
    '10-30T00:30 10-30T10:00 白班 C',
    '10-30T10:00 10-31T00:30 夜班 A',
    '10-31T00:30 10-31T10:00 休息日白班 B',
    '10-31T10:00 11-01T00:30 休息日夜班 A',
    '11-01T00:30 11-01T10:00 休息日白班 C',
    '11-01T10:00 11-02T00:30 休息日夜班 B',
  ])
})

test('a plan goes on from the turns before it as if it had been one', () => {
  const whole = rotate(pattern(people(5)), period('2026-11-01', '2026-12-20'))
  const first = rotate(pattern(people(5)), period('2026-11-01', '2026-11-30'))
  expect([...first, ...rotate(pattern(people(5)), period('2026-12-01', '2026-12-20'), first)]).toEqual(whole)
})

test.each([1, 2, 3, 4, 5, 7, 12, 30])('%s people over three months: no gap, no overlap, turns of a kind shared out, nobody of three or more twice in a row', (n) => {
  const shifts = rotate(pattern(people(n)), period('2026-12-01', '2027-03-02'))
  expect(gapsOf(shifts, { from: shifts[0]!.from, to: shifts.at(-1)!.to })).toEqual([])
  expect(shifts.some((shift, at) => at > 0 && overlaps(shifts[at - 1]!, shift))).toBe(false)
  if (n > 2) expect(shifts.some((shift, at) => at > 0 && shifts[at - 1]!.mainId === shift.mainId)).toBe(false)
  for (const { name } of usualSlots) {
    const counts = people(n).map((id) => shifts.filter(({ slot, mainId }) => slot === name && mainId === id).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
  }
  expect(shifts.every(({ mainId, backupId }) => (n === 1 ? backupId === undefined : backupId !== undefined && backupId !== mainId))).toBe(true)
})

test.each([
  ['three months', '2026-12-01', '2027-03-03', null],
  ['a day more', '2026-12-01', '2027-03-04', 'duty.badPeriod'],
  ['backwards', '2026-12-02', '2026-12-01', 'duty.badPeriod'],
  ['a day there is not', '2026-02-30', '2026-03-01', 'duty.badPeriod'],
])('%s: %s to %s', (_title, from, to, code) => {
  expect(whyNotPlan(pattern(['A']), period(from, to))).toBe(code)
})

test('times that overlap each other are refused, over midnight too', () => {
  const slots = [
    { name: '夜班', days: 'everyDay', from: '20:00', to: '08:00' },
    { name: '早班', days: 'everyDay', from: '07:30', to: '12:00' },
  ] as const
  expect(whyNotPlan({ slots: [...slots] }, period('2026-12-01', '2026-12-02'))).toBe('duty.slotsOverlap')
  expect(whyNotPlan({ slots: [{ ...slots[0] }] }, period('2026-12-01', '2026-12-02'))).toBe(null)
  expect(rotate(pattern(['A'], { slots: [{ name: '全天', days: 'everyDay', from: '08:00', to: '08:00' }] }), period('2026-12-01', '2026-12-01')).map(shown)).toEqual([
    '12-01T00:00 12-02T00:00 全天 A',
  ])
})

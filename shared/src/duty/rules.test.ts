import { expect, test } from '@jest/globals'
import { spanWords } from './labels'
import { instantOf } from '../core/time'
import { gapsOf, isDay, mayKeepRoster, isOfUnitOrAbove, mayReadRoster, overlaps, ringingShift, whyNotSpan, type Span } from './rules'

const at = (text: string): Date => new Date(`2026-11-${text}:00+08:00`)
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) })
const day = span('20T08:30', '20T18:00')

test.each([
  ['the same time', '20T08:30', '20T18:00', true],
  ['one begins as the other ends', '20T18:00', '21T08:30', false],
  ['one ends as the other begins', '19T18:00', '20T08:30', false],
  ['one minute into it', '19T18:00', '20T08:31', true],
  ['inside it', '20T09:00', '20T10:00', true],
  ['all round it', '20T00:00', '20T23:00', true],
  ['the day after', '21T08:30', '21T18:00', false],
])('two shifts: %s', (_title, from, to, expected) => {
  expect([overlaps(day, span(from, to)), overlaps(span(from, to), day)]).toEqual([expected, expected])
})

test.each([
  ['20T08:00', '20T08:00', 'duty.endsBeforeItBegins'],
  ['20T08:00', '20T07:00', 'duty.endsBeforeItBegins'],
  ['20T08:00', '21T08:00', null],
  ['20T08:00', '21T08:01', 'duty.tooLong'],
])('a shift from %s to %s: %s', (from, to, code) => {
  expect(whyNotSpan(span(from, to))).toBe(code)
})

test('gaps are what no shift covers, whatever their order', () => {
  const whole = span('20T00:00', '21T00:00')
  expect(gapsOf([], whole)).toEqual([whole])
  expect(gapsOf([span('20T18:00', '21T08:30'), day], whole)).toEqual([span('20T00:00', '20T08:30')])
  expect(gapsOf([span('20T10:00', '20T12:00'), span('20T08:00', '20T09:00')], whole)).toEqual([
    span('20T00:00', '20T08:00'), span('20T09:00', '20T10:00'), span('20T12:00', '21T00:00'),
  ])
  expect(gapsOf([span('19T00:00', '22T00:00')], whole)).toEqual([])
})

test('days and clock times are Shanghai’s, and a day must be one there is', () => {
  expect(instantOf('2026-11-20', '00:30').toISOString()).toBe('2026-11-19T16:30:00.000Z')
  expect(['2026-02-28', '2024-02-29', '2026-02-29', '2026-04-31', '2026-13-01', 'x'].map(isDay)).toEqual([true, true, false, false, false, false])
  expect(spanWords(day, at('20T00:00'))).toBe('11月20日 周五 08:30 到 18:00')
  expect(spanWords(span('20T18:00', '21T08:30'), at('20T00:00'))).toBe('11月20日 周五 18:00 到 11月21日 周六 08:30')
})

const village = { id: 'committee-v1', kind: 'committee', parentId: 'township-t1', regionPath: 'c/t1/v1/' } as const
const water = { id: 'dept-water', kind: 'department', parentId: 'centre-c', regionPath: 'c/' } as const
const post = (unitId: string, regionPath: string, isDepartment = false) => [{ unitId, regionPath, isDepartment }]

test.each([
  ['its secretary', post('committee-v1', 'c/t1/v1/'), village, [true, true, true]],
  ['a grid member of it', post('committee-v1', 'c/t1/v1/g1/'), village, [true, true, true]],
  ['its town', post('township-t1', 'c/t1/'), village, [true, true, false]],
  ['the neighbour village', post('committee-v2', 'c/t1/v2/'), village, [false, false, false]],
  ['a department, which rings nobody at home', post('dept-water', 'c/', true), village, [true, false, false]],
  ['a villager without a post', [], village, [false, false, false]],
  ['the county centre of a department', post('centre-c', 'c/'), water, [true, true, true]],
  ['a village of a department', post('committee-v1', 'c/t1/v1/'), water, [true, false, false]],
  ['another department', post('dept-road', 'c/', true), water, [true, false, false]],
] as const)('%s: reads the roster, reads phones, keeps it', (_title, posts, unit, expected) => {
  expect([mayReadRoster(posts, unit), isOfUnitOrAbove(posts, unit), mayKeepRoster(posts, unit)]).toEqual(expected)
})

const shift = (name: string, times: Span, isUnsigned: boolean) => ({ mainId: name, ...times, isUnsigned })
const night = span('20T18:00', '21T08:30')

test.each([
  ['a matter of now, earlier shift signed for', [shift('night', night, true), shift('day', day, false)], '20T19:00', '20T17:00', 'night'],
  ['a matter of now', [shift('night', night, true), shift('day', day, true)], '20T19:00', '20T18:30', 'night'],
  ['a matter of before, nobody has signed', [shift('night', night, true), shift('day', day, true)], '20T19:00', '20T17:50', 'day'],
  ['nobody on duty, nobody has signed', [shift('day', day, true)], '20T19:00', '20T17:50', 'day'],
  ['nobody on duty, a matter of after', [shift('day', day, true)], '20T19:00', '20T18:30', undefined],
  ['asked without a matter', [shift('night', night, true), shift('day', day, true)], '20T19:00', undefined, 'night'],
  ['no shift at all', [], '20T19:00', undefined, undefined],
] as const)('%s', (_title, shifts, now, caseFrom, expected) => {
  expect(ringingShift(shifts, { at: at(now), caseFrom: caseFrom ? at(caseFrom) : undefined })?.mainId).toBe(expected)
})

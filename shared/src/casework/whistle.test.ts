import { expect, test } from '@jest/globals'
import { DEFAULT_HOURS, workingTimeOf } from '../calendar/working-time'
import { addMinutes } from '../core/time'
import { arriveByOf, callMore, hasLateArrival, nextLate, stillCalled, whyNotCall, type Called } from './whistle'

const NOW = new Date('2026-11-11T02:00:00Z')
const work = workingTimeOf({ exceptions: {}, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
const called = (unitId: string, about: Partial<Called> = {}): Called => ({
  unitId, task: '看看', byId: 'wang', at: NOW, arriveBy: addMinutes(NOW, 30), arrivedAt: null, reportedAt: null, report: null, waivedAt: null, lateToldAt: null, ...about,
})

test('urgent: half an hour by the clock on the wall; else the end of the next working day', () => {
  expect(arriveByOf({ minutes: 30 }, NOW, work)).toEqual(addMinutes(NOW, 30))
  expect(arriveByOf({ workingDays: 1 }, NOW, work).toISOString()).toBe('2026-11-12T10:00:00.000Z')
})

test.each([
  ['nobody was called', [], null, false],
  ['one is on the way', [called('a')], 30, false],
  ['one came', [called('a', { arrivedAt: NOW })], null, false],
  ['one is not waited for', [called('a', { waivedAt: NOW })], null, false],
  ['the nearest of two', [called('a', { arriveBy: addMinutes(NOW, 40) }), called('b')], 30, false],
  ['of one that was told already nothing is told again, but it is listed', [called('a', { lateToldAt: NOW })], null, true],
  ['it came after all', [called('a', { lateToldAt: NOW, arrivedAt: NOW })], null, false],
])('who did not come: %s', (_what, calledUnits, minutes, isListed) => {
  expect(nextLate({ calledUnits })).toEqual(minutes === null ? null : addMinutes(NOW, minutes))
  expect(hasLateArrival({ calledUnits })).toBe(isListed)
})

test.each([
  ['a new one', [called('a')], ['b'], null],
  ['the same twice', [], ['b', 'b'], 'casework.alreadyCalled'],
  ['one still at it', [called('a')], ['a'], 'casework.alreadyCalled'],
  ['one that is done, once more', [called('a', { reportedAt: NOW })], ['a'], null],
  ['a ninth', 'abcdefgh'.split('').map((id) => called(id)), ['i'], 'casework.tooManyCalled'],
])('may be called: %s', (_what, calledUnits, units, why) => {
  expect(whyNotCall({ calledUnits }, units)).toBe(why)
})

test('whoever reported or is not waited for is done; called once more it stands once', () => {
  const all = [called('a', { reportedAt: NOW }), called('b', { waivedAt: NOW }), called('c')]
  expect(stillCalled({ calledUnits: all }).map(({ unitId }) => unitId)).toEqual(['c'])
  expect(callMore(all, [called('a')]).map(({ unitId, reportedAt }) => [unitId, reportedAt])).toEqual([['b', null], ['c', null], ['a', null]])
})

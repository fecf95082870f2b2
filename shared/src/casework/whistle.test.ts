import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { DEFAULT_HOURS, workingTimeOf } from '../calendar/working-time'
import { addMinutes } from '../core/time'
import type { CaseAction, Party } from './case-type'
import { permittedActions, whyNotAct } from './rules'
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

const whistled = { requesterId: 'li', channel: 'self', handler: { personId: 'wang' }, answer: null, redAt: null, supervision: null, pause: null, timeRequest: null, asked: null, closedAt: null } as const

test.each([
  ['is called and has not come', ['called', 'awaited'], ['arrive'], [null, 'casework.notArrived']],
  ['has come', ['called', 'arrived'], ['reportResult'], ['casework.alreadyArrived', null]],
  ['serves two, of which one has come', ['called', 'awaited', 'arrived'], ['arrive', 'reportResult'], [null, null]],
  ['was not called', ['staff'], [], ['casework.notYours', 'casework.notYours']],
] as const)('the next step of whoever %s', (_who, standing, may, whys) => {
  const parties: ReadonlySet<Party> = new Set(standing)
  const steps: readonly CaseAction[] = ['arrive', 'reportResult']
  for (const state of ['pending', 'accepted', 'handling'] as const) {
    const record = { ...whistled, state }
    expect(permittedActions(complaint, record, { partiesFor: () => parties, now: NOW }).filter((action) => steps.includes(action))).toEqual(may)
    expect(steps.map((action) => whyNotAct(complaint, record, { action, parties, now: NOW }))).toEqual(whys)
  }
})

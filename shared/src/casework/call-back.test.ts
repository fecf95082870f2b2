import { describe, expect, test } from '@jest/globals'
import { DEFAULT_HOURS, workingTimeOf } from '../calendar/working-time'
import { complaint } from '../complaint/case-type'
import { keptCall, nextCall, nextTryAfter, whyNotCall, whyNotTry, type CallBack } from './call-back'
import { afterNotFixed, isHearingDue, whyHearingFirst } from './hearing'

const work = workingTimeOf({ exceptions: { '2026-10-01': false, '2026-10-02': false }, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
/** Wednesday morning. */
const ANSWERED = new Date('2026-11-11T02:00:00Z')
const open = { state: 'answered', grade: 'normal', category: 'welfare', answeredAt: ANSWERED, closedAt: null, rating: null, calledFor: null, callBack: null } as const
const closed = { ...open, state: 'closed', closedAt: new Date('2026-11-18T02:00:00Z') } as const
const rated = { ...closed, rating: { score: 2, at: ANSWERED } } as const
const asked = { calledFor: { for: ANSWERED, round: 1 } }
const call: CallBack = { id: 'c', round: 1, kind: 'first', due: ANSWERED, tries: 1, triedAt: ANSWERED }

describe('when the centre asks', () => {
  test.each([
    ['nobody rated: the next working day', open, 'first', '2026-11-11T16:00:00.000Z', '2026-11-12T10:00:00.000Z'],
    ['answered on a Friday: on Monday', { ...open, answeredAt: new Date('2026-11-13T02:00:00Z') }, 'first', '2026-11-15T16:00:00.000Z', '2026-11-16T10:00:00.000Z'],
    ['over a holiday: after it', { ...open, answeredAt: new Date('2026-09-30T02:00:00Z') }, 'first', '2026-10-04T16:00:00.000Z', '2026-10-05T10:00:00.000Z'],
    ['closed unrated and not asked yet: asked all the same', closed, 'first', '2026-11-11T16:00:00.000Z', '2026-11-12T10:00:00.000Z'],
    ['a lasting repair, rated: 28 days after closing', { ...rated, category: 'road' }, 'lasting', '2026-12-15T16:00:00.000Z', '2026-12-16T10:00:00.000Z'],
    ['an urgent one: 7 days', { ...rated, category: 'safety', grade: 'urgent' as const }, 'lasting', '2026-11-24T16:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['asked once, now closed: asked again later', { ...closed, ...asked, category: 'road' }, 'lasting', '2026-12-15T16:00:00.000Z', '2026-12-16T10:00:00.000Z'],
  ] as const)('%s', (_what, record, kind, at, due) => {
    const next = nextCall(record, complaint, work)
    expect({ kind: next?.kind, at: next?.at.toISOString(), due: next?.due.toISOString() }).toEqual({ kind, at, due })
  })

  test.each([
    ['while it is worked on', { ...open, state: 'handling' as const }],
    ['of what was declined', { ...closed, state: 'declined' as const }],
    ['a second time about one answer', { ...open, ...asked }],
    ['whoever rated, where nothing was to last', rated],
    ['a second time about one closing', { ...rated, category: 'road', calledFor: { for: rated.closedAt, round: 2 } }],
  ])('nobody is asked %s', (_what, record) => {
    expect(nextCall(record, complaint, work)).toBeNull()
  })
})

test.each([
  ['answered', open, true],
  ['closed unrated', closed, true],
  ['rated meanwhile', rated, false],
  ['worked on again', { ...open, state: 'handling' as const }, false],
  ['undone', { ...open, state: 'withdrawn' as const }, false],
])('an open round of a case that is %s stays: %#', (_what, record, stays) => {
  expect(keptCall({ ...record, callBack: call })).toBe(stays ? call : null)
})

test('a lasting round stays though it was rated', () => {
  const lasting = { ...call, kind: 'lasting' as const }
  expect(keptCall({ ...rated, callBack: lasting })).toBe(lasting)
})

test('nobody is tried twice on one day; from Friday the next try is on Monday', () => {
  expect(whyNotTry(call, new Date('2026-11-11T09:00:00Z'))).toBe('casework.triedToday')
  expect(whyNotTry(call, new Date('2026-11-11T16:00:00Z'))).toBeNull()
  expect(whyNotTry({ ...call, triedAt: null }, ANSWERED)).toBeNull()
  expect(nextTryAfter(new Date('2026-11-13T02:00:00Z'), work).toISOString()).toBe('2026-11-15T16:00:00.000Z')
})

describe('who may not ask whether it is fixed', () => {
  const done = { requesterId: 'li', handler: { unitId: 'committee', personId: 'wang' }, answer: { byId: 'zhang' } }
  test.each([
    ['the handler', { id: 'wang', unitIds: ['township'] }, false, 'casework.callOwnWork'],
    ['whoever answered', { id: 'zhang', unitIds: ['township'] }, false, 'casework.callOwnWork'],
    ['whoever asked for it', { id: 'li', unitIds: ['township'] }, false, 'casework.callOwnWork'],
    ['anyone appointed at the handling unit', { id: 'chen', unitIds: ['township', 'committee'] }, false, 'casework.callOwnWork'],
    ['somebody of the centre may', { id: 'chen', unitIds: ['township'] }, false, null],
    ['of the county centre’s own work a colleague may', { id: 'chen', unitIds: ['committee'] }, true, null],
    ['but not whoever did it', { id: 'wang', unitIds: ['committee'] }, true, 'casework.callOwnWork'],
  ] as const)('%s', (_who, caller, isTop, why) => {
    expect(whyNotCall(done, caller, isTop)).toBe(why)
  })
})

describe('"not fixed"', () => {
  const hearing = { since: ANSWERED, due: ANSWERED, heldAt: null, heldById: null }
  test.each([
    [{ reopenedCount: 0 }, 'reopened'],
    [{ reopenedCount: 1 }, 'reopened'],
    [{ reopenedCount: 2 }, 'hearing'],
    [{ reopenedCount: 2, hearing: { ...hearing, heldAt: ANSWERED } }, 'noted'],
  ] as const)('%j → %s', (record, outcome) => {
    expect(afterNotFixed(record, complaint)).toBe(outcome)
  })

  test('nothing ends a case before its hearing was held', () => {
    expect([isHearingDue({ hearing }), whyHearingFirst({ hearing })]).toEqual([true, 'casework.hearingFirst'])
    expect([isHearingDue({}), whyHearingFirst({ hearing: { ...hearing, heldAt: ANSWERED } })]).toEqual([false, null])
  })
})

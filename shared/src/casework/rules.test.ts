import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { errors } from '../catalog/errors'
import { DAY } from '../core/time'
import type { CaseAction, Party } from './case-type'
import { stoppedClock } from './clock'
import { categoryOf, limitsOf } from './case-type'
import { isOwnWork, permittedActions, rateByOf, targetState, titleOf, whyNotAct, type ParentStand } from './rules'
import { CASE_STATES, isOpen, type CaseState } from './states'
import type { Awaited, Supervision } from './supervision'
import { ACTIONS } from './views'

const NOW = new Date('2026-11-21T08:00:00Z')
const PARTIES = ['requester', 'helper', 'staff', 'handler', 'owner', 'superior', 'dispatcher', 'centre', 'system'] as const
const at = (state: CaseState, about: { asked?: boolean; closedDays?: number } = {}) => ({
  state,
  channel: 'helper' as const,
  receivedAt: new Date(NOW.getTime() - DAY),
  requesterId: 'li',
  handler: { personId: 'wang' as string | null },
  answer: { byId: 'wang' },
  redAt: state === 'pending' || state === 'accepted' || state === 'handling' ? new Date(NOW.getTime() + DAY) : null,
  supervision: null,
  pause: null,
  timeRequest: null,
  asked: about.asked ? { question: '哪一盏', at: NOW } : null,
  closedAt: isOpen(state) ? null : new Date(NOW.getTime() - (about.closedDays ?? 0) * DAY),
  parent: state === 'merged' ? { state: 'closed' as const, closedAt: NOW } : null,
})
const why = (state: CaseState, action: CaseAction, ...parties: Party[]) =>
  whyNotAct(complaint, at(state), { action, parties: new Set(parties), now: NOW })

/** Reviewed by hand against the flow in words: who may do what in which state. */
const MAY: Record<Party, Partial<Record<CaseState, CaseAction[]>>> = {
  requester: {
    pending: ['withdraw', 'supplement'],
    accepted: ['supplement'],
    handling: ['supplement'],
    answered: ['rate', 'reopen'],
    closed: ['reopen'],
    merged: ['reopen'],
    declined: ['reopen'],
    unresolvable: ['reopen'],
  },
  // How far a unit is that was called says what it may do next: the table of whistle.test.
  arbiter: {}, triageDesk: {}, head: {}, called: {}, awaited: {}, arrived: {},
  helper: {
    pending: ['supplement', 'disown'],
    accepted: ['supplement', 'disown'],
    handling: ['supplement', 'disown'],
    answered: ['disown'],
  },
  staff: { pending: ['disown'], accepted: ['disown'], handling: ['disown'], answered: ['disown'] },
  handler: {
    pending: ['accept', 'assign', 'ask'],
    accepted: ['assign', 'handle', 'ask', 'answer', 'askTime', 'publish'],
    handling: ['assign', 'handle', 'ask', 'answer', 'askTime', 'publish'],
    answered: ['publish'],
    closed: ['publish'],
    unresolvable: ['publish'],
  },
  owner: {
    pending: ['route', 'decline', 'accept', 'assign', 'takeCharge', 'merge', 'whistle', 'setRisk'],
    accepted: ['route', 'assign', 'giveUp', 'takeCharge', 'merge', 'whistle', 'publish', 'setRisk'],
    handling: ['route', 'assign', 'giveUp', 'takeCharge', 'merge', 'whistle', 'publish', 'setRisk'],
    answered: ['takeCharge', 'publish', 'setRisk'],
    closed: ['publish'],
    unresolvable: ['publish'],
    merged: ['unmerge'],
  },
  superior: {
    pending: ['listForSupervision', 'takeCharge', 'setRisk'],
    accepted: ['listForSupervision', 'takeCharge', 'setRisk'],
    handling: ['listForSupervision', 'takeCharge', 'setRisk'],
    answered: ['takeCharge', 'setRisk'],
  },
  dispatcher: {
    pending: ['route', 'decline', 'assign', 'merge', 'whistle', 'setRisk'],
    accepted: ['route', 'assign', 'giveUp', 'merge', 'whistle', 'publish', 'setRisk'],
    handling: ['route', 'assign', 'giveUp', 'merge', 'whistle', 'publish', 'setRisk'],
    answered: ['publish', 'setRisk'],
    closed: ['publish'],
    unresolvable: ['publish'],
    merged: ['unmerge'],
  },
  // Only while a round is open, which the table of call-back.test says.
  centre: {},
  system: {
    pending: ['warn', 'callBackup', 'escalate', 'recount', 'tellLate', 'rebind', 'followSettings'],
    accepted: ['warn', 'escalate', 'endPause', 'recount', 'tellLate', 'rebind', 'followSettings'],
    handling: ['warn', 'escalate', 'endPause', 'recount', 'tellLate', 'rebind', 'followSettings'],
    answered: ['escalate', 'openCallBack', 'closeUnrated', 'rebind', 'reopen'],
    closed: ['openCallBack', 'reopen'],
    merged: ['reopen'],
    declined: ['reopen'],
    unresolvable: ['reopen'],
  },
}

test.each(PARTIES)('in each state the %s may do exactly this', (party) => {
  for (const state of CASE_STATES) {
    const can = permittedActions(complaint, at(state), { partiesFor: () => new Set([party]), now: NOW })
    expect({ state, can: [...can].sort() }).toEqual({ state, can: [...(MAY[party][state] ?? [])].sort() })
  }
})

test('a stranger may do nothing, in any state', () => {
  for (const state of CASE_STATES) {
    expect(permittedActions(complaint, at(state), { partiesFor: () => new Set<Party>(), now: NOW })).toEqual([])
  }
})

test('a stranger to a step hears that it is not theirs, whatever the state, so that states are not probed', () => {
  for (const action of ACTIONS) {
    const mine = complaint.flow.filter((row) => row.action === action).flatMap((row) => row.who)
    const strangers = PARTIES.filter((party) => !mine.includes(party))
    const answers = CASE_STATES.map((state) => why(state, action, ...strangers))
    expect({ action, answers: [...new Set(answers)] }).toEqual({ action, answers: ['casework.notYours'] })
  }
})

test.each([
  ['accepted', 'accept', 'handler'],
  ['accepted', 'withdraw', 'requester'],
  ['pending', 'answer', 'handler'],
  ['handling', 'rate', 'requester'],
  ['withdrawn', 'reopen', 'requester'],
  ['declined', 'route', 'dispatcher'],
  ['closed', 'closeUnrated', 'system'],
] as const)('a case that is %s refuses %s by its %s for its state', (state, action, party) => {
  expect(why(state, action, party)).toBe('casework.wrongState')
})

const supervision = (awaits: Awaited): Supervision => ({ id: 's', kind: 'overdue', level: 1, unitId: 'township', since: NOW, awaits, due: NOW, isTop: false })
const pause = { since: NOW, until: NOW, reason: '等材料', byId: 'zhao' }
const timeRequest = { kind: 'pause' as const, until: NOW, reason: '等材料', byId: 'wang', at: NOW }

test.each([
  ['nothing asked for', {}, 'grantTime', 'superior', 'casework.noTimeAsked'],
  ['time asked for', { timeRequest }, 'grantTime', 'superior', null],
  ['time asked for', { timeRequest }, 'refuseTime', 'superior', null],
  ['time asked for', { timeRequest }, 'askTime', 'handler', 'casework.timeAlreadyAsked'],
  ['a pause', { pause, redAt: null }, 'askTime', 'handler', 'casework.alreadyPaused'],
  ['a pause', { pause, redAt: null }, 'resume', 'handler', null],
  ['no pause', {}, 'resume', 'handler', 'casework.notPaused'],
  ['a limit that has passed', { redAt: NOW }, 'askTime', 'handler', 'casework.tooLateForTime'],
  ['supervision', { supervision: supervision('result') }, 'askTime', 'handler', 'casework.tooLateForTime'],
  ['supervision', { supervision: supervision('result') }, 'listForSupervision', 'superior', 'casework.alreadySupervised'],
  ['a pause', { pause, redAt: null }, 'listForSupervision', 'superior', 'casework.alreadyPaused'],
  ['no supervision', {}, 'fileFeedback', 'owner', 'casework.notSupervised'],
  ['feedback owed', { supervision: supervision('feedback') }, 'fileFeedback', 'owner', null],
  ['a result owed', { supervision: supervision('result') }, 'fileFeedback', 'owner', 'casework.otherAwaited'],
] as const)('with %s (%#)', (_what, about, action, party, verdict) => {
  expect(whyNotAct(complaint, { ...at('handling'), ...about }, { action, parties: new Set<Party>([party]), now: NOW })).toBe(verdict)
})

test('only a result that waits for it is signed', () => {
  const sign = (awaits: Awaited) => whyNotAct(complaint, { ...at('answered'), supervision: supervision(awaits) }, { action: 'signResult', parties: new Set<Party>(['owner']), now: NOW })
  expect([sign('feedback'), sign('result'), sign('signature')]).toEqual(['casework.otherAwaited', 'casework.otherAwaited', null])
})

const leaving = (action: 'reopen' | 'unmerge', parent: ParentStand | null) =>
  whyNotAct(complaint, { ...at('merged'), parent }, { action, parties: new Set([action === 'reopen' ? 'requester' : 'owner']), now: NOW })
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY)

test.each([
  ['is waiting', { state: 'pending', closedAt: null }, 'casework.mergedUnanswered', null],
  ['is being handled', { state: 'handling', closedAt: null }, 'casework.mergedUnanswered', null],
  ['is answered', { state: 'answered', closedAt: null }, null, null],
  ['closed a week ago', { state: 'closed', closedAt: daysAgo(7) }, null, null],
  ['closed longer ago', { state: 'closed', closedAt: daysAgo(7.001) }, 'casework.reopenTooLate', 'casework.unmergeTooLate'],
  ['could not be done', { state: 'unresolvable', closedAt: NOW }, null, null],
] as const)('of a merged case whose parent %s, its requester and its owner may take it out accordingly', (_is, parent, reopen, unmerge) => {
  expect([leaving('reopen', parent), leaving('unmerge', parent)]).toEqual([reopen, unmerge])
})

test('who filed the case that others are merged into does not withdraw it from under them', () => {
  const withdraw = (childCount: number) => whyNotAct(complaint, { ...at('pending'), childCount }, { action: 'withdraw', parties: new Set(['requester']), now: NOW })
  expect([withdraw(0), withdraw(1)]).toEqual([null, 'casework.othersMerged'])
})

const late = { redAt: NOW }
test.each([
  ['a case in time', {}, 'giveUp', ['owner'], null],
  ['a late case', late, 'giveUp', ['owner'], 'casework.lateIsAbove'],
  ['a late case', late, 'giveUp', ['owner', 'dispatcher'], 'casework.lateIsAbove'],
  ['a late case', late, 'giveUp', ['dispatcher', 'superior'], null],
  ['a supervised case', { supervision: supervision('feedback') }, 'giveUp', ['owner'], 'casework.lateIsAbove'],
] as const)('%s is given up as the level above allows (%#)', (_what, about, action, parties, verdict) => {
  expect(whyNotAct(complaint, { ...at('handling'), ...about }, { action, parties: new Set<Party>(parties), now: NOW })).toBe(verdict)
})

test('one question at a time', () => {
  expect(whyNotAct(complaint, at('handling', { asked: true }), { action: 'ask', parties: new Set(['handler']), now: NOW })).toBe('casework.alreadyAsked')
})

test.each([
  ['71:59', 71 * 60 + 59, null],
  ['72:00', 72 * 60, null],
  ['72:01', 72 * 60 + 1, 'casework.undoTooLate'],
] as const)('%s hours after filing, undoing what a helper filed is %s', (_hours, minutes, verdict) => {
  const record = { ...at('handling'), receivedAt: new Date(NOW.getTime() - minutes * 60_000) }
  for (const party of ['helper', 'staff'] as const) {
    expect(whyNotAct(complaint, record, { action: 'disown', parties: new Set([party]), now: NOW })).toBe(verdict)
  }
})

test('what its own requester filed is not undone by anybody', () => {
  const { channel: _channel, ...own } = at('pending')
  expect(whyNotAct(complaint, own, { action: 'disown', parties: new Set(['staff']), now: NOW })).toBe('casework.notHelped')
})

test.each([
  [0, null],
  [7, null],
  [7.0001, 'casework.reopenTooLate'],
  [400, 'casework.reopenTooLate'],
])('%d days after closing, reopening is %s', (closedDays, verdict) => {
  expect(whyNotAct(complaint, at('closed', { closedDays }), { action: 'reopen', parties: new Set(['requester']), now: NOW })).toBe(verdict)
})

test.each([
  ['another', 'rated', 'wang', 'wang', null],
  ['nobody by name, answered by another', 'rated', null, 'wang', null],
  ['the requester', 'not rated', 'li', 'li', 'casework.ownWork'],
  ['the requester, though another answered', 'not rated', 'li', 'wang', 'casework.ownWork'],
  ['another, though the requester answered', 'not rated', 'wang', 'li', 'casework.ownWork'],
  ['nobody by name, answered by the requester', 'not rated', null, 'li', 'casework.ownWork'],
] as const)('a request handled by %s is %s by its requester', (_who, _is, personId, byId, verdict) => {
  const record = { ...at('answered'), handler: { personId }, answer: { byId } }
  const requester = () => new Set<Party>(['requester', 'handler'])
  expect(whyNotAct(complaint, record, { action: 'rate', parties: requester(), now: NOW })).toBe(verdict)
  expect(isOwnWork(record)).toBe(verdict !== null)
  // Saying that it is not fixed, and the timetable's closing, stay open to whose they are.
  const can = permittedActions(complaint, record, { partiesFor: requester, now: NOW })
  expect(can.filter((action) => action !== 'publish')).toEqual(verdict === null ? ['rate', 'reopen'] : ['reopen'])
  expect(whyNotAct(complaint, record, { action: 'closeUnrated', parties: new Set(['system']), now: NOW })).toBeNull()
})

test('an action leads where its row says, and to no state outside the list', () => {
  for (const row of complaint.flow) {
    for (const state of row.from) {
      const merged = { intoId: 'a', at: NOW, before: { ...stoppedClock, state: 'handling' as const, asked: null } }
      const target = row.to === 'same' ? state : row.to === 'before' ? 'handling' : row.to
      expect(targetState(complaint, { state, merged }, row.action)).toBe(target)
    }
  }
  expect(() => targetState(complaint, { state: 'closed' }, 'accept')).toThrow('no accept from closed')
})

test('from every open state some party can lead the case to a closed one', () => {
  const next = (state: CaseState): CaseState[] => complaint.flow.flatMap((row) => (row.from.includes(state) && row.to !== 'same' && row.to !== 'before' ? [row.to] : []))
  const reached = (from: CaseState): Set<CaseState> => {
    const seen = new Set<CaseState>([from])
    for (const state of seen) for (const each of next(state)) seen.add(each)
    return seen
  }
  for (const state of CASE_STATES.filter(isOpen)) expect([...reached(state)].some((each) => !isOpen(each))).toBe(true)
})

test('each action has one row for a state, so that its outcome is one', () => {
  for (const action of ACTIONS) {
    const from = complaint.flow.filter((row) => row.action === action).flatMap((row) => row.from)
    expect({ action, from: [...new Set(from)] }).toEqual({ action, from })
  }
})

test('a category brings its own limit, urgent cases the urgent one', () => {
  expect(limitsOf(complaint, 'normal', 'road').totalMinutes).toBe(7 * 420)
  expect(limitsOf(complaint, 'urgent', 'road')).toEqual(complaint.limits.urgent)
  expect(limitsOf(complaint, 'normal', 'nothing like it')).toEqual(complaint.limits.normal)
  expect(limitsOf(complaint, 'normal')).toEqual(complaint.limits.normal)
  expect(categoryOf(complaint, undefined)).toBeUndefined()
  expect(categoryOf(complaint, 'constructor')).toBeUndefined()
})

test('an answer waits seven days to the minute', () => {
  expect(rateByOf(complaint, NOW).toISOString()).toBe('2026-11-28T08:00:00.000Z')
})

test.each([
  [{ title: '水渠盖板', words: '别的' }, '水渠盖板'],
  [{ words: '三社水渠盖板断了。娃娃要绕路' }, '三社水渠盖板断了'],
  [{ words: '断了！快来' }, '断了'],
  [{ words: '第一行\n第二行' }, '第一行'],
  [{ words: '一二三四五六七八九十一二三四五六七八九十一二三四五六' }, '一二三四五六七八九十一二三四五六七八九十一二三四…'],
  [{ words: '一二三四五六七八九十一二三四五六七八九十一二三😀四五' }, '一二三四五六七八九十一二三四五六七八九十一二三…'],
  [{ words: '！！！', categoryLabel: '道路桥涵' }, '道路桥涵'],
  [{ words: null, voiceSeconds: 12.4 }, '一段语音 12″'],
  [{ title: null }, '照片反映'],
  [{ words: '', categoryLabel: '用电路灯', voiceSeconds: 3 }, '用电路灯'],
])('%j is known as %s', (about, title) => {
  expect(titleOf(about)).toBe(title)
})

test('every refusal a rule can give has words', () => {
  for (const code of ['casework.notYours', 'casework.wrongState', 'casework.alreadyAsked', 'casework.reopenTooLate', 'casework.ownWork'] as const) {
    expect(errors[code].text).toMatch(/[\u4e00-\u9fff]/)
  }
})

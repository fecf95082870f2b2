import { expect, test } from '@jest/globals'
import { naturalTime } from '../calendar/working-time'
import type { CaseAction } from '../casework/case-type'
import type { CaseRecord } from '../casework/record'
import type { CaseState } from '../casework/states'
import { addMinutes } from '../core/time'
import { factsOf, type FactEntry } from './facts'
import { counts, FIGURES, figureNamed, figuresFor, monthsOf, outcomeLabels } from './figures'

const BEGIN = new Date('2026-11-11T02:00:00Z')
const at = (minutes: number) => addMinutes(BEGIN, minutes)
const hands = (unitId: string) => ({ handler: { unitId, personId: null, since: BEGIN } })

/** Entries as `[minutes, action, state after, set]`. */
const history = (...steps: [number, CaseAction | 'submit', CaseState, Partial<CaseRecord>?][]): FactEntry[] =>
  steps.map(([minutes, action, to, set = {}], index) => ({ n: index + 1, at: at(minutes), action, to, set }))
const submitted: [number, 'submit', CaseState, Partial<CaseRecord>] = [0, 'submit', 'pending', { ...hands('village'), ownerUnitId: 'village', redAt: at(100) }]

const facts = (entries: FactEntry[], record: Partial<CaseRecord> = {}, calls: Parameters<typeof factsOf>[0]['calls'] = []) =>
  factsOf({
    record: { state: entries.at(-1)!.to, closedAt: null, isUnrated: false, ownerUnitId: 'village', calledUnits: [], receivedAt: BEGIN, ...record },
    entries, calls, timing: naturalTime, limitMinutes: 100,
  })
const shown = (all: ReturnType<typeof facts>) => all.map(({ kind, outcome, unitId, minutes }) => [kind, outcome, unitId, minutes].join(' ').trim())

test('a case that only lies there was received and is in somebody’s hands', () => {
  expect(shown(facts(history(submitted)))).toEqual(['received open village 0', 'came came village 0'])
})

test('answered a minute before its limit is on time, a minute after it late; whose time it was is told apart', () => {
  const steps = (end: number) => history(submitted, [60, 'route', 'pending', hands('water')], [end, 'answer', 'answered', { redAt: null }])
  expect(shown(facts(steps(99)))).toEqual([
    'received open village 0', 'came came village 0', 'came came water 0', 'answered onTime village 99', 'held within village 60', 'held within water 39',
  ])
  expect(shown(facts(steps(101)))).toContain('answered late village 101')
  expect(shown(facts(steps(161)))).toContain('held over water 101')
})

test('while it is paused no limit runs, and the clock counts for nobody', () => {
  const pause = { since: at(50), until: at(500), reason: '', byId: '' }
  const entries = history(submitted, [50, 'grantTime', 'handling', { pause, redAt: null }], [500, 'endPause', 'handling', { pause: null, redAt: at(550) }], [540, 'answer', 'answered', { redAt: null }])
  expect(shown(facts(entries))).toEqual(expect.arrayContaining(['answered onTime village 90', 'held within village 90']))
})

test('reopened, each answer is counted; what did not hold is counted to whoever was accountable for it', () => {
  const entries = history(submitted, [10, 'answer', 'answered', { redAt: null }], [20, 'reopen', 'handling', { ownerUnitId: 'town', redAt: at(70) }], [90, 'answer', 'answered', { redAt: null }], [95, 'rate', 'closed'])
  expect(shown(facts(entries, { closedAt: at(95), ownerUnitId: 'town' }, [{ round: 1, ended: 'notFixed', endedAt: at(20) }]))).toEqual([
    'received ended village 0', 'came came village 0', 'answered onTime village 10', 'answered late town 80', 'held within village 80',
    'ended closed town 0', 'reopened reopened village 0', 'calledBack notFixed village 0',
  ])
})

test('a return is of who sent it back, a supervision of who owes, however it moves on', () => {
  const supervision = { id: 's1', kind: 'overdue', unitId: 'town', level: 1, since: BEGIN, awaits: 'feedback', due: at(500), isTop: false } as const
  const entries = history(submitted, [5, 'route', 'pending', hands('water')], [6, 'returnCase', 'pending', hands('desk')], [101, 'escalate', 'pending', { supervision }], [102, 'fileFeedback', 'pending', { supervision: { ...supervision, awaits: 'result' } }])
  expect(shown(facts(entries)).filter((line) => /returned|supervised/.test(line))).toEqual(['returned returned water 0', 'supervised overdue town 0'])
})

test('each unit called is counted once, and late only when it did not come in time', () => {
  const called = (unitId: string) => ({ unitId, task: '', byId: '', at: at(5), arriveBy: at(35), arrivedAt: null, reportedAt: null, report: null, waivedAt: null, lateToldAt: null })
  const entries = history(submitted, [5, 'whistle', 'pending', { calledUnits: [called('water'), called('energy')] }])
  const now = [{ ...called('water'), arrivedAt: at(20) }, { ...called('energy'), lateToldAt: at(36) }]
  expect(shown(facts(entries, { calledUnits: now })).filter((line) => line.startsWith('called'))).toEqual(['called called water 0', 'called late energy 0'])
})

test('no two facts of a case have one name', () => {
  const ids = facts(history(submitted, [1, 'answer', 'answered'], [2, 'reopen', 'handling'], [3, 'answer', 'answered'], [4, 'reopen', 'handling'])).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every outcome a figure counts has words, and no fact is counted as open and ended at once', () => {
  for (const { outcomes = [] } of FIGURES) for (const outcome of outcomes) expect(outcomeLabels).toHaveProperty(outcome)
  expect(counts(figureNamed('open'), { kind: 'received', outcome: 'ended' })).toBe(false)
  expect(counts(figureNamed('received'), { kind: 'received', outcome: 'ended' })).toBe(true)
})

test('units are counted for their own share, cases wherever they went', () => {
  expect(figuresFor({ by: 'unit' })).toContain('ownLate')
  expect(figuresFor({ by: 'place', unitId: 'dept-water' })).toContain('ownLate')
  expect(figuresFor({ by: 'category' })).not.toContain('ownLate')
})

test.each([['2026-11', ['2026-11']], ['2026-Q1', ['2026-01', '2026-02', '2026-03']], ['2026-Q4', ['2026-10', '2026-11', '2026-12']]])('%s is %j', (period, months) => {
  expect(monthsOf(period)).toEqual(months)
})

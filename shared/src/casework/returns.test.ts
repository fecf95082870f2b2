import { expect, test } from '@jest/globals'
import { workingTimeOf, DEFAULT_HOURS } from '../calendar/working-time'
import { nextCrossing } from './crossing'
import { commonParent, isPastALevel, openArbitration, whyNotReturn, type Returns } from './returns'

const NOW = new Date('2026-11-11T02:00:00Z')
const LATER = new Date('2026-11-13T10:00:00Z')
const work = workingTimeOf({ exceptions: {}, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
const returns = (about: Partial<Returns> = {}): Returns => ({ by: ['water'], at: NOW, arbiter: null, isBound: false, ...about })

test.each([
  ['nobody sent it here', { handler: { unitId: 'water' } }, 'casework.notReturnable'],
  ['in time', { handler: { unitId: 'water', returnBy: LATER } }, null],
  ['at the last instant', { handler: { unitId: 'water', returnBy: NOW } }, null],
  ['an instant later it counts as signed', { handler: { unitId: 'water', returnBy: new Date(NOW.getTime() - 1) } }, 'casework.returnTooLate'],
  ['by this unit before', { handler: { unitId: 'water', returnBy: LATER }, returns: returns() }, 'casework.returnedBefore'],
  ['by another unit once', { handler: { unitId: 'energy', returnBy: LATER }, returns: returns() }, null],
  ['by two others', { handler: { unitId: 'energy', returnBy: LATER }, returns: returns({ by: ['water', 'land'] }) }, 'casework.returnedBefore'],
  ['after a decision', { handler: { unitId: 'energy', returnBy: LATER }, returns: returns({ isBound: true }) }, 'casework.returnedBefore'],
  ['while it is paused', { handler: { unitId: 'energy', returnBy: LATER }, pause: { since: NOW, until: LATER, reason: '', byId: '' } }, 'casework.alreadyPaused'],
] as const)('a case is sent back: %s', (_what, record, why) => {
  expect(whyNotReturn({ pause: null, ...record } as never, NOW)).toBe(why)
})

const parents: Record<string, string> = { station: 'town', committee: 'town', town: 'county', water: 'county', energy: 'county' }
const parentOf = (id: string) => (parents[id] ? { id: parents[id] } : undefined)

test.each([
  [['water', 'energy'], 'county'],
  [['station', 'committee'], 'town'],
  [['station', 'water'], 'county'],
  [['station'], 'town'],
  [['town', 'station'], 'county'],
  [['county'], undefined],
])('who decides between %j is %s', (units, arbiter) => {
  expect(commonParent(units, parentOf)).toBe(arbiter)
})

test('an arbiter has a working day; missed it moves up, at the top it stays', () => {
  const arbiter = openArbitration({ unitId: 'town', isTop: false, now: NOW, days: 1, work })
  expect(arbiter.due.toISOString()).toBe('2026-11-12T10:00:00.000Z')
  const record = {
    state: 'pending', grade: 'normal', acceptBy: null, yellowAt: null, redAt: null, answeredAt: null, warnedFor: null, called: null,
    escalatedFor: null, supervision: null, pause: null,
  } as const
  expect(nextCrossing({ ...record, returns: returns({ arbiter }) }, { ratingDays: 7, phoneListMinutes: 15 })).toEqual({ kind: 'raiseArbitration', at: arbiter.due })
  expect(nextCrossing({ ...record, returns: returns({ arbiter: { ...arbiter, isTop: true } }) }, { ratingDays: 7, phoneListMinutes: 15 })).toBeNull()
})

test.each([
  ['committee', 'county', true],
  ['committee', 'town', false],
  ['committee', 'water', false],
  ['committee', 'station', false],
  ['town', 'county', false],
  ['town', 'committee', false],
  ['water', 'committee', false],
  ['county', 'committee', false],
])('from the %s to the %s goes past a level: %s', (from, to, isPast) => {
  expect(isPastALevel(from, to, parentOf)).toBe(isPast)
})

import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { effectiveAt, keptLevel, levelFor, mayReleaseFrom, namesOf, sealedStart, shownBelow, startOf, startOfDay, type NameLevel } from './names'

const OFFERED: readonly (readonly [string | null, 'village' | null, readonly NameLevel[]])[] = [
  ['road', null, ['hidden', 'public']],
  ['affairs', null, ['sealed', 'hidden']],
  ['neighbour', null, ['sealed', 'hidden']],
  ['welfare', null, ['hidden', 'sealed', 'public']],
  [null, null, ['hidden', 'sealed', 'public']],
  ['road', 'village', ['hidden', 'sealed']],
  ['affairs', 'village', ['sealed', 'hidden']],
]

test.each(OFFERED)('of %s about %s one may choose among %j', (category, about, offered) => {
  expect(namesOf(complaint, { category, about })).toEqual(offered)
})

test.each([
  [['sealed', 'hidden'], undefined, true, 'sealed'],
  [['sealed', 'hidden'], undefined, false, 'hidden'],
  [['hidden', 'public'], 'public', true, 'public'],
  [['hidden', 'public'], 'sealed', true, null],
  [['sealed'], undefined, false, 'hidden'],
] as const)('of %j, asked for %s, sealing possible: %s, it is %s', (offered, wanted, maySeal, level) => {
  expect(levelFor(offered, wanted, maySeal)).toBe(level)
})

/** Wednesday, 12:07:23 in Shanghai. */
const NOON = new Date('2026-11-18T04:07:23Z')

test('a sealed case tells the day, and its limits run from the end of it; what is urgent from the next full hour', () => {
  expect(startOfDay(NOON).toISOString()).toBe('2026-11-17T16:00:00.000Z')
  expect(sealedStart(NOON, false).toISOString()).toBe('2026-11-18T16:00:00.000Z')
  expect(sealedStart(NOON, true).toISOString()).toBe('2026-11-18T05:00:00.000Z')
  expect(startOf({ names: 'sealed', receivedAt: startOfDay(NOON) })).toEqual(sealedStart(NOON, false))
  expect(startOf({ receivedAt: NOON })).toBe(NOON)
})

test('two instants of one day leave the same trace', () => {
  const late = new Date('2026-11-18T15:59:59Z')
  for (const told of [startOfDay, (at: Date) => sealedStart(at, false), (at: Date) => effectiveAt('reopen', { now: at, rateBy: null })]) expect(told(late)).toEqual(told(NOON))
})

test('a step takes effect the next morning, a rating where the case would close by itself', () => {
  const rateBy = new Date('2026-11-24T04:00:00Z')
  expect(effectiveAt('supplement', { now: NOON, rateBy }).toISOString()).toBe('2026-11-18T22:00:00.000Z')
  expect(effectiveAt('rate', { now: NOON, rateBy })).toBe(rateBy)
})

test('released from the next morning on; at once where it is urgent or the village never sees it', () => {
  const receivedAt = startOfDay(NOON)
  expect(mayReleaseFrom({ receivedAt, grade: 'normal' }, null).toISOString()).toBe('2026-11-18T22:00:00.000Z')
  expect(mayReleaseFrom({ receivedAt, grade: 'urgent' }, null)).toBe(receivedAt)
  expect(mayReleaseFrom({ receivedAt, grade: 'normal' }, 'village')).toBe(receivedAt)
})

const released = { words: '', photoFileIds: [], at: NOON, byId: '', upTo: 1 }

test.each([
  [{ names: 'sealed' as const, released: null, about: null }, 'village'],
  [{ names: 'sealed' as const, released, about: null }, null],
  [{ names: 'sealed' as const, released: null, about: 'township' as const }, 'township'],
  [{ names: 'sealed' as const, released, about: 'village' as const }, 'village'],
  [{}, null],
])('%j is kept from: %s', (record, level) => {
  expect(keptLevel(record)).toBe(level)
})

test('below the township one reads that it came in, and what followed its release', () => {
  const entries = (['submit', 'accept', 'release', 'route', 'release', 'answer'] as const).map((action, at) => ({ n: at + 1, action }))
  const told = (record: Parameters<typeof shownBelow>[0]) => shownBelow(record, entries).map(({ n }) => n)
  expect(told({ names: 'sealed', released })).toEqual([1, 3, 4, 5, 6])
  expect(told({})).toEqual([1, 2, 3, 4, 5, 6])
  expect(shownBelow({ names: 'sealed' }, entries.slice(0, 2)).map(({ n }) => n)).toEqual([1])
})

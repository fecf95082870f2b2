import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Id, Instant, PageSize, Point, RegionId, text, UnitId } from './fields'

const isOk = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean => schema.safeParse(value).success
const Words = text(10)

test.each([
  ['  水渠坏了 \n', '水渠坏了'],
  ['水\u0000渠', '水渠'],
  ['\u202e坏了\u202c', '坏了'],
  ['\u2066水渠\u2069', '水渠'],
  ['\ufeff水渠', '水渠'],
  ['\u200b\u200b水渠', '水渠'],
  ['\u3000水渠\u3000', '水渠'],
  ['\u3164\u2800水渠', '水渠'],
  ['水\u200f渠\u200e坏\u061c了', '水渠坏了'],
  ['一行\n二行\t完', '一行\n二行\t完'],
  ['e\u0301', '\u00e9'],
  ['水\ud800渠', '水渠'],
  ['水\udc00', '水'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
])('%j is kept as %j', (given, kept) => {
  expect(Words.parse(given)).toBe(kept)
})

test.each([[''], ['   '], ['\u0000\u0000'], ['\u200b\u200d\u2060'], ['\u202e'], ['\ufeff'], ['\ud800'], ['\u3000'], ['\u3164'], ['\u2800\u2800'], ['\uffa0'], ['\u115f\u1160'], ['\u{e0041}\ufe0f'], ['\u0301\u0301'], ['\u200f'], ['\u3164 \u0301'], ['字'.repeat(11)], ['\u0000'.repeat(41)], [7], [null], [['水']], [{ toString: '水' }]])(
  '%j is refused',
  (given) => {
    expect(isOk(Words, given)).toBe(false)
  },
)

test('why words are refused is said in Chinese', () => {
  expect(Words.safeParse('').error?.issues[0]?.message).toBe('不能为空')
  expect(Words.safeParse('字'.repeat(11)).error?.issues[0]?.message).toBe('最多 10 个字')
  expect(Words.safeParse('字'.repeat(41)).error?.issues[0]?.message).toBe('最多 10 个字')
})

test('what is kept is kept unchanged a second time, and never longer than allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
      const once = text(20).safeParse(given)
      if (!once.success) return
      // As people count: a rare character takes two units.
      expect([...once.data].length).toBeLessThanOrEqual(20)
      expect(once.data).toMatch(/\S/)
      expect(once.data).not.toMatch(/\p{Cs}|\u202e/u)
      expect(once.data).not.toContain('\u0000')
      expect(text(20).parse(once.data)).toBe(once.data)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [Id, '01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
  [Id, '01arz3ndektsv4rrffq69g5fav', false],
  [Id, '01ARZ3NDEKTSV4RRFFQ69G5FAI', false],
  [Id, '01ARZ3NDEKTSV4RRFFQ69G5FAV\n', false],
  [Id, { $ne: null }, false],
  [RegionId, 'v100201', true],
  [RegionId, 'v100201/', false],
  [RegionId, '.*', false],
  [RegionId, '__proto__', false],
  [UnitId, 'dept-water', true],
  [UnitId, 'dept water', false],
  [Instant, '2026-11-21T07:30:00Z', true],
  [Instant, '2026-11-21T15:30:00+08:00', false],
  [Instant, '2026-02-30T00:00:00Z', false],
  [Instant, '昨天', false],
  [Point, [107.3, 35.3], true],
  [Point, [190, 35], false],
  [Point, [107.3], false],
  [Point, ['107', '35'], false],
  [Point, [NaN, 35], false],
  [PageSize, 100, true],
  [PageSize, 101, false],
  [PageSize, 0, false],
  [PageSize, 1.5, false],
  [PageSize, '20', false],
])('a field takes what it is for and nothing like it (%#)', (schema, value, expected) => {
  expect(isOk(schema, value)).toBe(expected)
})

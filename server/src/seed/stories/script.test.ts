import { expect, test } from '@jest/globals'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { fates } from './fates'
import { scriptOf } from './script'
import { townTales } from './tales-town'
import { villageTales } from './tales-village'

const tales = [...villageTales, ...townTales]
// Morning, midday, evening, night: whenever somebody starts the demo.
const moments = ['2026-11-22T00:30:00Z', '2026-11-22T04:30:00Z', '2026-11-22T12:30:00Z', '2026-11-22T18:30:00Z'].map((text) => new Date(text))

test.each(moments)('seeded at %s, everything lies in the past and in the order it happened', (now) => {
  const moves = scriptOf(tales, now)
  for (const [n, move] of moves.entries()) {
    expect(move.at.getTime()).toBeLessThan(now.getTime())
    if (n > 0) expect(move.at.getTime()).toBeGreaterThanOrEqual(moves[n - 1]!.at.getTime())
  }
  expect(moves.filter(({ action }) => action === 'submit')).toHaveLength(tales.length)
})

test.each(moments)('seeded at %s, most stories have come as far as they are told', (now) => {
  const moves = scriptOf(tales, now)
  const ends = tales.map((tale, number) => {
    const own = moves.filter((move) => move.number === number)
    return own.at(-1)?.action === (fates[tale.fate].at(-1)?.action ?? 'submit')
  })
  expect(ends.filter((isThere) => !isThere).length).toBeLessThan(5)
})

test('nobody of the staff works at night', () => {
  for (const { at, who } of scriptOf(tales, moments[1]!)) {
    const hour = (at.getUTCHours() + 8) % 24
    if (who === 'handler' || who === 'owner' || who === 'dispatcher') expect(hour >= 8 && hour < 19).toBe(true)
  }
})

test('every tale says something, in a category that is known', () => {
  const known = new Set(complaint.categories.map(({ code }) => code))
  for (const { words, voice, category } of tales) {
    expect(words ?? voice).toBeDefined()
    if (category) expect(known.has(category)).toBe(true)
  }
  expect(new Set(tales.map(({ words, voice }) => words ?? voice)).size).toBe(tales.length)
})

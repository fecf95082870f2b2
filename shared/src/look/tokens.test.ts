import { describe, expect, test } from '@jest/globals'
import { dark, light, type Palette, phone } from './tokens'

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

type Pair = [words: keyof Palette, ground: keyof Palette]

const TEXT: Pair[] = [
  ['ink', 'ground'], ['ink', 'card'], ['ink', 'fill'], ['ink', 'pausedTint'], ['second', 'ground'], ['second', 'card'], ['second', 'fill'], ['second', 'pausedTint'],
  ['primary', 'card'], ['primary', 'ground'], ['onPrimary', 'primary'], ['primaryText', 'primaryTint'], ['primaryText', 'card'],
  ['onTime', 'onTimeTint'], ['onTime', 'card'], ['soon', 'soonTint'], ['soon', 'card'], ['overdue', 'overdueTint'], ['overdue', 'card'],
  ['points', 'card'], ['edit', 'editTint'], ['risk', 'riskTint'],
]
// Large text, icons and edges of what can be pressed.
const SHAPES: Pair[] = [['faint', 'card'], ['faint', 'ground'], ['primary', 'primaryTint']]

describe.each([['light', light], ['dark', dark]] as const)('%s', (_name, palette: Palette) => {
  test.each(TEXT)('%s on %s reads at 4.5:1', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SHAPES)('%s on %s shows at 3:1', (shape, ground) => {
    expect(contrast(palette[shape], palette[ground])).toBeGreaterThanOrEqual(3)
  })
})

test('elder type is larger everywhere and never below 36 rpx', () => {
  for (const [name, size] of Object.entries(phone.elderType)) {
    expect(size).toBeGreaterThanOrEqual(36)
    expect(size / phone.type[name as keyof typeof phone.type]).toBeGreaterThanOrEqual(1.34)
  }
})

import { expect, test } from '@jest/globals'
import { isTest, read, sources } from './project'

const HARD_LIMIT = 300

const linesOf = (path: string): number => read(path).trimEnd().split('\n').length
const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

test('no source file is longer than 300 lines', () => {
  const sized = sources.map((path) => ({ path, lines: linesOf(path) }))
  const lengths = sized.filter(({ path }) => !isTest(path)).map(({ lines }) => lines).sort((a, b) => a - b)
  process.stdout.write(`source files: ${lengths.length}, median ${quantile(lengths, 0.5)} lines, p90 ${quantile(lengths, 0.9)}, longest ${lengths.at(-1)}\n`)
  expect(sized.filter(({ lines }) => lines > HARD_LIMIT)).toEqual([])
})

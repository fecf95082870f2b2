import { expect, test } from '@jest/globals'
import { loopsOf } from './loops'
import { piecesOf, reunite } from './reunite'

// A street of eight houses, each next to the one before and after it.
const street = Array.from({ length: 8 }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < 8))
const sizeOf = () => 1

test('a part in one piece stays as it is', () => {
  expect(reunite([[0, 1, 2], [3, 4, 5, 6, 7]], { neighbours: street, sizeOf })).toEqual([[0, 1, 2], [3, 4, 5, 6, 7]])
})

test('a stray goes to the part around it', () => {
  expect(reunite([[0, 1, 2, 5], [3, 4, 6, 7]], { neighbours: street, sizeOf }).map((part) => part.toSorted())).toEqual([[0, 1, 2], [3, 4, 5, 6, 7]])
})

test('strays that touch only strays are placed too', () => {
  const parts = reunite([[0, 1, 2, 6], [3, 4, 7, 5]], { neighbours: street, sizeOf })
  expect(parts.every((part) => piecesOf(part, street).length <= 1)).toBe(true)
  expect(parts.flat().toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('a part without any neighbour is an error, not a silent gap', () => {
  expect(() => reunite([[0, 1, 9], [2]], { neighbours: [...street, [], []], sizeOf })).toThrow('cut off')
})

test('a walk that touches itself falls into simple loops, and spikes vanish', () => {
  expect(loopsOf([[0, 0], [4, 0], [6, 0], [4, 0], [4, 4], [0, 4]])).toEqual([[[0, 0], [4, 0], [4, 4], [0, 4]]])
  const eight = loopsOf([[0, 0], [2, 0], [2, 2], [4, 2], [4, 4], [2, 4], [2, 2], [0, 2]])
  expect(eight.map((loop) => loop.length).toSorted()).toEqual([4, 4])
})

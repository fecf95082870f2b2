import { expect, test } from '@jest/globals'
import type { Position } from '@xiangli/shared/region/geometry'
import { gridName, inReadingOrder } from './number-grids'

const grids = (...centres: Position[]) => centres.map((centre, i) => ({ name: 'abcdefgh'[i], centre }))
const orderOf = (...centres: Position[]) => inReadingOrder(grids(...centres)).map(({ name }) => name).join('')

test('grids side by side run from west to east, even if the eastern one lies a little further north', () => {
  expect(orderOf([0.03, 0.011], [0.01, 0.01])).toBe('ba')
})

test('grids above one another run from north to south, even if the southern one lies a little further west', () => {
  expect(orderOf([0.009, 0.01], [0.01, 0.03])).toBe('ba')
})

test('a square village of four is read in two rows', () => {
  expect(orderOf([1, 1], [3, 1], [1, 3], [3, 3])).toBe('cdab')
})

test('a single grid needs no order', () => {
  expect(orderOf([1, 1])).toBe('a')
})

test('names count in Chinese', () => {
  expect([1, 8, 10, 12, 20, 21].map(gridName)).toEqual(['第一网格', '第八网格', '第十网格', '第十二网格', '第二十网格', '第二十一网格'])
})

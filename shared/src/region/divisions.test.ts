import { expect, test } from '@jest/globals'
import { isWithinRegion, shortNameOf } from './divisions'
import { compulsoryPosts, gridPosts } from './posts'

test('display names lose the committee and keep village or community', () => {
  const shortened = ['太阳墩村民委员会', '朱家沟村村民委员会', '东街社区居委会', '东街社区居民委员会', '张老寺社区', '玉都镇']
  expect(shortened.map(shortNameOf)).toEqual(['太阳墩村', '朱家沟村', '东街社区', '东街社区', '张老寺社区', '玉都镇'])
})

test('a region lies within itself and what is above, not within a namesake prefix', () => {
  expect(isWithinRegion('620821/t100/v100201/', '620821/t100/')).toBe(true)
  expect(isWithinRegion('620821/t100/', '620821/t100/')).toBe(true)
  expect(isWithinRegion('620821/t100/', '620821/t10/')).toBe(false)
  expect(isWithinRegion('620821/', '620821/t100/')).toBe(false)
})

test('a grid team has ten posts, two of them compulsory', () => {
  expect(new Set(gridPosts.map((post) => post.code)).size).toBe(10)
  expect(compulsoryPosts.map((post) => post.label)).toEqual(['网格督导员', '网格信息员'])
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { complaint } from '../complaint/case-type'
import type { Point } from '../core/fields'
import { DAY } from '../core/time'
import { metresBetween } from '../region/distance'
import { ALIKE, familyOf, isForOthers, likenessOf, openFamilies, radiusFor, rankSimilar, roughMetres, whyWords, type Found, type Matter } from './similar'
import { coarse, spotOf, spotsAround } from './spots'
import { gramsOf, textLikeness } from './text-likeness'

const HERE: Point = [107.36, 35.33]
/** So many metres to the north. */
const north = (metres: number): Point => [HERE[0], HERE[1] + metres / 111_195]
const NOW = new Date('2026-11-21T08:00:00Z')
const likeText = (one: string, other: string) => textLikeness(gramsOf(one, complaint.sameWords), gramsOf(other, complaint.sameWords))

describe('two texts', () => {
  test.each([
    ['停电了', '我们村从早上开始停电，冰箱都化了', true],
    ['没电了', '家里停电', true],
    ['三社路灯不亮', '三社的路灯坏了两盏', true],
    ['路灯不亮。', '路灯不亮！！', true],
    ['ＡＢＣ超市门口的坑', 'abc超市门口有个坑', true],
    ['3号楼漏水', '18号楼漏水', true],
    ['水渠盖板断了', '垃圾没人收', false],
    ['路灯不亮', '水管漏了', false],
  ])('%s and %s: the same is %s', (one, other, isSame) => {
    expect((likeText(one, other) ?? 0) >= ALIKE).toBe(isSame)
  })

  test.each(['', '   ', '！！！', '。，、', '123', '您好，请问', '１２３'])('%j says nothing to compare', (words) => {
    expect(gramsOf(words).size).toBe(0)
    expect(likeText(words, '路灯不亮')).toBeNull()
  })

  test('are as alike one way as the other, between 0 and 1, and each is like itself', () => {
    const words = fc.array(fc.constantFrom(...'停电路灯不亮水管漏了，。三1Ａa村'), { maxLength: 12 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(words, words, (one, other) => {
        const likeness = likeText(one, other)
        expect(likeness).toBe(likeText(other, one))
        if (likeness !== null) expect(likeness >= 0 && likeness <= 1).toBe(true)
        expect(likeText(one, one) ?? 1).toBe(1)
      }),
    )
  })
})

describe('the family of a report', () => {
  test.each([
    [{ category: 'safety' }, 'road'],
    [{ category: 'power' }, 'power'],
    [{ category: null, words: '没有电，黑了一晚上' }, 'power'],
    [{ category: null, words: '井盖没了' }, 'road'],
    [{ category: null, words: '老王打人，路灯也坏了' }, 'neighbour'],
    [{ category: null, words: '有个事' }, null],
    [{ category: null, words: null }, null],
    [{ category: 'nonsense', words: '停水' }, 'water'],
  ] as const)('%j is %s', (matter, family) => {
    expect(familyOf(complaint, matter)).toBe(family)
  })

  test('what is a household’s own or about people is shown to no other villager', () => {
    expect(openFamilies(complaint)).toEqual(['road', 'water', 'power', 'rubbish', 'farming'])
    expect(isForOthers(complaint, { category: 'power', words: '停电' })).toBe(true)
    expect(isForOthers(complaint, { category: null, words: '停电' })).toBe(true)
    expect(isForOthers(complaint, { category: null, words: '有个事' })).toBe(false)
    expect(isForOthers(complaint, { category: 'road', words: '修路的钱让书记贪了' })).toBe(false)
    expect(isForOthers(complaint, { category: 'welfare', words: '路灯不亮' })).toBe(false)
  })
})

describe('two reports', () => {
  const power = (point: Point | undefined, words?: string): Matter => ({ category: 'power', ...(point ? { point } : {}), words, villageId: 'v1' })
  test.each([
    ['the same words 120 m away', power(north(0), '路灯不亮'), power(north(120), '路灯不亮'), 'villager', true],
    ['one without words, at the place', power(north(0)), power(north(120), '路灯不亮'), 'villager', true],
    ['the same, beyond the radius', power(north(0), '路灯不亮'), power(north(501), '路灯不亮'), 'villager', false],
    ['the same, for staff', power(north(0), '路灯不亮'), power(north(990), '路灯不亮'), 'staff', true],
    ['beyond an inspector’s as well', power(north(0), '路灯不亮'), power(north(1001), '路灯不亮'), 'staff', false],
    ['a long story and a short one that name the same', power(north(0), '从早上开始停电，冰箱都化了，一家老小没法过'), power(north(10), '我这边也没电了，第五家'), 'villager', true],
    ['other words of the same kind', power(north(0), '路灯不亮'), power(north(10), '变压器冒烟'), 'villager', false],
    ['the same village, no points', power(undefined, '停电了'), power(undefined, '没电'), 'villager', true],
    ['a point and a village', power(north(0), '停电了'), power(undefined, '没电'), 'villager', true],
    ['another village, no points', power(undefined, '停电了'), { ...power(undefined, '停电了'), villageId: 'v2' }, 'villager', false],
    ['another kind, the same words', power(north(0), '坏了'), { category: 'water', point: north(5), words: '坏了', villageId: 'v1' }, 'villager', false],
    ['a danger and a road', { category: 'safety', point: north(0), words: '桥头盖板断了' }, { category: 'road', point: north(40), words: '桥头盖板塌了' }, 'villager', true],
    ['nobody knows the kind, alike in words', { category: null, point: north(0), words: '老槐树倒了' }, { category: null, point: north(40), words: '老槐树倒在那' }, 'staff', true],
    ['nobody knows the kind, and no words', { category: null, point: north(0) }, { category: null, point: north(1) }, 'staff', false],
  ] as const)('%s', (_how, one, other, looker, isOne) => {
    expect(likenessOf(complaint, [one, other], looker) !== null).toBe(isOne)
    expect(likenessOf(complaint, [other, one], looker)).toEqual(likenessOf(complaint, [one, other], looker))
  })

  test('are never less alike for being nearer, and never beyond 0 to 1', () => {
    const metres = fc.integer({ min: 0, max: 1200 })
    fc.assert(
      fc.property(metres, metres, fc.constantFrom('路灯不亮', '', '停电'), (a, b, words) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map((away) => likenessOf(complaint, [power(north(0), words), power(north(away), words)], 'staff'))
        if (far) expect(near!.score).toBeGreaterThanOrEqual(far.score)
        for (const each of [near, far]) if (each) expect(each.score > 0 && each.score <= 1).toBe(true)
      }),
    )
  })
})

test('a kind has its own radius, also when only the words tell the kind', () => {
  expect(radiusFor(complaint, { category: 'rubbish' }, 'villager')).toBe(250)
  expect(radiusFor(complaint, { category: 'power' }, 'villager')).toBe(500)
  expect(radiusFor(complaint, { category: null, words: '停电' }, 'villager')).toBe(500)
  expect(radiusFor(complaint, { category: null }, 'staff')).toBe(1000)
})

const found = (id: string, about: Partial<Found> = {}): Found => ({ id, category: 'power', words: '停电了', point: north(100), villageId: 'v1', receivedAt: NOW, childCount: 0, ...about })

test('the one others are merged into is offered first, then the likest; five at most, none that is too old', () => {
  const among = [
    found('far', { point: north(400) }),
    found('near', { point: north(10) }),
    found('parent', { point: north(450), childCount: 3 }),
    found('old', { receivedAt: new Date(NOW.getTime() - 30 * DAY - 1) }),
    ...['a', 'b', 'c', 'd'].map((id) => found(id, { words: '昨天傍晚刮大风以后我家就停电', point: north(450) })),
  ]
  const ranked = rankSimilar(complaint, { matter: { category: 'power', words: '停电了', point: north(0), villageId: 'v1' }, among, looker: 'villager', now: NOW })
  expect(ranked.map(({ found: { id } }) => id)).toEqual(['parent', 'near', 'far', 'a', 'b'])
})

test('the ranking explains itself', () => {
  expect(whyWords({ metres: 120, isSameVillage: true, isSameKind: true, isTextAlike: true })).toBe('距离约 120 米 · 同类 · 文字相近')
  expect(whyWords({ isSameVillage: true, isSameKind: false, isTextAlike: true })).toBe('同村 · 文字相近')
})

describe('squares', () => {
  const anywhere = fc.tuple(fc.double({ min: 106, max: 108, noNaN: true }), fc.double({ min: 34, max: 36, noNaN: true }))
  test('around a point hold every point within the radius', () => {
    fc.assert(
      fc.property(anywhere, fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.double({ min: -0.02, max: 0.02, noNaN: true }), (point, lng, lat) => {
        const other: Point = [point[0] + lng, point[1] + lat]
        if (metresBetween(point, other) <= 1000) expect(spotsAround(point, 1000)).toContain(spotOf(other))
      }),
    )
  })

  test('are few: nine at a villager’s radius, some ninety at an inspector’s', () => {
    fc.assert(
      fc.property(anywhere, (point) => {
        expect(spotsAround(point, 250).length).toBeLessThanOrEqual(9)
        expect(spotsAround(point, 1000).length).toBeLessThanOrEqual(99)
      }),
    )
  })

  test('what a villager is told of the way is the same from every point of a hundred-metre square', () => {
    fc.assert(
      fc.property(anywhere, (point) => {
        expect(coarse(coarse(point))).toEqual(coarse(point))
        expect(metresBetween(point, coarse(point))).toBeLessThan(80)
      }),
    )
    expect([0, 1, 50, 51, 240].map(roughMetres)).toEqual([50, 50, 50, 100, 250])
  })
})

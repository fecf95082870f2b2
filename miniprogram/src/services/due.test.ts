import { describe, expect, test } from '@jest/globals'
import { dueOf } from './due'
import { dayHead, shortly, when } from './when'

const now = new Date('2026-11-21T07:30:00Z')
const working = (yellowAt: string, redAt: string) => ({ state: 'handling' as const, yellowAt, redAt })

describe('a deadline is a word and a shape', () => {
  test.each([
    [working('2026-11-23T00:00:00Z', '2026-11-24T08:00:00Z'), { tone: 'ok', icon: 'clock', words: '还剩 3 天' }],
    [working('2026-11-21T00:00:00Z', '2026-11-21T19:30:00Z'), { tone: 'soon', icon: 'triangle', words: '还剩 12 小时' }],
    [working('2026-11-19T00:00:00Z', '2026-11-20T07:00:00Z'), { tone: 'over', icon: 'diamond', words: '超期 1 天' }],
    [{ state: 'answered' as const }, { tone: 'wait', icon: 'star', words: '等您评价' }],
    [{ state: 'handling' as const }, { tone: 'wait', icon: 'pause', words: '暂停中' }],
    [{ state: 'closed' as const }, { tone: 'done', icon: 'done', words: '办完了' }],
    [{ state: 'withdrawn' as const }, { tone: 'done', icon: 'done', words: '已结束' }],
  ])('%j', (timed, due) => {
    expect(dueOf(timed, { isMine: true, now })).toEqual(due)
  })
})

describe('times are said as people say them', () => {
  test.each([
    ['2026-11-21T08:40:00Z', '今天 16:40'],
    ['2026-11-20T01:05:00Z', '昨天 09:05'],
    ['2026-11-21T16:05:00Z', '明天 00:05'],
    ['2026-11-19T01:05:00Z', '11月19日 周四 09:05'],
  ])('%s', (at, words) => expect(when(at, now)).toBe(words))

  test.each([
    ['2026-11-21T08:40:00Z', '今天 16:40'], ['2026-11-25T10:00:00Z', '周三 18:00'], ['2026-11-28T10:00:00Z', '11月28日'], ['2026-11-17T13:01:00Z', '11月17日'],
  ])('%s in a row', (at, words) => expect(shortly(at, now)).toBe(words))

  test('a day heads its messages', () => {
    expect([dayHead('2026-11-21T01:00:00Z', now), dayHead('2026-11-20T01:00:00Z', now), dayHead('2026-11-18T01:00:00Z', now)])
      .toEqual(['今天', '昨天 11月20日 周五', '11月18日 周三'])
  })
})

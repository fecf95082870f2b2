import { expect, test } from '@jest/globals'
import { dueWords, pauseWords, requestWords, supervisionName, supervisionWords } from './above-words'

const NOW = Date.parse('2026-11-11T02:00:00Z')
const due = '2026-11-12T10:00:00.000Z'

test.each([
  [{ kind: 'overdue', level: 1, isTop: false }, '逾期督办，第 1 级'],
  [{ kind: 'listed', level: 1, isTop: false }, '挂牌督办'],
  [{ kind: 'listed', level: 2, isTop: false }, '挂牌督办，第 2 级'],
  [{ kind: 'overdue', level: 2, isTop: true }, '逾期督办，已到县里，挂在督办榜'],
] as const)('%j is called %s', (supervision, words) => expect(supervisionName(supervision)).toBe(words))

test.each([
  [{ awaits: 'feedback', isTop: false }, NOW, '玉都镇要在 11月12日 周四 18:00 前交反馈：原因、措施、哪天办好；到时没有，升到上一级'],
  [{ awaits: 'signature', isTop: true }, NOW, '玉都镇要在 11月12日 周四 18:00 前签认办理结果'],
  [{ awaits: 'result', isTop: true }, Date.parse('2026-11-12T12:30:00Z'), '玉都镇要在 11月12日 周四 18:00 前办好（反馈时答应的），已过 2小时 30分'],
] as const)('what %j waits for is said at %s', (supervision, now, words) => expect(supervisionWords({ unitName: '玉都镇', due, ...supervision }, now)).toBe(words))

test('a pause, a request and a day that passed are said in words', () => {
  expect(pauseWords({ until: due, reason: '等天晴' }, NOW)).toBe('暂停到 11月12日 周四 18:00，时限停着：等天晴')
  expect(requestWords({ kind: 'extend', until: due, reason: '等批复', at: due }, NOW)).toBe('办理人申请延期到 11月12日 周四 18:00：等批复')
  expect([dueWords(due, NOW), dueWords(due, Date.parse(due) + 3_600_000)]).toEqual(['剩 1天 8小时', '超 1小时'])
})

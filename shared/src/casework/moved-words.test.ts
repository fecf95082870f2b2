import { expect, test } from '@jest/globals'
import { alsoMoved, limitWords, movedWords } from './moved-words'
import type { TimelineEntry } from './views'

const NOW = new Date('2026-11-11T02:00:00Z')
const entry = (about: Partial<TimelineEntry>): TimelineEntry => ({ n: 2, at: NOW.toISOString(), action: 'askTime', byName: '', byMe: false, to: 'accepted', photos: [], ...about })
const from = { dueFrom: '2026-11-12T10:00:00.000Z', dueTo: '2026-11-16T10:00:00.000Z' }

test.each<[Partial<TimelineEntry>, string]>([
  [{ action: 'askTime', time: { kind: 'pause', until: from.dueTo } }, '申请暂停到 11月16日 周一 18:00'],
  [{ action: 'grantTime', time: { kind: 'extend', until: from.dueTo }, ...from }, '同意延期，时限从 11月12日 周四 18:00 改到 11月16日 周一 18:00'],
  [{ action: 'grantTime', time: { kind: 'pause', until: from.dueTo } }, '同意暂停到 11月16日 周一 18:00'],
  [{ action: 'refuseTime', time: { kind: 'extend', until: from.dueTo } }, '没有同意延期到 11月16日 周一 18:00'],
  [{ action: 'resume', ...from }, '恢复办理，时限从 11月12日 周四 18:00 改到 11月16日 周一 18:00'],
  [{ action: 'recount' }, '工作日历有变，时限重新计算'],
  [{ action: 'escalate', ownerFrom: '太阳墩村委会', ownerTo: '玉都镇' }, '超期督办，从太阳墩村委会改由玉都镇负责'],
  [{ action: 'fileFeedback', promisedAt: from.dueTo }, '督办反馈，答应 11月16日 周一 18:00 前办好'],
])('%j is said: %s', (about, words) => expect(movedWords(entry(about), NOW)).toBe(words))

test('another step says what moved along with it, or nothing', () => {
  expect(movedWords(entry({ action: 'route' }), NOW)).toBeUndefined()
  expect(alsoMoved(entry({ action: 'route', ...from, ownerFrom: '甲村委会', ownerTo: '乙村委会' }), NOW)).toBe('从甲村委会改由乙村委会负责，时限从 11月12日 周四 18:00 改到 11月16日 周一 18:00')
  expect(alsoMoved(entry({ action: 'route' }), NOW)).toBeUndefined()
})

test.each([
  ['a limit that runs', { redAt: new Date(from.dueTo), pause: null }, '11月16日 周一 18:00 前办好'],
  ['a limit of next year, with its year', { redAt: new Date('2027-01-04T10:00:00Z'), pause: null }, '2027年1月4日 周一 18:00 前办好'],
  ['a case paused', { redAt: null, pause: { until: new Date(from.dueTo) } }, '暂停到 11月16日 周一 18:00'],
  ['no limit, nothing', { redAt: null, pause: null }, undefined],
])('until when, as things stand: %s', (_, stand, words) => expect(limitWords(stand, NOW)).toBe(words))

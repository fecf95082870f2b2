import { expect, test } from '@jest/globals'
import type { CaseView, TimelineEntry } from '@xiangli/shared/casework/views'
import { aboveLines } from './above-say'

const now = new Date('2026-11-18T02:00:00Z')
const due = '2026-11-20T10:00:00.000Z'
const supervision: NonNullable<CaseView['supervision']> = { id: '01', kind: 'overdue', level: 1, unitId: 'township-1', unitName: '玉都镇综治中心', since: due, awaits: 'feedback', due, isTop: false }
const entry = (n: number, about: Partial<TimelineEntry>): TimelineEntry => ({ n, at: due, action: 'askTime', byName: '', byMe: false, to: 'accepted', photos: [], ...about })
const words = (about: Partial<Parameters<typeof aboveLines>[0]>, at = now) => aboveLines({ timeline: [], ...about }, at).map((line) => line.words)

test.each([
  [supervision, now, '超期了，现在由玉都镇综治中心负责督办；11月20日 周五 18:00 前要说清原因、哪天办好'],
  [{ ...supervision, awaits: 'result' }, now, '超期了，现在由玉都镇综治中心负责督办；他们答应 11月20日 周五 18:00 前办好'],
  [{ ...supervision, awaits: 'result', isTop: true }, new Date('2026-11-21T02:00:00Z'), '超期了，现在由玉都镇综治中心负责督办，已经到县里；答应 昨天 18:00 办好，过了还没办好'],
  [{ ...supervision, kind: 'listed', byUnitName: '县综治中心', awaits: 'signature' }, now, '县综治中心挂牌督办，由玉都镇综治中心负责；办理的人说办好了，等玉都镇综治中心确认'],
] as const)('a supervision is said whose it is and until when', (given, at, said) => expect(words({ supervision: given }, at)).toEqual([said]))

test('a leader, a pause and time asked for are said with the reason', () => {
  expect(words({
    leader: { name: '赵宏义', unitName: '玉都镇', since: due, isMe: false },
    pause: { since: due, until: due, reason: '等天晴' },
    timeRequest: { kind: 'extend', until: due, reason: '等批复', at: due },
  })).toEqual(['玉都镇赵宏义包了这件事', '暂停到 11月20日 周五 18:00，因为等天晴', '办理的人申请延期到 11月20日 周五 18:00，因为等批复。上级还没答复'])
})

test('an extension is said with its day and the reason it was asked for, not that of a later pause', () => {
  const timeline = [entry(4, { action: 'askTime', words: '等天晴', time: { kind: 'pause', until: due } }), entry(3, { action: 'grantTime', time: { kind: 'extend', until: due } }), entry(2, { words: '等批复', time: { kind: 'extend', until: due } })]
  expect(words({ isExtended: true, timeline })).toEqual(['延期到 11月20日 周五 18:00，因为等批复'])
})

test('nothing is said of a case that runs by itself', () => expect(words({})).toEqual([]))

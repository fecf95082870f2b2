import type { FactKind } from './facts'

export interface Figure {
  key: string
  label: string
  /** What is counted, in words for whoever reads the number. */
  what: string
  kind: FactKind
  outcomes?: readonly string[]
  /** What requesters said: units see it in groups of five, the list behind it only the centre that asked. */
  isOpinion?: true
}

const FIGURE_LIST = [
  { key: 'received', label: '收到', what: '这段时间收到的事，按收到那天算', kind: 'received' },
  { key: 'open', label: '还在办', what: '这段时间收到、现在还没有结束的', kind: 'received', outcomes: ['open'] },
  { key: 'closed', label: '办结', what: '这段时间办结的（评价过的和到期没有评价的），按办结那天算；后来重办的不算', kind: 'ended', outcomes: ['closed', 'unrated'] },
  { key: 'otherwise', label: '其他结束', what: '这段时间撤回、不予受理、无法办理、并到别的事里的', kind: 'ended', outcomes: ['withdrawn', 'declined', 'unresolvable', 'merged'] },
  { key: 'onTime', label: '按时答复', what: '每次答复算一次：时限从第一次反映算起，答复时还没有过；暂停、延期照准许的算', kind: 'answered', outcomes: ['onTime'] },
  { key: 'late', label: '超期答复', what: '答复时时限已经过了的；重办一次，再答复再算一次', kind: 'answered', outcomes: ['late'] },
  { key: 'returned', label: '退回', what: '承办单位退回的次数，算退回的单位', kind: 'returned' },
  { key: 'whistled', label: '吹哨', what: '请单位一起办的次数，每请一家算一次，算被请的单位', kind: 'called' },
  { key: 'lateArrival', label: '没按时报到', what: '被请了、到时没有报到的', kind: 'called', outcomes: ['late'] },
  { key: 'supervised', label: '督办', what: '逾期督办和挂牌督办，每升一级算一次，算欠着的单位', kind: 'supervised' },
  { key: 'reopened', label: '没办好重办', what: '反映人或回访说没办好、重新办理的次数，算那次答复的责任单位', kind: 'reopened' },
  { key: 'fixed', label: '好了', what: '回访说办好了的', kind: 'calledBack', outcomes: ['fixed'], isOpinion: true },
  { key: 'notFixed', label: '没好', what: '回访说没办好的', kind: 'calledBack', outcomes: ['notFixed'], isOpinion: true },
  { key: 'noReply', label: '没接通', what: '三个工作日都没有接通的；不算满意，也不算不满意', kind: 'calledBack', outcomes: ['noReply'], isOpinion: true },
  { key: 'refused', label: '不愿说', what: '接通了不愿说的', kind: 'calledBack', outcomes: ['refused'], isOpinion: true },
  { key: 'overtaken', label: '本人先说了', what: '还没有打，反映人自己先评价或先说没办好的', kind: 'calledBack', outcomes: ['overtaken'], isOpinion: true },
  { key: 'missed', label: '没有打', what: '该回访、没有打的', kind: 'calledBack', outcomes: ['missed'], isOpinion: true },
  { key: 'came', label: '接到', what: '这段时间第一次到这家单位手里的事', kind: 'came' },
  { key: 'ownOnTime', label: '份内按时', what: '答复（或不予受理、无法办理）时，这家单位自己手里的时间没有超过这类事的全部时限', kind: 'held', outcomes: ['within'] },
  { key: 'ownLate', label: '份内超时', what: '这家单位自己手里的时间就超过了全部时限的；别家耽误的不算它的', kind: 'held', outcomes: ['over'] },
] as const satisfies readonly Figure[]

export type FigureKey = (typeof FIGURE_LIST)[number]['key']
export const FIGURES: readonly (Figure & { key: FigureKey })[] = FIGURE_LIST
export const FIGURE_KEYS = FIGURE_LIST.map(({ key }) => key) as [FigureKey, ...FigureKey[]]
export const figureNamed = (key: FigureKey): Figure => FIGURES.find((each) => each.key === key)!

const OPINIONS: readonly FigureKey[] = ['fixed', 'notFixed', 'noReply', 'refused', 'overtaken', 'missed']
/** Of cases, wherever they went. */
const OF_CASES: readonly FigureKey[] = ['received', 'open', 'closed', 'otherwise', 'onTime', 'late', 'returned', 'whistled', 'supervised', 'reopened', ...OPINIONS]
/** Of one unit's own part. */
const OF_UNITS: readonly FigureKey[] = ['came', 'ownOnTime', 'ownLate', 'onTime', 'late', 'returned', 'whistled', 'lateArrival', 'supervised', 'reopened', ...OPINIONS]

export const WAYS = ['place', 'unit', 'category'] as const
export type Way = (typeof WAYS)[number]
export const wayLabels: Record<Way, string> = { place: '按地方', unit: '按单位', category: '按类别' }

/** Where units stand beside each other, or one is chosen, each is counted for its own share. */
export const figuresFor = ({ by, unitId }: { by: Way; unitId?: string | undefined }): readonly FigureKey[] => (by === 'unit' || unitId ? OF_UNITS : OF_CASES)

export const counts = ({ kind, outcomes }: Figure, fact: { kind: string; outcome: string }): boolean =>
  kind === fact.kind && (outcomes === undefined || outcomes.includes(fact.outcome))

export const outcomeLabels: Record<string, string> = {
  open: '还在办', ended: '已结束', onTime: '按时', late: '超期', within: '份内按时', over: '份内超时',
  closed: '已办结', unrated: '没有评价', withdrawn: '已撤回', declined: '不予受理', unresolvable: '无法办理', merged: '合并办理',
  overdue: '逾期督办', listed: '挂牌督办', fixed: '好了', notFixed: '没好', noReply: '没接通', refused: '不愿说', overtaken: '本人先说了', missed: '没有打',
}

/** What lies in no row of its own: no township yet, no kind yet. */
export const NOWHERE = '-'
export const nowhereLabels: Record<Way, string> = { place: '没有定到下一级', unit: '', category: '还没定类别' }

/** `2026-11`, or a quarter `2026-Q4`. */
export const PERIOD = /^20\d\d-(0[1-9]|1[0-2]|Q[1-4])$/
export const monthsOf = (period: string): string[] => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (!quarter) return [period]
  const first = (Number(quarter[2]) - 1) * 3
  return [1, 2, 3].map((month) => `${quarter[1]}-${String(first + month).padStart(2, '0')}`)
}
export const periodLabel = (period: string): string => {
  const [year = '', rest = ''] = period.split('-')
  return rest.startsWith('Q') ? `${year} 年第 ${rest.slice(1)} 季度` : `${year} 年 ${Number(rest)} 月`
}

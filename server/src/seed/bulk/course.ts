import type { Dice } from '../people/dice'
import { weighted } from '../people/dice'
import type { BulkStep } from './steps'

type Outcome = 'rated' | 'unrated' | 'declined' | 'withdrawn' | 'gaveUp' | 'stuck'

const outcomeOf = weighted<Outcome>([['rated', 868], ['unrated', 75], ['declined', 25], ['withdrawn', 18], ['gaveUp', 10], ['stuck', 4]])
const scoreOf = weighted([[5, 62], [4, 22], [3, 9], [2, 4], [1, 3]])

const HOUR = 3_600_000
const SLOW_SHARE = 0.06
const SLOWNESS = 5
const NOTED_SHARE = 0.35
const RATING_DAYS_HOURS = 7 * 24 + 1

interface People {
  requesterId: string
  handlerId: string
  ownerId: string
}

interface Begin {
  receivedAt: Date
  now: Date
  people: People
  /** Sooner for what is urgent. */
  isUrgent: boolean
}

const REPLIES = ['已办好，请您看一下。', '问题已处理，如还有情况请再反映。', '已联系有关单位解决，谢谢您的反映。', '现场已恢复，我们会常来看。'] as const
const NOTES = ['到现场看过，正在联系。', '已安排人去处理，预计两天内完成。', '材料已到，明天开工。'] as const
const REFUSALS = ['不属于受理范围，已说明办理渠道。', '同一件事已在办理，请看原来的进展。'] as const

type Drafted = Omit<BulkStep, 'at'> & { hours: number }

/** What becomes of a case if it is given all the time it takes. */
const drafted = (dice: Dice, { people: { requesterId, handlerId, ownerId }, isUrgent }: Begin): Drafted[] => {
  const outcome = outcomeOf(dice)
  if (outcome === 'withdrawn') return [{ action: 'withdraw', hours: dice.next() * 3, byId: requesterId, words: '已经解决了。' }]
  if (outcome === 'declined') return [{ action: 'decline', hours: 1 + dice.next() * 20, byId: ownerId, words: dice.pick(REFUSALS) }]
  const pace = (dice.chance(SLOW_SHARE) ? SLOWNESS : 1) * (isUrgent ? 0.2 : 1)
  const hours = (low: number, high: number): number => (low + dice.next() * (high - low)) * pace
  const accept: Drafted = { action: 'accept', hours: hours(0.3, 16), byId: handlerId }
  const note: Drafted[] = dice.chance(NOTED_SHARE) ? [{ action: 'handle', hours: hours(1, 30), byId: handlerId, words: dice.pick(NOTES) }] : []
  if (outcome === 'stuck') return dice.chance(0.5) ? [] : [accept, ...note]
  if (outcome === 'gaveUp') return [accept, { action: 'giveUp', hours: hours(10, 60), byId: ownerId, words: '条件不具备，已当面说明。' }]
  const answer: Drafted = { action: 'answer', hours: hours(2, 48), byId: handlerId, words: dice.pick(REPLIES) }
  const end: Drafted =
    outcome === 'rated'
      ? { action: 'rate', hours: 0.5 + dice.next() * 90, byId: requesterId, score: scoreOf(dice) }
      : { action: 'closeUnrated', hours: RATING_DAYS_HOURS + dice.next(), byId: 'timetable' }
  return [accept, ...note, answer, end]
}

/** The steps of one case up to now; a recent case has had time for few of them. */
export const courseOf = (dice: Dice, begin: Begin): BulkStep[] => {
  let at = begin.receivedAt.getTime()
  const steps: BulkStep[] = []
  for (const { hours, ...step } of drafted(dice, begin)) {
    at += Math.round(hours * HOUR)
    if (at > begin.now.getTime()) break
    steps.push({ ...step, at: new Date(at) })
  }
  return steps
}

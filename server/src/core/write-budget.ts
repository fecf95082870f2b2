import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { CommandName } from '@xiangli/shared/catalog/contracts'
import type { Actor } from '@xiangli/shared/core/actor'
import { fail } from './fail'
import { retryAfter } from './rate-limit'
import { services } from './services'

const TEN_MINUTES = 600
const A_DAY = 86_400

interface Budget {
  villager: number
  staff: number
  seconds: number
  message: string
}

/**
 * What one account may get done, beside the common rate limit: that one keeps the machine free, this
 * one keeps other people's queues free of one angry or stolen phone. Staff get ten times as much,
 * because they work through a queue and file for those who have no phone.
 */
const BUDGETS = {
  /** A request with all that follows on it is some six taps: five of them in ten minutes. */
  steps: { villager: 30, staff: 300, seconds: TEN_MINUTES, message: '短时间内操作太多，内容还在，请过几分钟再试' },
  /** Nine photos and a voice note go with a request at most: six whole ones in ten minutes. */
  uploads: { villager: 60, staff: 600, seconds: TEN_MINUTES, message: '短时间内上传太多，内容还在，请过几分钟再试' },
  /** A workbook reads up to ten thousand rows: one now and then, no loop over everything. */
  sheets: { villager: 1, staff: 30, seconds: TEN_MINUTES, message: '短时间内导出太多，请过几分钟再导' },
  /** A day's worth for a whole family on one phone, and no more than a grid member can look at. */
  requests: { villager: 20, staff: 200, seconds: A_DAY, message: '一天里反映的事太多了，内容还在，请过些时候再提交；急事请直接打电话' },
} as const satisfies Record<string, Budget>

type BudgetName = keyof typeof BUDGETS

/** Every other command is a step. Signing out is never refused. */
const DRAWN: Partial<Record<CommandName, readonly BudgetName[]>> = {
  'identity.logout': [],
  'file.upload': ['uploads'],
  'sheet.download': ['sheets'],
  'casework.submit': ['steps', 'requests'],
}

const limiters = new Map<string, RateLimiterMemory>()

const limiterFor = (name: BudgetName, who: 'villager' | 'staff'): RateLimiterMemory => {
  const key = `${name}:${who}`
  const budget = BUDGETS[name]
  const limiter = limiters.get(key) ?? new RateLimiterMemory({ keyPrefix: key, points: budget[who] * services().config.writeFactor, duration: budget.seconds })
  limiters.set(key, limiter)
  return limiter
}

type GiveBack = () => Promise<void>

/**
 * Takes one write out of the account's budgets before it runs, so that a burst finds no gap. Answers
 * how to give it back: what was refused, or had been done before, is not counted. Each server counts
 * for itself.
 */
export const spendWrite = async (actor: Actor, operation: CommandName): Promise<GiveBack> => {
  const spent: RateLimiterMemory[] = []
  const giveBack: GiveBack = async () => {
    for (const limiter of spent) await limiter.reward(actor.id)
  }
  if (actor.kind !== 'person') return giveBack
  const who = actor.appointments.length > 0 || actor.isService ? 'staff' : 'villager'
  for (const name of DRAWN[operation] ?? ['steps']) {
    const limiter = limiterFor(name, who)
    spent.push(limiter)
    const stand = await limiter.consume(actor.id).catch((refused: RateLimiterRes) => refused)
    if (stand.consumedPoints <= limiter.points) continue
    await giveBack()
    fail('core.tooMany', { message: BUDGETS[name].message, ...retryAfter(stand) })
  }
  return giveBack
}

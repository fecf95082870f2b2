import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { HotlineError, type Hotline, type Verdict } from '../../adapters/hotline/hotline'
import { now as clock } from '../../core/clock'
import { withAmbient } from '../../core/context'
import { execute } from '../../core/execute'
import { AppError } from '../../core/fail'
import { newId } from '../../core/ids'
import type { Job, JobReport } from '../../core/module'
import { services } from '../../core/services'
import { Messages, type MessageDoc } from './message.model'
import { Orders } from './order.model'

const BATCH = 100

type Settled = Pick<InputOf<'hotline.settleMessage'>, 'outcome' | 'reason' | 'due'>

const send = async (hotline: Hotline, { _id, wireId, externalNumber, kind, words = '', isDone = false, until }: MessageDoc): Promise<Verdict> => {
  const about = { messageId: wireId ?? _id, number: externalNumber }
  if (kind === 'return') return hotline.returnOrder({ ...about, reason: words })
  if (kind === 'extension') return hotline.askExtension({ ...about, reason: words, until: until ?? clock() })
  await (kind === 'sign' ? hotline.sign(about) : hotline.reply({ ...about, isDone, words }))
  return { isAgreed: true }
}

const outcomeOf = async (hotline: Hotline, message: MessageDoc): Promise<Settled> => {
  try {
    const { isAgreed, reason, due } = await send(hotline, message)
    if (!isAgreed) return { outcome: 'refused', reason: reason ?? '平台不同意，没有说明原因' }
    const until = message.kind === 'extension' ? (due ?? message.until) : undefined
    return { outcome: 'sent', ...(until ? { due: until.toISOString() } : {}) }
  } catch (error) {
    if (!(error instanceof HotlineError)) throw error
    return error.kind === 'refused' ? { outcome: 'refused', reason: error.message || '平台没有说明原因' } : { outcome: 'again', reason: '平台暂时连不上，稍后再发' }
  }
}

interface Sending {
  hotline: Hotline
  county: string
}

const asSystem = (county: string) => ({ actor: { kind: 'system', id: 'hotline', county } as const, trace: newId() })

/** The platform's new limit is laid on the case before the message counts as settled: after a crash in between it is asked and laid again. */
const rebind = async (county: string, { _id, orderId }: MessageDoc, due: string): Promise<void> => {
  const order = await Orders.need({ _id: orderId })
  await execute({ operation: 'casework.rebind', input: { caseId: order.caseId, due }, key: `rebind:${_id}:${due}`, ...asSystem(county) }).catch((error: unknown) => {
    // Over meanwhile: no limit runs on it any more.
    if (!(error instanceof AppError) || error.code !== 'casework.wrongState') throw error
  })
}

/** Whatever went before of the same order goes before. */
const isBehind = async ({ orderId, n }: MessageDoc): Promise<boolean> =>
  (await Messages.one({ orderId, n: { $lt: n }, state: 'waiting' }, { projection: { _id: 1 } })) !== null

const settle = async ({ hotline, county }: Sending, message: MessageDoc): Promise<boolean> => {
  if (await isBehind(message)) return false
  const settled = await outcomeOf(hotline, message)
  if (settled.due) await rebind(county, message, settled.due)
  await execute({ operation: 'hotline.settleMessage', input: { messageId: message._id, tries: message.tries, ...settled }, ...asSystem(county) })
  return settled.outcome !== 'again'
}

const dueNow = (): Promise<MessageDoc[]> => Messages.list({ nextTryAt: { $lte: clock() } }, { sort: { nextTryAt: 1 }, limit: BATCH, hint: 'hotline_message_due' })

/** From state: what waits is sent, what failed waits longer; a lost tick loses nothing. */
export const sendJob: Job = {
  name: 'hotline.send',
  run: async ({ dry, deadline, county }): Promise<JobReport> => {
    const { hotline } = services()
    if (!hotline) return { done: 0, more: false }
    return withAmbient({ county }, async () => {
      const due = await dueNow()
      if (dry) return { done: due.length, more: due.length === BATCH }
      let done = 0
      for (const message of due) {
        if (new Date() > deadline) return { done, more: true }
        if (await settle({ hotline, county }, message)) done += 1
      }
      return { done, more: due.length === BATCH }
    })
  },
}

import { RateLimiterMemory } from 'rate-limiter-flexible'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { colourOf } from '@xiangli/shared/casework/clock'
import { shownBelow } from '@xiangli/shared/casework/names'
import { publicSteps, publicTimeline } from '@xiangli/shared/casework/publication'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineQuery, type Context } from '../../../core/operation'
import { Cases } from '../case.model'
import { unitName } from '../present/names'
import { historyOf } from '../present/timeline'
import { typeNamed } from '../types'
import { hashOfCode } from './derive'
import { SealedReports } from './sealed.model'

/** A village behind one address may look all day; nobody tries out 2^80. */
const A_MINUTE = { points: 30, duration: 60 }
const tries = new RateLimiterMemory({ keyPrefix: 'sealed-code', ...A_MINUTE })

const limit = async ({ address, actor }: Context): Promise<void> => {
  await tries.consume(address ?? actor.id).catch(() => fail('core.tooMany', { retryAfterSeconds: A_MINUTE.duration }))
}

/** 查询码查进度: the same answer for every code that is not one. Nothing of who, where or what was said. */
export const statusByCode = defineQuery('casework.statusByCode', async (ctx, { code }) => {
  await limit(ctx)
  const report = await SealedReports.one({ codeHash: hashOfCode(code) }, { projection: { _id: 1 } })
  const record = report ? await Cases.one({ _id: report._id }) : null
  if (!record) return fail('casework.unknownQueryCode', { field: 'code' })
  const steps = publicTimeline(shownBelow(record, await historyOf(record._id)))
  const categoryLabel = categoryOf(typeNamed(record.type), record.category ?? undefined)?.label
  return {
    serial: record.serial,
    ...(categoryLabel ? { categoryLabel } : {}),
    state: record.state,
    colour: colourOf(record, ctx.now),
    on: dayOf(record.receivedAt),
    unitName: unitName(record.handler.unitId),
    ...(record.redAt ? { redAt: record.redAt.toISOString() } : {}),
    steps: steps.map(({ action, at }) => ({ action, words: publicSteps[action], at: at.toISOString() })),
    ...(record.asked ? { question: record.asked.question } : {}),
    ...(record.answer ? { answer: record.answer.words } : {}),
    ...(record.reason ? { reason: record.reason } : {}),
  }
})

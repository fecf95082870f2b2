import type { Filter } from 'mongodb'
import { GRADES } from '@xiangli/shared/casework/states'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { notBarred, withoutBarred } from '../../../core/within'
import { boundedCount } from '../bounded-count'
import { Cases, type CaseDoc } from '../case.model'
import { keysToRead } from '../list-filter'
import { triageKey } from '../parties'
import { presentReports } from './present'

const scopeOf = (ctx: Context) => ({ scopeKeys: { $in: keysToRead(ctx, undefined).map(triageKey) } })

/** An equality on one key, like every list of cases: it walks `case_due` and examines what it shows. */
export const waitingFilter = (ctx: Context): Filter<CaseDoc> => ({ ...scopeOf(ctx), state: 'pending', grade: { $in: [...GRADES] } })
export const turnedAwayFilter = (ctx: Context): Filter<CaseDoc> => ({ ...scopeOf(ctx), state: 'declined' })

export const listTriage = defineQuery('casework.listTriage', async (ctx, { show, limit, cursor }) => {
  const page = show === 'waiting'
    ? { filter: waitingFilter(ctx), sort: { by: 'redAt', direction: 1 as const }, index: 'case_due' }
    : { filter: turnedAwayFilter(ctx), sort: { by: 'receivedAt', direction: -1 as const }, index: 'case_newest' }
  const { docs, next } = await readPage(Cases, { ...page, limit, cursor })
  return { items: await presentReports(ctx, withoutBarred(ctx, docs)), ...(next ? { next } : {}) }
})

export const countTriage = defineQuery('casework.countTriage', async (ctx) => {
  const filter = { ...waitingFilter(ctx), ...notBarred(ctx) }
  const [waiting, red] = await Promise.all([boundedCount(Cases, filter, 'case_due'), boundedCount(Cases, { ...filter, redAt: { $lte: ctx.now } }, 'case_due')])
  return { waiting, red }
})

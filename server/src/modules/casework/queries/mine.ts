import type { Filter } from 'mongodb'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import { isHelper } from '@xiangli/shared/casework/channels'
import { CLOSED_STATES, OPEN_STATES } from '@xiangli/shared/casework/states'
import { fail } from '../../../core/fail'
import { defineQuery, type Context } from '../../../core/operation'
import { mergePages, readPage, type Sort } from '../../../core/cursor'
import { personIdOf } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { presentSummaries, summaryProjection } from '../present/summary'
import { asReporter, ctxFor } from '../sealed/acting'
import { ownSealedIds, ownSealedPage } from '../sealed/reports'
import { historyOf } from '../present/timeline'
import { presentCase } from '../present/view'

const shown: Record<'all' | 'waitingForMe' | 'open' | 'closed', Filter<CaseDoc>> = {
  all: {},
  waitingForMe: { $or: [{ state: 'answered' }, { asked: { $ne: null } }] },
  open: { state: { $in: [...OPEN_STATES] } },
  closed: { state: { $in: [...CLOSED_STATES] } },
}

const NEWEST: Sort = { by: 'receivedAt', direction: -1 }

type Found = Pick<CaseDoc, '_id' | 'receivedAt'>

interface Stretch {
  docs: readonly Found[]
  next?: string
}

/**
 * One's own and those filed for others, each a walk of its own index: an `$or` of the two is left to
 * the planner's luck. Of the others' only a question waits for the helper; rating is the person's own.
 */
export const listMine = defineQuery('casework.listMine', async (ctx, { show, limit, cursor }) => {
  const me = personIdOf(ctx)
  const read = (whose: Filter<CaseDoc>, which = shown[show]) =>
    readPage(Cases, { filter: { ...whose, ...which } as Filter<CaseDoc>, sort: NEWEST, limit, cursor, projection: summaryProjection })
  const readSealed = async (): Promise<Stretch> => {
    // Every report tells the day of its case: of all of them those of the page are looked up below.
    if (show === 'all') return ownSealedPage(me, { limit, cursor })
    const ids = await ownSealedIds(me)
    return ids.length > 0 ? read({ _id: { $in: ids } }) : { docs: [] }
  }
  const stretches: Stretch[] = await Promise.all([read({ requesterId: me }), read({ filedById: me, channel: 'helper' }, show === 'waitingForMe' ? { asked: { $ne: null } } : shown[show]), readSealed()])
  const { docs, next } = mergePages(stretches, { limit, sort: NEWEST })
  return { items: await presentOwn(ctx, await wholeCases(docs)), ...(next ? { next } : {}) }
})

const isCase = (one: Found): one is CaseDoc => 'state' in one

/** Of sealed ones only the report was found so far. */
const wholeCases = async (found: readonly Found[]): Promise<CaseDoc[]> => {
  const missing = found.filter((one) => !isCase(one)).map(({ _id }) => _id)
  const read = missing.length > 0 ? await Cases.list({ _id: { $in: missing } }, { projection: summaryProjection }) : []
  const byId = new Map(read.map((record) => [record._id, record]))
  return found.flatMap((one) => (isCase(one) ? one : (byId.get(one._id) ?? [])))
}

/** A sealed one is theirs under another name each. */
const presentOwn = async (ctx: Context, docs: readonly CaseDoc[]): Promise<CaseSummary[]> => {
  const sealed = docs.filter(({ names }) => names === 'sealed')
  const pages = await Promise.all([presentSummaries(ctx, docs.filter(({ names }) => names !== 'sealed')), ...sealed.map((record) => presentSummaries(ctxFor(ctx, record), [record]))])
  const byId = new Map(pages.flat().map((item) => [item.id, item]))
  return docs.flatMap(({ _id }) => byId.get(_id) ?? [])
}

export const getMine = defineQuery('casework.getMine', async (ctx, { caseId }) => {
  const [record, history] = await Promise.all([Cases.one({ _id: caseId }), historyOf(caseId)])
  const me = personIdOf(ctx)
  return record && (record.requesterId === me || isHelper(record, me)) ? presentCase(ctx, record, history) : fail('core.notFound')
}, asReporter)

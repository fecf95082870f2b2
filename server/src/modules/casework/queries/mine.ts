import type { Filter } from 'mongodb'
import { CLOSED_STATES, OPEN_STATES } from '@xiangli/shared/casework/states'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { readPage } from '../../../core/cursor'
import { personIdOf } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { presentSummaries, summaryProjection } from '../present/summary'
import { historyOf } from '../present/timeline'
import { presentCase } from '../present/view'

const shown: Record<'all' | 'waitingForMe' | 'open' | 'closed', Filter<CaseDoc>> = {
  all: {},
  waitingForMe: { $or: [{ state: 'answered' }, { asked: { $ne: null } }] },
  open: { state: { $in: [...OPEN_STATES] } },
  closed: { state: { $in: [...CLOSED_STATES] } },
}

export const listMine = defineQuery('casework.listMine', async (ctx, { show, limit, cursor }) => {
  const { docs, next } = await readPage(Cases, {
    filter: { requesterId: personIdOf(ctx), ...shown[show] },
    sort: { by: 'receivedAt', direction: -1 },
    limit,
    cursor,
    projection: summaryProjection,
  })
  return { items: await presentSummaries(ctx, docs), ...(next ? { next } : {}) }
})

export const getMine = defineQuery('casework.getMine', async (ctx, { caseId }) => {
  const [record, history] = await Promise.all([Cases.one({ _id: caseId }), historyOf(caseId)])
  return record?.requesterId === personIdOf(ctx) ? presentCase(ctx, record, history) : fail('core.notFound')
})

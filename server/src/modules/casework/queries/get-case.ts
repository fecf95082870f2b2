import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Cases } from '../case.model'
import { historyOf } from '../present/timeline'
import { presentCase } from '../present/view'

export const getCase = defineQuery('casework.getCase', async (ctx, { caseId }) => {
  const [record, history] = await Promise.all([Cases.one({ _id: caseId }), historyOf(caseId)])
  return presentCase(ctx, needVisible(ctx, record), history)
})

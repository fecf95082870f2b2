import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Cases } from '../case.model'
import { isTriageDesk } from '../parties'
import { historyOf } from '../present/timeline'
import { presentCase } from '../present/view'

export const getCase = defineQuery('casework.getCase', async (ctx, { caseId }) => {
  const [record, history] = await Promise.all([Cases.one({ _id: caseId }), historyOf(caseId)])
  // Whoever looks at reports opens one before it is anybody's; as soon as it is, by their place in it alone.
  ctx.scopeApplied = true
  const isReport = record !== null && isTriageDesk(ctx.actor, record)
  return presentCase(ctx, isReport ? record : needVisible(ctx, record), history)
})

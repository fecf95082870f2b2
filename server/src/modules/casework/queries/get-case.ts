import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Cases } from '../case.model'
import { presentCase } from '../present/view'

export const getCase = defineQuery('casework.getCase', async (ctx, { caseId }) =>
  presentCase(ctx, needVisible(ctx, await Cases.one({ _id: caseId }))),
)

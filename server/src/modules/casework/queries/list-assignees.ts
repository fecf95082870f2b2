import { roleLabel } from '@xiangli/shared/core/roles'
import { GRADES } from '@xiangli/shared/casework/states'
import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { namesOf } from '../../identity'
import { unitById } from '../../region'
import { assigneesOf } from '../assignees'
import { Cases } from '../case.model'

const MOST = 99

/** With how many each has in hand now, so that nobody is buried unseen. */
export const listAssignees = defineQuery('casework.listAssignees', async (ctx, { caseId }) => {
  const record = needVisible(ctx, await Cases.one({ _id: caseId }))
  const assignees = (await assigneesOf(record)).filter(({ accountId }) => accountId !== record.handler.personId).slice(0, 50)
  const names = await namesOf(assignees.map(({ accountId }) => accountId))
  const items = assignees.map(async ({ accountId, role, unitId }) => {
    const running = { scopeKeys: `h:${accountId}`, state: { $in: ['pending', 'accepted', 'handling'] }, grade: { $in: [...GRADES] } }
    const count = await Cases.count(running as never, MOST + 1)
    const openCases = { count: Math.min(count, MOST), more: count > MOST }
    return { personId: accountId, name: names.get(accountId) ?? '', roleLabel: roleLabel(role), unitName: unitById(unitId)?.name ?? '', openCases }
  })
  return { items: await Promise.all(items) }
})

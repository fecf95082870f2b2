import { defineQuery } from '../../../core/operation'
import { postsAt, withoutSuspended } from '../../identity'
import { needKept } from '../access'
import { presentPeople } from '../people'

/** Of the unit itself, and (for its phone list) of the one above. */
export const listPeople = defineQuery('duty.listPeople', async (ctx, { unitId }) => {
  const unit = needKept(ctx, { unitId, desk: 'duty' })
  const span = { from: ctx.now, to: ctx.now }
  const own = await withoutSuspended(await postsAt([unitId], span))
  const above = unit.parentId ? await withoutSuspended(await postsAt([unit.parentId], span)) : []
  const ownIds = [...new Set(own.map(({ accountId }) => accountId))]
  const aboveIds = [...new Set(above.map(({ accountId }) => accountId))].filter((id) => !ownIds.includes(id))
  const personOf = await presentPeople(ctx, unit, [...ownIds, ...aboveIds])
  const view = (isOfParent: boolean) => (id: string) => {
    const person = personOf(id)
    return { ...person, hasPhone: person.phone !== undefined, isOfParent }
  }
  return { items: [...ownIds.map(view(false)), ...aboveIds.map(view(true))] }
})

import { gridPosts } from '@xiangli/shared/region/posts'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { regionById, unitById } from '../../region'
import { Appointments, inForce } from '../account.model'
import { namesOf } from '../names'

/** The ten posts of a grid or village, who holds them, and which compulsory ones stand empty. */
export const listTeam = defineQuery('identity.listTeam', async (ctx, { regionId }) => {
  const region = regionById(regionId) ?? fail('region.unknown', { field: 'regionId' })
  needVisible(ctx, { scopeKeys: ancestorsOf(region.path) })
  const held = await Appointments.list({ regionId, ...inForce(ctx.now) }, { limit: 200 })
  const names = await namesOf(held.map(({ accountId }) => accountId))
  const holdersOf = (post: string) =>
    held
      .filter((each) => each.post === post)
      .map((each) => ({ name: names.get(each.accountId) ?? '', unitName: unitById(each.unitId)?.name ?? '' }))
  return { items: gridPosts.map(({ code, label, isCompulsory }) => ({ post: code, label, compulsory: isCompulsory, holders: holdersOf(code) })) }
})

import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { presentDivision } from '../present'
import { countyMap } from '../regions'

/** Without a parent: the county itself. */
export const listDivisions = defineQuery('region.listDivisions', async (_ctx, { parentId }) => {
  const county = countyMap()
  if (parentId !== undefined && !county.regions.has(parentId)) fail('region.unknown')
  return { items: county.childrenOf(parentId).map(presentDivision) }
})

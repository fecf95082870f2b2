import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { presentBorder } from '../present'
import { countyMap } from '../regions'

/** A map draws no more at once; a larger level has to be asked for part by part. */
const MAX_BORDERS = 400

export const getBorders = defineQuery('region.getBorders', async (_ctx, { level, within }) => {
  const { regions, inOrder, areaOf } = countyMap()
  const above = within === undefined ? undefined : (regions.get(within) ?? fail('region.unknown'))
  const wanted = inOrder.filter((region) => region.level === level && (!above || region.path.startsWith(above.path)))
  if (wanted.length > MAX_BORDERS) fail('core.badInput', { field: 'within', message: '范围太大，请先选一个乡镇或村（社区）' })
  const items = wanted.flatMap((region) => {
    const area = areaOf(region.id)
    return area ? [presentBorder(region, area)] : []
  })
  return { items }
})

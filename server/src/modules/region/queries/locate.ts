import { defineQuery } from '../../../core/operation'
import { presentPlace } from '../present'
import { placeOf } from '../regions'

export const locate = defineQuery('region.locate', async (_ctx, { point }) => {
  const place = placeOf(point)
  return { place: place ? presentPlace(place) : null }
})

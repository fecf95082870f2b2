import type { Filter } from 'mongodb'
import type { z } from 'zod'
import type { PublicFilter } from '@xiangli/shared/casework/public-views'
import { ambient } from '../../../core/context'
import { regionById, regionsTouching } from '../../region'
import type { PublicCaseDoc } from './public-case.model'
import { publicKey } from './public-keys'

/** Below this many villages in a box their own keys are narrower than the towns', and those than the county's. */
const FEW = 60

type Box = NonNullable<z.output<typeof PublicFilter>['box']>

const regionsIn = (box: Box): string[] => {
  const villages = regionsTouching(box, 'village')
  if (villages.length <= FEW) return villages
  const towns = regionsTouching(box, 'town')
  return towns.length <= FEW ? towns : [ambient().county]
}

/** Where to look: the region asked for, else what the box touches, else the county. A region that is not there holds nothing. */
const regionsFor = ({ regionId, box }: Asked): string[] => {
  if (regionId) return regionById(regionId) ? [regionId] : []
  return box ? regionsIn(box) : [ambient().county]
}

export interface Asked {
  regionId?: string | undefined
  box?: Box | undefined
  categories?: readonly string[] | undefined
  status?: 'open' | 'closed' | undefined
}

/** Equality on one key each: the index serves every combination in its own order. */
export const publicFilter = (asked: Asked): Filter<PublicCaseDoc> => {
  const { box, categories, status } = asked
  const regions = regionsFor(asked)
  const keys = categories
    ? regions.flatMap((region) => categories.map((category) => publicKey(region, { category, status })))
    : regions.map((region) => publicKey(region, { status }))
  const inBox = box ? { 'spot.0': { $gte: box.west, $lte: box.east }, 'spot.1': { $gte: box.south, $lte: box.north } } : {}
  return { keys: keys.length === 1 ? keys[0] : { $in: keys }, ...inBox } as Filter<PublicCaseDoc>
}

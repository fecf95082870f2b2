import { keptPath, type AboutLevel } from '@xiangli/shared/casework/about'
import type { Point } from '@xiangli/shared/core/fields'
import { ambient } from '../../core/context'
import { fail } from '../../core/fail'
import { regionById } from '../region'
import type { CaseDoc } from './case.model'
import { locateCase, type Located } from './routing'

const wholePath = ({ place }: Pick<CaseDoc, 'place'>): string =>
  regionById(place.gridId ?? place.villageId ?? place.townId ?? ambient().county)?.path ?? `${ambient().county}/`

/** Where it lies by its place alone, whatever it is about. */
export const locatedNow = (record: Pick<CaseDoc, 'place'>): Located => ({ place: record.place, regionPath: wholePath(record) })

export const keptAt = (located: Located, about: AboutLevel | null): Located => ({ ...located, regionPath: keptPath(located.regionPath, about) })

export interface PlaceWish {
  point?: Point | undefined
  villageId?: string | undefined
  gridId?: string | undefined
  words?: string | undefined
}

/** Words alone describe the place better and leave the case, and who has it, where it is. */
export const isMoving = (wish: PlaceWish | undefined): boolean => wish !== undefined && Boolean(wish.point ?? wish.villageId ?? wish.gridId)

/** Where it lies once somebody has said so anew. */
export const locatedBy = (wish: PlaceWish, record: Pick<CaseDoc, 'place'>, about: AboutLevel | null): Located => {
  const words = wish.words ?? record.place.words
  const said = words ? { words } : {}
  if (!isMoving(wish)) return keptAt(locatedNow({ place: { ...record.place, ...said } }), about)
  const { point, villageId, gridId } = wish
  const found = locateCase({ ...(point ? { point } : {}), ...(villageId ? { villageId } : {}), ...(gridId ? { gridId } : {}), ...said })
  return found.place.by === 'unknown' ? fail('region.unknown', { field: 'place' }) : keptAt(found, about)
}

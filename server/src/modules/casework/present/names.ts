import { namesOf } from '../../identity'
import { regionById, regionOnPath, unitById } from '../../region'
import type { CaseDoc } from '../case.model'

export const unitName = (unitId: string): string => unitById(unitId)?.name ?? ''

/** The doer as a person reads it: a name, or the desk whose duty it is. */
export const handlerName = ({ handler }: Pick<CaseDoc, 'handler'>, names: ReadonlyMap<string, string>): string =>
  handler.personId ? (names.get(handler.personId) ?? unitName(handler.unitId)) : unitName(handler.unitId)

export const handlerNames = (records: readonly Pick<CaseDoc, 'handler'>[]): Promise<Map<string, string>> =>
  namesOf(records.flatMap(({ handler }) => handler.personId ?? []))

export const spotNames = ({ place }: Pick<CaseDoc, 'place'>) => ({
  villageName: place.villageId ? regionById(place.villageId)?.shortName : undefined,
  gridName: place.gridId ? regionById(place.gridId)?.name : undefined,
})

export const placeNames = ({ place, regionPath }: Pick<CaseDoc, 'place' | 'regionPath'>) => ({
  ...spotNames({ place }),
  townName: regionOnPath(regionPath, 'town')?.shortName,
})

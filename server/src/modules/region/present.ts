import type { Border, Division, OrgUnit, Place } from '@xiangli/shared/region/contract'
import type { Area } from '@xiangli/shared/region/geometry'
import type { LocatedPlace, Region, Unit } from './county-map'

export const presentDivision = (region: Region): Division => ({ ...region })

export const presentBorder = (region: Region, geometry: Area): Border => ({ ...region, geometry })

export const presentPlace = ({ gridId, gridName, villageId, villageName, townId, townName }: LocatedPlace): Place => ({
  gridId,
  gridName,
  villageId,
  villageName,
  townId,
  townName,
})

export const presentUnit = ({ id, name, kind, parentId, regionId }: Unit): OrgUnit => ({
  id,
  name,
  kind,
  regionId,
  ...(parentId ? { parentId } : {}),
})

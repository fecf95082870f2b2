import { ancestorsOf } from '@xiangli/shared/core/scope'
import type { Position } from '@xiangli/shared/region/geometry'
import { ambient, withAmbient } from '../../core/context'
import { describeError, log } from '../../core/log'
import { setRegionNames } from '../journal'
import { buildCountyMap, type CountyMap, type LocatedPlace, type Region, type Unit } from './county-map'
import { Divisions } from './division.model'
import { OrgUnits } from './org-unit.model'
import { noteBox } from './boxes'

const EMPTY = buildCountyMap([], [])
const counties = new Map<string, CountyMap>()

export const countyMap = (): CountyMap => counties.get(ambient().county) ?? EMPTY

/** Reads the county anew from the database; the answers before that are of what was read last. */
export const reloadRegions = async (): Promise<void> => {
  const [divisions, units] = [await Divisions.list({}), await OrgUnits.list({})]
  counties.set(ambient().county, buildCountyMap(divisions, units))
  for (const { regionId, geometry } of divisions) noteBox(regionId, geometry.coordinates)
}

const LOOK_AGAIN_MS = 3_000

/** A county that is seeded after this process started is taken in without a restart. */
export const startRegions = async (): Promise<void> => {
  setRegionNames((id) => regionName(id) || undefined)
  await reloadRegions()
  if (countyMap().regions.size > 0) return
  const { county } = ambient()
  log.info({ county }, 'no regions yet')
  const again = (): Promise<void> =>
    withAmbient({ county }, startRegions).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'regions not read')
    })
  setTimeout(() => void again(), LOOK_AGAIN_MS).unref()
}

/** The basic grid that holds a point and what lies above it; null outside the county. */
export const placeOf = (point: Position): LocatedPlace | null => countyMap().placeOf(point)
export const regionById = (id: string): Region | undefined => countyMap().regions.get(id)
export const unitById = (id: string): Unit | undefined => countyMap().unit(id)

/** The unit that answers for a region; a county that is set up has one for every region. */
export const unitOfRegion = (regionId: string): Unit => {
  const unit = countyMap().unitOfRegion(regionId)
  if (!unit) throw new Error(`no unit answers for region ${regionId}`)
  return unit
}

export const countyRegion = (): Region => {
  const [county] = countyMap().childrenOf(undefined)
  if (!county) throw new Error('the county has no regions yet')
  return county
}

export const departmentUnit = (key: string): Unit | undefined => countyMap().department(key)

/** What lies directly under a region, in order. */
export const childrenOf = (regionId: string): readonly Region[] => countyMap().childrenOf(regionId)

/** As a table names them; a name may stand for several. */
export const unitsNamed = (name: string): Unit[] => countyMap().units.filter((unit) => unit.name === name)

export const departments = (): Unit[] => countyMap().units.filter(({ kind }) => kind === 'department')

/** Who becomes accountable after this unit; none above the county's centre. */
export const parentUnit = (unitId: string): Unit | undefined => {
  const { unit } = countyMap()
  return unit(unit(unitId)?.parentId ?? '')
}

/** The region of this level on a path: `townOf(path)`, `villageOf(path)`. */
export const regionOnPath = (path: string, level: Region['level']): Region | undefined =>
  ancestorsOf(path).flatMap((id) => regionById(id) ?? []).find((region) => region.level === level)

/** Every region of a level in the county. */
export const regionsOfLevel = (level: Region['level']): Region[] => [...countyMap().regions.values()].filter((region) => region.level === level)

/** What a region is called where nothing around says more: a grid by its village as well. */
export const regionName = (id: string): string => {
  const region = regionById(id)
  if (!region) return ''
  const village = region.level === 'grid' ? regionById(region.parentId ?? '')?.shortName : undefined
  return `${village ?? ''}${region.shortName}`
}

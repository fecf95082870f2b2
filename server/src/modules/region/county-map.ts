import type { Area, Position } from '@xiangli/shared/region/geometry'
import { createLocator } from '@xiangli/shared/region/locate'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import type { DatedName, DivisionDoc } from './division.model'
import type { OrgUnitDoc, UnitKind } from './org-unit.model'

export interface Region {
  id: string
  code: string
  name: string
  shortName: string
  level: DivisionDoc['level']
  kind: DivisionDoc['kind']
  parentId?: string
  path: string
  centre: Position
}

export interface Unit {
  id: string
  name: string
  kind: UnitKind
  parentId?: string
  regionId: string
  regionPath: string
  department?: string
}

/** Where a point lies: one basic grid and all above it. */
export interface LocatedPlace {
  gridId: string
  gridName: string
  villageId: string
  villageName: string
  townId: string
  townName: string
  /** The grid's own path. */
  regionPath: string
}

const presentName = (names: readonly DatedName[]): DatedName => {
  const name = names.find(({ to }) => to === undefined) ?? names.at(-1)
  if (!name) throw new Error('a division without a name')
  return name
}

const regionOf = ({ regionId, level, kind, parentId, path, centre, names }: DivisionDoc): Region => {
  const { code, name, shortName } = presentName(names)
  return { id: regionId, code, name, shortName, level, kind, ...(parentId ? { parentId } : {}), path, centre }
}

const unitOf = ({ unitId, name, kind, parentId, regionId, regionPath, department }: OrgUnitDoc): Unit => ({
  id: unitId,
  name,
  kind,
  regionId,
  regionPath,
  ...(parentId ? { parentId } : {}),
  ...(department ? { department } : {}),
})

/** Kinds of unit that answer for a region itself, not for one duty in it. */
const ACCOUNTABLE: readonly UnitKind[] = ['committee', 'township', 'countyCentre']

const byCode = (a: Region, b: Region): number => (a.code < b.code ? -1 : 1)

const childrenByParent = (inOrder: readonly Region[]): ReadonlyMap<string, Region[]> => {
  const children = new Map<string, Region[]>()
  for (const region of inOrder) {
    const siblings = children.get(region.parentId ?? '')
    if (siblings) siblings.push(region)
    else children.set(region.parentId ?? '', [region])
  }
  return children
}

const gridOf = (divisions: readonly DivisionDoc[]): ((point: Position) => string | null) => {
  const basic = divisions.filter(({ kind }) => kind === 'basic')
  return createLocator(basic.map(({ regionId, geometry }) => ({ id: regionId, polygon: geometry }))).locate
}

type Regions = ReadonlyMap<string, Region>

const placeAt = (regions: Regions, gridId: string): LocatedPlace | null => {
  const grid = regions.get(gridId)
  const village = regions.get(grid?.parentId ?? '')
  const town = regions.get(village?.parentId ?? '')
  if (!grid || !village || !town) return null
  return {
    gridId: grid.id,
    gridName: grid.name,
    villageId: village.id,
    villageName: village.shortName,
    townId: town.id,
    townName: town.shortName,
    regionPath: grid.path,
  }
}

const indexUnits = (units: readonly Unit[], regions: Regions) => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const accountable = new Map(units.filter(({ kind }) => ACCOUNTABLE.includes(kind)).map((unit) => [unit.regionId, unit]))
  const departments = new Map(units.flatMap((unit) => (unit.department ? [[unit.department, unit] as const] : [])))
  return {
    unit: (id: string): Unit | undefined => byId.get(id),
    department: (key: string): Unit | undefined => departments.get(key),
    /** The committee of a village or of the grid's village, the township of a town, the centre of the county. */
    unitOfRegion: (regionId: string): Unit | undefined => {
      const upwards = ancestorsOf(regions.get(regionId)?.path ?? '').reverse()
      return upwards.flatMap((id) => accountable.get(id) ?? [])[0]
    },
  }
}

/** One county as it is answered from memory: what lies where, who is accountable, which grid holds a point. */
export const buildCountyMap = (divisions: readonly DivisionDoc[], unitDocs: readonly OrgUnitDoc[]) => {
  const regions = new Map(divisions.map((doc) => [doc.regionId, regionOf(doc)]))
  // As text: ninety thousand little arrays of numbers take ten times the room, and few ever ask for them.
  const areas = new Map(divisions.map((doc) => [doc.regionId, JSON.stringify(doc.geometry)]))
  const inOrder = [...regions.values()].sort(byCode)
  const children = childrenByParent(inOrder)
  const units = unitDocs.map(unitOf)
  const locate = gridOf(divisions)
  return {
    regions,
    inOrder,
    units,
    ...indexUnits(units, regions),
    placeOf: (point: Position): LocatedPlace | null => placeAt(regions, locate(point) ?? ''),
    childrenOf: (id: string | undefined): readonly Region[] => children.get(id ?? '') ?? [],
    areaOf: (id: string): Area | undefined => {
      const area = areas.get(id)
      return area === undefined ? undefined : (JSON.parse(area) as Area)
    },
  }
}

export type CountyMap = ReturnType<typeof buildCountyMap>

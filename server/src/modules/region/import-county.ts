import type { DivisionRecord, GridRecord } from '@xiangli/shared/region/divisions'
import type { Area } from '@xiangli/shared/region/geometry'
import { ambient } from '../../core/context'
import { Divisions, type DivisionDoc } from './division.model'
import { OrgUnits, type OrgUnitDoc } from './org-unit.model'
import { reloadRegions } from './regions'

/** What is handed in for one county: real or generated. */
export interface CountyRecords {
  divisions: readonly DivisionRecord[]
  grids: readonly GridRecord[]
  /** Borders of every division by id; the grids carry their own. */
  polygons: ReadonlyMap<string, Area>
  units: readonly Omit<OrgUnitDoc, '_id' | 'county'>[]
}

// Region and unit ids are short words of one county; the record's own id must differ between counties.
const keyed = (county: string, id: string): { _id: string; county: string } => ({ _id: `${county}.${id}`, county })

const divisionDoc = (record: DivisionRecord, { county, geometry }: { county: string; geometry: Area }): DivisionDoc => {
  const { id, code, name, shortName, level, kind, parentId, path, centre, validFrom } = record
  return {
    ...keyed(county, id),
    regionId: id,
    level,
    kind,
    ...(parentId ? { parentId } : {}),
    path,
    centre,
    names: [{ code, name, shortName, from: validFrom }],
    geometry,
  }
}

const gridDoc = (grid: GridRecord, { county, from }: { county: string; from: string }): DivisionDoc => ({
  ...keyed(county, grid.id),
  regionId: grid.id,
  level: 'grid',
  kind: grid.kind,
  parentId: grid.villageId,
  path: grid.path,
  centre: grid.centre,
  names: [{ code: grid.code, name: grid.name, shortName: grid.name, from }],
  geometry: grid.polygon,
  setting: grid.setting,
  households: grid.households,
})

/** Writes a county's divisions, grids and units where there are none, and answers from them at once. */
export const importCounty = async ({ divisions, grids, polygons, units }: CountyRecords): Promise<void> => {
  const { county } = ambient()
  const from = divisions[0]?.validFrom ?? ''
  const drawn = divisions.map((record) => {
    const geometry = polygons.get(record.id)
    if (!geometry) throw new Error(`no border for ${record.id}`)
    return divisionDoc(record, { county, geometry })
  })
  await Divisions.addMany([...drawn, ...grids.map((grid) => gridDoc(grid, { county, from }))])
  await OrgUnits.addMany(units.map((unit) => ({ ...keyed(county, unit.unitId), ...unit })))
  await reloadRegions()
}

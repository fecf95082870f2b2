import type { DivisionRecord, GridRecord } from '@xiangli/shared/region/divisions'
import type { Area } from '@xiangli/shared/region/geometry'
import { bordersBetween } from './borders'
import { centreOf } from './centre'
import { cutAtOutline } from './cut'
import { labelHalfEdges } from './faces'
import { groupBy } from './group-by'
import { buildMesh } from './mesh'
import { idOf, mintDivision, mintGrid, townIdOf, villageIdOf } from './mint'
import { gridName, inReadingOrder } from './number-grids'
import { buildOutline } from './outline'
import { indexOutline } from './outline-index'
import { COUNTY_CODE, SPECIAL_GRID_COMMUNITY_CODE } from './plan'
import { createRandom } from './random'
import type { Random } from './random'
import { readDivisionRows } from './read-data'
import { shareOut } from './share-out'
import type { GridShare } from './share-out'
import { scatterSites } from './sites'
import { buildSpecialGrid } from './special-grid'
import { drawUnits } from './union'

export type County = {
  divisions: DivisionRecord[]
  grids: GridRecord[]
  /** Borders of every division by id; the grids carry their own. */
  polygons: Map<string, Area>
}

/** The demo county, equal to the byte at every call and on every machine. */
export function buildCounty(): County {
  const rows = readDivisionRows()
  const outline = indexOutline(buildOutline())
  const mesh = buildMesh(scatterSites(outline, createRandom(620821)), outline)
  const shares = shareOut(mesh, rows)
  const gridOfSite = new Map(shares.flatMap(({ members }, grid) => members.map((site) => [site, grid] as const)))
  const edges = labelHalfEdges(cutAtOutline(bordersBetween(mesh, gridOfSite), outline))

  const villageOf = (grid: number) => shares[grid]!.villageCode
  const polygons = new Map([
    ...drawUnits(edges, () => COUNTY_CODE),
    ...drawUnits(edges, (grid) => townIdOf(villageOf(grid))),
    ...drawUnits(edges, (grid) => villageIdOf(villageOf(grid))),
  ])
  const gridPolygons = drawUnits(edges, String)
  const drawn = shares.map((share, grid) => drawGrid(share, gridPolygons.get(String(grid))!))
  const grids = numberGrids(drawn, polygons)
  return { divisions: rows.map((row) => mintDivision(row, polygons.get(idOf(row))!)), grids, polygons }
}

type DrawnGrid = GridShare & Pick<GridRecord, 'polygon' | 'centre'>

const drawGrid = (share: GridShare, polygon: Area): DrawnGrid => ({ ...share, polygon, centre: centreOf(polygon) })

function numberGrids(drawn: readonly DrawnGrid[], polygons: ReadonlyMap<string, Area>): GridRecord[] {
  const random = createRandom(317)
  const byVillage = [...groupBy(drawn, ({ villageCode }) => villageCode)].sort(([a], [b]) => (a < b ? -1 : 1))
  return byVillage.flatMap(([code, own]) => {
    const village = polygons.get(villageIdOf(code))!
    const basic = inReadingOrder(own).map((grid, i) => toRecord(grid, { ordinal: i + 1, random }))
    return code === SPECIAL_GRID_COMMUNITY_CODE ? [...basic, buildSpecialGrid(code, { basic, community: village })] : basic
  })
}

type Place = { ordinal: number; random: Random }

function toRecord({ villageCode, setting, polygon, centre }: DrawnGrid, { ordinal, random }: Place): GridRecord {
  const { id, code, path } = mintGrid(villageCode, ordinal)
  const [least, spread] = setting === 'urban' ? [240, 160] : [170, 160]
  return {
    id,
    code,
    name: gridName(ordinal),
    kind: 'basic',
    setting,
    villageId: villageIdOf(villageCode),
    path,
    centre,
    polygon,
    households: least + Math.floor(random() * spread),
  }
}

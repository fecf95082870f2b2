import { z } from 'zod'
import { query } from '../core/contract'
import { oneOf, Point, RegionId, UnitId } from '../core/fields'

export const Division = z.object({
  id: RegionId,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  level: oneOf(['county', 'town', 'village', 'grid']),
  kind: oneOf(['county', 'town', 'pseudoStreet', 'village', 'community', 'basic', 'special']),
  parentId: RegionId.optional(),
  path: z.string(),
  centre: Point,
})
export type Division = z.infer<typeof Division>

/** GeoJSON coordinates: Polygon or MultiPolygon, [longitude, latitude]. */
export const Border = Division.extend({
  geometry: z.object({ type: oneOf(['Polygon', 'MultiPolygon']), coordinates: z.array(z.any()) }),
})
export type Border = z.infer<typeof Border>

export const Place = z.object({
  gridId: RegionId,
  gridName: z.string(),
  villageId: RegionId,
  villageName: z.string(),
  townId: RegionId,
  townName: z.string(),
})
export type Place = z.infer<typeof Place>

export const OrgUnit = z.object({
  id: UnitId,
  name: z.string(),
  kind: oneOf(['countyCentre', 'dispatchRoom', 'department', 'township', 'committee']),
  parentId: UnitId.optional(),
  regionId: RegionId,
})
export type OrgUnit = z.infer<typeof OrgUnit>

export const regionContract = {
  'region.listDivisions': query({
    scope: 'public',
    summary: '下一级区划：县→乡镇→村（社区）→网格',
    input: z.object({ parentId: RegionId.optional() }),
    output: z.object({ items: z.array(Division) }),
    errors: ['region.unknown'],
  }),
  'region.getBorders': query({
    scope: 'public',
    summary: '某一级边界（演示边界由程序生成，只有县界和名称是真实的）',
    input: z.object({ level: oneOf(['county', 'town', 'village', 'grid']), within: RegionId.optional() }),
    output: z.object({ items: z.array(Border) }),
    errors: ['region.unknown'],
  }),
  'region.locate': query({
    scope: 'public',
    summary: '一个坐标属于哪个基础网格；县外为 null',
    input: z.object({ point: Point }),
    output: z.object({ place: Place.nullable() }),
    errors: [],
  }),
  'region.listUnits': query({
    scope: 'staff',
    summary: '本人任职范围及其上级的机构（调度、部门、乡镇、村委会）',
    input: z.object({ regionId: RegionId.optional() }),
    output: z.object({ items: z.array(OrgUnit) }),
    errors: ['region.unknown'],
  }),
}

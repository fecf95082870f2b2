import { collection, type Stored } from '../../core/collection'

export type UnitKind = 'countyCentre' | 'dispatchRoom' | 'department' | 'township' | 'committee'

/** A unit of the organisation tree; the parent is who becomes accountable after it. */
export interface OrgUnitDoc extends Stored {
  unitId: string
  name: string
  kind: UnitKind
  parentId?: string
  regionId: string
  regionPath: string
  /** Which duty a department has, as the case types name it. */
  department?: string
}

export const OrgUnits = collection<OrgUnitDoc>({
  name: 'org_units',
  indexes: [{ name: 'org_units_unit', key: { county: 1, unitId: 1 }, unique: true }],
})

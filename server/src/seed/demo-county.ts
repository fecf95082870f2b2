import type { CountyRecords } from '../modules/region'
import { orgUnits } from './org-units'
import { buildCounty } from './region/build-county'

/** The demo county whole: divisions and grids with borders, and the units that answer for them. */
export const demoCounty = (): CountyRecords => {
  const county = buildCounty()
  return { ...county, units: orgUnits(county.divisions) }
}

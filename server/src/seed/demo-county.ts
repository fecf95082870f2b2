import type { CountyRecords } from '../modules/region'
import { buildUnits } from './organisation/units'
import { buildCounty, type County } from './region/build-county'

/** The demo county whole: divisions and grids with borders, and the units that answer for them. */
export const demoCounty = (): County & CountyRecords => {
  const county = buildCounty()
  return { ...county, units: buildUnits(county.divisions) }
}

import { module } from '../../core/module'
import { getBorders } from './queries/get-borders'
import { listDivisions } from './queries/list-divisions'
import { listUnits } from './queries/list-units'
import { locate } from './queries/locate'
import { startRegions } from './regions'

export type { LocatedPlace, Region, Unit } from './county-map'
export { importCounty, type CountyRecords } from './import-county'
export {
  childrenOf,
  countyRegion,
  departments,
  departmentUnit,
  parentUnit,
  placeOf,
  regionById,
  regionName,
  regionOnPath,
  regionsOfLevel,
  reloadRegions,
  unitById,
  unitOfRegion,
  unitsNamed,
} from './regions'
export { regionsTouching } from './touching'
export { withinRegion } from './within-region'

export const regionModule = module({
  name: 'region',
  operations: [listDivisions, getBorders, locate, listUnits],
  start: startRegions,
})

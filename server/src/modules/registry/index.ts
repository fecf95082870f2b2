import { module } from '../../core/module'
import { revealResident } from './commands/reveal-resident'
import { listHouseholds } from './queries/list-households'
import { listResidents } from './queries/list-residents'

export { addHouseholds, type NewHousehold, type NewResident } from './add-households'
export { labelsOfPersons } from './target-labels'

export const registryModule = module({ name: 'registry', operations: [listResidents, listHouseholds, revealResident] })

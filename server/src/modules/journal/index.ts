import { module } from '../../core/module'
import { listEntries } from './queries/list-entries'

export { namesOfPersons, setNameResolver, setRegionNames, setTargetResolver, type TargetLabels } from './names'

export const journalModule = module({ name: 'journal', operations: [listEntries] })

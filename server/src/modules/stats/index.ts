import { module } from '../../core/module'
import { gather } from './jobs'
import { listCases } from './queries/list-cases'
import { show } from './queries/show'
import { noteChanged } from './reactions'

export { Facts, Gathered } from './fact.model'
export { factDocsOf, takeIn } from './take-in'

export const statsModule = module({ name: 'stats', operations: [show, listCases], reactions: [noteChanged], jobs: [gather] })

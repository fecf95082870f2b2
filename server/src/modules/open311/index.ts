import { module } from '../../core/module'
import { issueKey, listKeys, revokeKey } from './keys'

export { actorOfKey } from './keys'

export const open311Module = module({ name: 'open311', operations: [issueKey, revokeKey, listKeys] })

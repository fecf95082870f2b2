import { module } from '../../core/module'
import { download } from './commands/download'

export const sheetModule = module({ name: 'sheet', operations: [download] })

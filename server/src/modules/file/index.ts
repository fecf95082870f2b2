import { module } from '../../core/module'
import { sweep } from './commands/sweep'
import { upload } from './commands/upload'
import { sweepUnclaimed } from './sweep'

export { claimFiles, fileViews, releaseFiles, type ClaimedFile } from './claim'
export { findForLink } from './stored'

export const fileModule = module({ name: 'file', operations: [upload, sweep], jobs: [sweepUnclaimed] })

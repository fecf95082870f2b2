import { module } from '../../core/module'
import { sweep } from './commands/sweep'
import { upload } from './commands/upload'
import { sweepUnclaimed } from './sweep'

export { claimedBy, claimFiles, fileViews, releaseFiles, type ClaimedFile } from './claim'
export { copyPhotos, dropCopies, keepCopies, type CopiedPhoto } from './copy'
export { discardDrafted, draftFile, keepDrafted, type DraftedFile } from './draft-file'
export { findForLink } from './stored'
export { openTable, type Table, type TableRow } from './table/open-table'
export { writeTable } from './table/write-table'

export const fileModule = module({ name: 'file', operations: [upload, sweep], jobs: [sweepUnclaimed] })

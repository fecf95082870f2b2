import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, Instant } from '../../core/fields'
import { Reason, stepErrors } from './parts'

const Done = z.object({ rev: z.number().int() })

/** What a platform that sent a case says of it later (system). */
export const outsideContract = {
  'casework.rebind': command({
    summary: '来件平台改了时限，照它的算（系统）',
    input: z.object({ caseId: Id, due: Instant }),
    output: Done,
    errors: [...stepErrors, 'core.staleRevision'],
  }),
  'casework.reopenFromOutside': command({
    summary: '来件平台回访说没办好，重新办理（系统）',
    input: z.object({ caseId: Id, words: Reason }),
    output: Done,
    errors: [...stepErrors, 'core.staleRevision', 'casework.reopenTooLate'],
  }),
}

import { z } from 'zod'
import { command } from '../../core/contract'
import { oneOf } from '../../core/fields'
import { RISKS } from '../risk'
import { CaseView } from '../views'
import { onCase, Reason, stepErrors } from './parts'

export const riskContract = {
  'casework.setRisk': command({
    summary: '定这件事的风险等级（说的是事，不是人）；系统最多建议到“较大”，“重大”只能由人定，写明理由',
    input: z.object({ ...onCase, level: oneOf(RISKS), reason: Reason }),
    output: CaseView,
    errors: [...stepErrors],
  }),
}

import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Id, UnitId } from '../../core/fields'
import { CaseView } from '../views'
import { onCase, Reason, stepErrors } from './parts'

export const UnitSigning = z.object({ unitId: UnitId, unitName: z.string(), isNeeded: z.boolean(), version: z.number().int() })
export type UnitSigning = z.infer<typeof UnitSigning>

/** 负责人签字: a unit may ask that its head signs what its people answer. */
export const signingContract = {
  'casework.signAnswer': command({
    summary: '负责人签字，答复发给反映人',
    input: z.object(onCase),
    output: CaseView,
    errors: [...stepErrors, 'casework.nothingToSign', 'core.staleRevision'],
  }),
  'casework.refuseAnswer': command({
    summary: '负责人让再改一改，写明哪里要改；时限照走',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.nothingToSign'],
  }),
  'casework.sendUnsigned': command({
    summary: '到时没有签的，答复照发，标明未签（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.nothingDue', 'casework.nothingToSign', 'core.staleRevision'],
  }),
  'casework.setSigning': command({
    summary: '一个单位的答复要不要负责人签字；version 为改之前看到的一版，没设过为 0',
    input: z.object({ unitId: UnitId, isNeeded: z.boolean(), version: z.number().int().min(0) }),
    output: UnitSigning,
    errors: ['casework.signingChanged', 'region.unknownUnit'],
  }),
  'casework.listSigning': query({
    scope: 'staff',
    summary: '哪些单位的答复要负责人签字',
    input: z.object({}),
    output: z.object({ items: z.array(UnitSigning) }),
    errors: [],
  }),
}

import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { Cases, type CaseDoc } from '../case.model'
import { fileCase, filerForCaller, prepareFiling, type Filing } from '../filing'
import { callerOfPhone, keepCaller } from '../intake/callers'
import { receiptOf } from '../intake/filed-receipt'
import { typeNamed } from '../types'

/**
 * 接电话登记. A call is taken wherever it comes in: a daughter rings her own township about her
 * mother's roof in another, and being told to ring elsewhere is how things get lost. The case lies
 * where the place says, in other hands; the clerk's rights do not grow by having typed it, so the
 * answer is a receipt and not the case, which opens only to who could open it anyway.
 */
export const fileForCaller = defineCommand('casework.fileForCaller', {
  prepare: async (ctx, input): Promise<Filing> => {
    if (input.channel === 'phone' && !input.phone) fail('casework.phoneNeeded', { field: 'phone' })
    const known = input.phone ? await callerOfPhone(input.phone) : null
    return prepareFiling(ctx, input, { type: typeNamed('complaint'), homeId: known?.villageId })
  },
  run: async (ctx, { caseId, channel, phone, name, wantsCallBack }, filing): Promise<CaseDoc> => {
    const caller = await keepCaller({ phone, name }, ctx.now)
    const { record } = await fileCase(ctx, filing, filerForCaller(ctx, caller, { caseId, channel, name, wantsCallBack }))
    return record
  },
  present: receiptOf,
  reload: (_ctx, target) => Cases.need({ _id: target.id }),
})

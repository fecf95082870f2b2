import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { Cases, type CaseDoc } from '../case.model'
import { fileCase, filerForCaller, prepareFiling, type Filing } from '../filing'
import { callerOfPhone, keepCaller } from '../intake/callers'
import { receiptOf } from '../intake/filed-receipt'
import { fileSealedForCaller, mayTakeSealed, openLevel, prepareSealed, type SealedFiling } from '../sealed/filing'
import { townServed } from '../towns'
import { typeNamed } from '../types'

type Ready = { open: Filing } | { sealed: SealedFiling }

/** A caller who wants to stay sealed need not say a number: they are given a code instead. */
const readyFor = async (ctx: Context, input: ParsedOf<'casework.fileForCaller'>): Promise<Ready> => {
  const type = typeNamed('complaint')
  if (input.names === 'sealed') {
    const sealed = await prepareSealed(ctx, input, { type, accountId: ctx.actor.id })
    return mayTakeSealed(ctx, sealed.located.place.villageId) ? { sealed } : fail('casework.sealedForSelfOnly', { field: 'names' })
  }
  openLevel(type, input)
  if (input.channel === 'phone' && !input.phone) fail('casework.phoneNeeded', { field: 'phone' })
  const known = input.phone ? await callerOfPhone(input.phone) : null
  return { open: await prepareFiling(ctx, input, { type, homeId: known?.villageId, desk: { townId: townServed(ctx.actor, 'casework.fileForCaller') } }) }
}

/**
 * 接电话登记. A call is taken wherever it comes in: a daughter rings her own township about her
 * mother's roof in another, and being told to ring elsewhere is how things get lost. The case lies
 * where the place says, in other hands, and only where nothing says it with the clerk's own township; the clerk's rights do not grow by having typed it, so the
 * answer is a receipt and not the case, which opens only to who could open it anyway.
 */
export const fileForCaller = defineCommand('casework.fileForCaller', {
  prepare: readyFor,
  run: async (ctx, { caseId, channel, phone, name, wantsCallBack }, ready): Promise<CaseDoc> => {
    if ('sealed' in ready) return (await fileSealedForCaller(ctx, ready.sealed, { channel, contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } })).record
    const filing = ready.open
    const caller = await keepCaller({ phone, name }, ctx.now)
    const { record } = await fileCase(ctx, filing, filerForCaller(ctx, caller, { caseId, channel, name, wantsCallBack }))
    return record
  },
  present: receiptOf,
  reload: (_ctx, target) => Cases.need({ _id: target.id }),
})

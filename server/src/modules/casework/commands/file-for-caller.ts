import type { FiledReceipt } from '@xiangli/shared/casework/contract/intake'
import { mayOn } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { contactOf } from '../../identity'
import { Cases, type CaseDoc } from '../case.model'
import { fileCase, filerForCaller, prepareFiling, type Filing } from '../filing'
import { callerOfPhone, keepCaller } from '../intake/callers'
import { handlerName, handlerNames, placeNames, unitName } from '../present/names'
import { titleFor } from '../present/summary'
import { typeNamed } from '../types'

/** Read out before hanging up. Nothing of the case that the person on the phone does not know already. */
const receiptOf = async (ctx: Context, record: CaseDoc): Promise<FiledReceipt> => {
  const { personId } = record.handler
  const [names, contact] = await Promise.all([handlerNames([record]), personId ? contactOf(personId) : undefined])
  const { townName, villageName, gridName } = placeNames(record)
  const placeName = [townName, villageName, gridName].filter(Boolean).join(' ')
  return {
    caseId: record._id,
    serial: record.serial,
    title: titleFor(record),
    ...(placeName ? { placeName } : {}),
    ownerName: unitName(record.ownerUnitId),
    handlerName: handlerName(record, names),
    ...(contact?.phone ? { handlerPhone: contact.phone } : {}),
    ...(record.acceptBy ? { acceptBy: record.acceptBy.toISOString() } : {}),
    ...(record.redAt ? { redAt: record.redAt.toISOString() } : {}),
    mayOpen: mayOn(ctx.actor, 'casework.getCase', record.scopeKeys),
  }
}

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

import type { FiledReceipt } from '@xiangli/shared/casework/contract/intake'
import { spacedCode } from '@xiangli/shared/casework/query-code'
import { mayOn } from '@xiangli/shared/core/scope'
import type { Context } from '../../../core/operation'
import { contactOf } from '../../identity'
import type { CaseDoc } from '../case.model'
import { handlerName, handlerNames, placeNames, unitName } from '../present/names'
import { titleFor } from '../present/summary'
import { codeOf } from './query-code'

/** Read out before hanging up. Nothing of the case that the person on the phone does not know already. */
export const receiptOf = async (ctx: Context, record: CaseDoc): Promise<FiledReceipt> => {
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
    ...(record.names === 'sealed' ? { code: spacedCode(codeOf(record._id)) } : {}),
    ...(record.acceptBy ? { acceptBy: record.acceptBy.toISOString() } : {}),
    ...(record.redAt ? { redAt: record.redAt.toISOString() } : {}),
    mayOpen: mayOn(ctx.actor, 'casework.getCase', record.scopeKeys),
  }
}

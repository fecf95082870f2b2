import { channelOf, isHelper } from '@xiangli/shared/casework/channels'
import { namelessLabels } from '@xiangli/shared/casework/labels'
import { contactOf, type Contact } from '../../identity'
import { services } from '../../../core/services'
import type { Context } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { contactOfCaller } from './callers'

const sealedAt = (caseId: string) => ({ collection: 'cases', id: caseId, field: 'callerName' })

export const sealCallerName = (caseId: string, name: string): string => services().vault.sealField(name, sealedAt(caseId))

/** The name given with this very request. */
export const nameSaidOf = ({ _id, callerName }: Pick<CaseDoc, '_id' | 'callerName'>): string | undefined =>
  callerName === undefined ? undefined : services().vault.openField(callerName, sealedAt(_id))

type Asked = Pick<CaseDoc, '_id' | 'requesterId' | 'requesterIsCaller' | 'channel' | 'callerName'>

/** Whoever asked, with an account or without, in full: masking is the reader's part. */
export const requesterContact = async (record: Asked): Promise<Contact | undefined> => {
  if (!record.requesterIsCaller) return contactOf(record.requesterId)
  const { name, phone } = await contactOfCaller(record.requesterId)
  return { name: nameSaidOf(record) ?? name ?? namelessLabels[channelOf(record)], ...(phone ? { phone } : {}) }
}

/** Masked, but for the helper who said the name. */
export const requesterNameFor = (ctx: Context, record: CaseDoc): string =>
  (isHelper(record, ctx.actor.id) ? nameSaidOf(record) : undefined) ?? record.requesterName

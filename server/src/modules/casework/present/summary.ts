import { channelOf } from '@xiangli/shared/casework/channels'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { isUnreleased } from '@xiangli/shared/casework/names'
import { permittedActions, titleOf, type ParentStand } from '@xiangli/shared/casework/rules'
import { isInTriage } from '@xiangli/shared/casework/triage'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import type { Context } from '../../../core/operation'
import { fileViews } from '../../file'
import type { CaseDoc } from '../case.model'
import { requesterNameFor } from '../intake/requester'
import { beside, parentsOf } from '../parents'
import { partiesOn } from '../parties'
import { presentRisk } from '../risk'
import { typeNamed, typeOf } from '../types'
import { presentClock } from './clock'
import { sharedBy } from './merged'
import { mayReadUnsent } from './asking'
import { handlerName, handlerNames, spotNames, unitName } from './names'

/** What a list reads from the database; the rest of a case stays there. */
export const summaryProjection = {
  county: 1, type: 1, typeVersion: 1, serial: 1, requesterId: 1, requesterName: 1, channel: 1, filedById: 1, requesterIsCaller: 1, callerName: 1, words: 1, voiceSeconds: 1, photoFileIds: { $slice: 1 },
  receivedAt: 1, state: 1, grade: 1, category: 1, title: 1, place: 1, regionPath: 1, scopeKeys: 1, ownerUnitId: 1, handler: 1,
  asked: 1, 'answer.byId': 1, 'answer.signedById': 1, answeredAt: 1, closedAt: 1, 'publication.at': 1, acceptBy: 1, yellowAt: 1, redAt: 1, remainingMinutes: 1, updatedAt: 1, rev: 1,
  signing: 1,
  merged: 1, childCount: 1, supporterCount: 1,
  supervision: 1, pause: 1, timeRequest: 1,
  hearing: 1, reopenedCount: 1, returns: 1, calledUnits: 1, about: 1, triage: 1, risk: 1, names: 1, released: 1,
} as const

export const titleFor = (record: Pick<CaseDoc, 'type' | 'title' | 'words' | 'category' | 'voiceSeconds'> & Partial<Pick<CaseDoc, 'names'>>): string => {
  const categoryLabel = categoryOf(typeNamed(record.type), record.category ?? undefined)?.label
  if (record.names === 'sealed' && !record.title) return categoryLabel ? `隐名反映：${categoryLabel}` : '隐名反映'
  return titleOf({
    title: record.title,
    words: record.words ?? null,
    ...(categoryLabel ? { categoryLabel } : {}),
    ...(record.voiceSeconds ? { voiceSeconds: record.voiceSeconds } : {}),
  })
}

/** Of a sealed case the first that was let through. */
const firstPhoto = ({ photoFileIds, released }: CaseDoc): string => photoFileIds[0] ?? released?.photoFileIds[0] ?? ''

export const presentSummaries = async (ctx: Context, records: readonly CaseDoc[]): Promise<CaseSummary[]> => {
  const names = await handlerNames(records)
  const parents = await parentsOf(records)
  const thumbs = await fileViews(records.map(firstPhoto).filter(Boolean))
  return records.map((record) => summaryOf(ctx, record, { names, parents, thumbUrl: thumbs.get(firstPhoto(record))?.thumbUrl }))
}

interface Around {
  names: ReadonlyMap<string, string>
  parents: ReadonlyMap<string, ParentStand>
  thumbUrl: string | undefined
}

const summaryOf = (ctx: Context, record: CaseDoc, { names, parents, thumbUrl }: Around): CaseSummary => {
  const type = typeNamed(record.type)
  const { villageName, gridName } = spotNames(record)
  return {
    id: record._id,
    serial: record.serial,
    type: record.type,
    title: titleFor(record),
    category: record.category ?? undefined,
    categoryLabel: categoryOf(type, record.category ?? undefined)?.label,
    ...presentClock(record, ctx.now),
    villageName,
    gridName,
    ownerName: unitName(record.ownerUnitId),
    handlerName: handlerName(record, names),
    handlerIsMe: record.handler.personId === ctx.actor.id,
    requesterName: requesterNameFor(ctx, record),
    channel: channelOf(record),
    filedByMe: record.filedById === ctx.actor.id,
    thumbUrl,
    voiceSeconds: record.voiceSeconds,
    isAsked: record.asked !== null,
    ...(record.supervision ? { isSupervised: true } : {}),
    ...(isInTriage(record) ? { isUnchecked: true } : {}),
    ...presentRisk(ctx, record),
    ...(record.names ? { names: record.names } : {}),
    ...(isUnreleased(record) ? { isUnreleased: true } : {}),
    ...(record.signing && mayReadUnsent(ctx, record) ? { signing: { words: record.signing.words, due: record.signing.due.toISOString() } } : {}),
    ...sharedBy(record),
    can: permittedActions(typeOf(record), beside(record, parents.get(record.merged?.intoId ?? '')), { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }),
  }
}

import { categoryOf } from '@xiangli/shared/casework/case-type'
import { permittedActions, rateByOf } from '@xiangli/shared/casework/rules'
import type { CaseView } from '@xiangli/shared/casework/views'
import type { FileView } from '@xiangli/shared/file/contract'
import { maskPhone } from '@xiangli/shared/registry/rules'
import type { Context } from '../../../core/operation'
import { fileViews } from '../../file'
import { contactOf, namesOf, titlesOf } from '../../identity'
import type { CaseDoc } from '../case.model'
import { partiesOn } from '../parties'
import { typeNamed } from '../types'
import { presentClock } from './clock'
import { handlerName, placeNames, unitName } from './names'
import { titleFor } from './summary'
import { filesOfHistory, historyOf, presentTimeline } from './timeline'

/** The whole case as this actor may see it now, with what they can do. */
export const presentCase = async (ctx: Context, record: CaseDoc): Promise<CaseView> => {
  const history = await historyOf(record._id)
  const files = await fileViews([...filesOfHistory(history), ...(record.answer?.photoFileIds ?? [])])
  const type = typeNamed(record.type)
  return {
    id: record._id,
    serial: record.serial,
    type: record.type,
    title: titleFor(record),
    category: record.category ?? undefined,
    categoryLabel: categoryOf(type, record.category ?? undefined)?.label,
    ...presentClock(record, ctx.now),
    ...presentSaid(record, files),
    ...(await presentPeople(ctx, record)),
    ...(await presentOutcome(record, files)),
    timeline: await presentTimeline(ctx, history, { record, files }),
    can: permittedActions(type, record, { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }),
  }
}

const presentSaid = (record: CaseDoc, files: ReadonlyMap<string, FileView>) => ({
  occurredAt: record.occurredAt?.toISOString(),
  words: record.words,
  voice: record.voiceFileId ? files.get(record.voiceFileId) : undefined,
  photos: record.photoFileIds.flatMap((id) => files.get(id) ?? []),
  place: { ...record.place, ...placeNames(record) },
})

const presentPeople = async (ctx: Context, record: CaseDoc) => {
  const { handler, requesterId, ownerUnitId } = record
  const isMe = requesterId === ctx.actor.id
  const ids = handler.personId ? [handler.personId] : []
  const contact = handler.personId ? await contactOf(handler.personId) : undefined
  const requester = await contactOf(requesterId)
  return {
    requester: { name: record.requesterName, phone: requester?.phone ? maskPhone(requester.phone) : undefined, isMe },
    owner: { unitId: ownerUnitId, name: unitName(ownerUnitId) },
    handler: {
      unitId: handler.unitId,
      unitName: unitName(handler.unitId),
      personId: handler.personId ?? undefined,
      name: handlerName(record, await namesOf(ids)),
      title: handler.personId ? (await titlesOf(ids)).get(handler.personId) : undefined,
      phone: contact?.phone,
      isMe: handler.personId === ctx.actor.id,
      since: handler.since.toISOString(),
    },
  }
}

const presentOutcome = async (record: CaseDoc, files: ReadonlyMap<string, FileView>) => {
  const { answer, asked, rating, answeredAt } = record
  const names = answer ? await namesOf([answer.byId]) : new Map<string, string>()
  return {
    asked: asked ? { question: asked.question, at: asked.at.toISOString() } : undefined,
    answer: answer
      ? { words: answer.words, photos: answer.photoFileIds.flatMap((id) => files.get(id) ?? []), at: answer.at.toISOString(), byName: names.get(answer.byId) ?? '' }
      : undefined,
    rating: rating ? { score: rating.score, words: rating.words, at: rating.at.toISOString() } : undefined,
    rateBy: record.state === 'answered' && answeredAt ? rateByOf(typeNamed(record.type), answeredAt).toISOString() : undefined,
    isUnrated: record.isUnrated,
    reopenedCount: record.reopenedCount,
    reason: record.reason ?? undefined,
  }
}


import { channelOf, undoByOf } from '@xiangli/shared/casework/channels'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { permittedActions, rateByOf } from '@xiangli/shared/casework/rules'
import type { CaseView } from '@xiangli/shared/casework/views'
import { maskPhone } from '@xiangli/shared/registry/rules'
import type { Context } from '../../../core/operation'
import type { CaseDoc, HistoryDoc } from '../case.model'
import { beside, parentOf } from '../parents'
import { partiesOn } from '../parties'
import { presentRisk } from '../risk'
import { typeNamed, typeOf } from '../types'
import { presentClock } from './clock'
import { presentMerged, sharedBy } from './merged'
import { mayReadUnsent } from './asking'
import { mayReadOpinion } from './opinion'
import { handlerName, placeNames, unitName } from './names'
import { requesterNameFor } from '../intake/requester'
import { titleFor } from './summary'
import { presentAbove, presentCalled, presentReturns } from './above'
import { presentHeld } from './held'
import { surroundingsOf, type Surroundings } from './surroundings'
import { historyOf, presentTimeline } from './timeline'
import { presentSealed } from '../sealed/present'
import { readableBy } from '../sealed/readable'

/**
 * The whole case as this actor may see it now, with what they can do. A history read or written along
 * with the record is taken when it ends where the record stands; else it is read.
 */
export const presentCase = async (ctx: Context, record: CaseDoc, known: readonly HistoryDoc[] = []): Promise<CaseView> => {
  const whole = known.at(-1)?.n === record.rev ? known : await historyOf(record._id)
  const history = readableBy(ctx.actor, record, whole)
  const [around, parent, sealed] = await Promise.all([surroundingsOf(record, history), parentOf(record), record.names === 'sealed' ? presentSealed(ctx, record) : undefined])
  const type = typeNamed(record.type)
  return {
    id: record._id,
    serial: record.serial,
    type: record.type,
    typeVersion: record.typeVersion,
    title: titleFor(record),
    category: record.category ?? undefined,
    categoryLabel: categoryOf(type, record.category ?? undefined)?.label,
    ...presentClock(record, ctx.now),
    ...presentSaid(record, around),
    ...presentPeople(ctx, record, around),
    ...presentOutcome(ctx, record, around),
    ...presentAbove(ctx, record, around),
    ...presentReturns(record),
    signing: presentSigning(ctx, record, around),
    called: presentCalled(record, ctx.now),
    about: record.about ?? undefined,
    ...presentRisk(ctx, record),
    ...(record.triage ? { triage: { deskName: unitName(record.triage.deskId), isTurnedAway: record.triage.turnedAwayAt !== null } } : {}),
    names: record.names,
    ...(sealed ? { sealed } : {}),
    heldBy: presentHeld(record, history, ctx.now),
    ...(parent ? { merged: await presentMerged(ctx, record, parent) } : {}),
    ...sharedBy(record),
    timeline: presentTimeline(ctx, history, { ...around, record }),
    // What they have handed in already is not asked for twice.
    can: permittedActions(typeOf(record), beside(record, parent), { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }).filter((action) => action !== sealed?.waiting?.action),
  }
}

const presentPlace = (record: CaseDoc, { names }: Surroundings) => {
  const { byId, ...place } = record.place
  const placedByName = byId === record.requesterId ? record.requesterName : names.get(byId ?? '')
  return { ...place, ...placeNames(record), ...(placedByName ? { placedByName } : {}) }
}

const presentSaid = (record: CaseDoc, around: Surroundings) => ({
  occurredAt: record.occurredAt?.toISOString(),
  words: record.released?.words ?? record.words,
  voice: record.voiceFileId ? around.files.get(record.voiceFileId) : undefined,
  photos: [...record.photoFileIds, ...(record.released?.photoFileIds ?? [])].flatMap((id) => around.files.get(id) ?? []),
  place: presentPlace(record, around),
})

const presentPeople = (ctx: Context, record: CaseDoc, { contacts, names, titles }: Surroundings) => {
  const { handler, requesterId, ownerUnitId, filedById } = record
  const isMe = requesterId === ctx.actor.id
  const phone = contacts.get(requesterId)?.phone
  return {
    requester: { name: requesterNameFor(ctx, record), phone: phone ? maskPhone(phone) : undefined, isMe },
    channel: channelOf(record),
    outside: record.outside ? { ...record.outside, due: record.outsideDue?.toISOString() } : undefined,
    filedBy: filedById ? { name: names.get(filedById) ?? '', title: titles.get(filedById), isMe: filedById === ctx.actor.id } : undefined,
    undoBy: record.channel === 'helper' ? undoByOf(record.receivedAt).toISOString() : undefined,
    wantsCallBack: record.wantsCallBack === true,
    owner: { unitId: ownerUnitId, name: unitName(ownerUnitId) },
    handler: {
      unitId: handler.unitId,
      unitName: unitName(handler.unitId),
      personId: handler.personId ?? undefined,
      name: handlerName(record, names),
      title: handler.personId ? titles.get(handler.personId) : undefined,
      phone: handler.personId ? contacts.get(handler.personId)?.phone : undefined,
      isMe: handler.personId === ctx.actor.id,
      since: handler.since.toISOString(),
      ...(handler.returnBy ? { returnBy: handler.returnBy.toISOString() } : {}),
    },
  }
}

const presentOutcome = (ctx: Context, record: CaseDoc, { files, names }: Surroundings) => {
  const { answer, asked, rating, answeredAt } = record
  return {
    asked: asked ? { question: asked.question, at: asked.at.toISOString() } : undefined,
    answer: answer
      ? { words: answer.words, photos: answer.photoFileIds.flatMap((id) => files.get(id) ?? []), at: answer.at.toISOString(), byName: names.get(answer.byId) ?? '', ...signatureOf(answer, names) }
      : undefined,
    rating: rating && mayReadOpinion(ctx, record) ? { score: rating.score, words: rating.words, at: rating.at.toISOString() } : undefined,
    rateBy: record.state === 'answered' && answeredAt ? rateByOf(typeOf(record), answeredAt).toISOString() : undefined,
    isUnrated: record.isUnrated,
    reopenedCount: record.reopenedCount,
    reason: record.reason ?? undefined,
  }
}

const signatureOf = ({ signedById, isUnsigned }: NonNullable<CaseDoc['answer']>, names: Surroundings['names']) => ({
  ...(signedById ? { signedByName: names.get(signedById) ?? '' } : {}),
  ...(isUnsigned ? { isUnsigned } : {}),
})

const presentSigning = (ctx: Context, record: CaseDoc, { files, names }: Surroundings): CaseView['signing'] => {
  const { signing } = record
  return signing && mayReadUnsent(ctx, record)
    ? {
        words: signing.words, byName: names.get(signing.byId) ?? '', unitName: unitName(signing.unitId),
        photos: signing.photoFileIds.flatMap((id) => files.get(id) ?? []), at: signing.at.toISOString(), due: signing.due.toISOString(),
      }
    : undefined
}

import { isPublishableCase } from '@xiangli/shared/casework/about'
import { isSealed } from '@xiangli/shared/casework/names'
import { whyNotAct } from '@xiangli/shared/casework/rules'
import type { SimilarCase } from '@xiangli/shared/casework/similar-views'
import { whyNotTogether } from '@xiangli/shared/casework/merge-rules'
import { defineQuery, type Context } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { maySee, partiesFor } from '../parties'
import { isWorkedOn, wordsOf } from '../places'
import { presentSeen, readSeen, type SeenAround } from '../present/seen'
import { titleFor } from '../present/summary'
import { seekSimilar, type Similar } from '../seek'
import { typeNamed, typeOf } from '../types'

/** What lies near a case and may be the same, to whoever works on it; nothing once it is over. */
export const listSimilar = defineQuery('casework.listSimilar', async (ctx, { caseId }) => {
  const record = needVisible(ctx, await Cases.one({ _id: caseId }))
  if (!isWorkedOn(record) || !isPublishableCase(record) || isSealed(record)) return { items: [] }
  const { category, place } = record
  const isShown = (other: CaseDoc): boolean => other._id !== caseId && isPublishableCase(other) && !isSealed(other) && maySee(ctx.actor, other)
  const matter = { category, words: wordsOf(record), villageId: place.villageId, ...(place.point ? { point: place.point } : {}) }
  const found = await seekSimilar({ type: typeNamed(record.type), matter, looker: 'staff', now: ctx.now, isShown })
  const around = await readSeen(found.map(({ found: { record: other } }) => other))
  return { items: found.map((each) => similarTo(ctx, record, { each, around })) }
})

const mayMerge = (ctx: Context, record: CaseDoc): boolean =>
  whyNotAct(typeOf(record), record, { action: 'merge', parties: partiesFor(ctx.actor, record, 'merge'), now: ctx.now }) === null

const similarTo = (ctx: Context, record: CaseDoc, { each: { found, likeness }, around }: { each: Similar; around: SeenAround }): SimilarCase => {
  const other = found.record
  const { metres, isSameVillage, isSameKind, isTextAlike } = likeness
  const both = mayMerge(ctx, record) && mayMerge(ctx, other)
  return {
    ...presentSeen(other, { around, isPublic: false }),
    why: { ...(metres === null ? {} : { metres: tens(metres) }), isSameVillage, isSameKind, isTextAlike },
    serial: other.serial,
    title: titleFor(other),
    requesterName: other.requesterName,
    rev: other.rev,
    canMergeInto: both && whyNotTogether(other, record) === null,
    canTakeIn: both && whyNotTogether(record, other) === null,
  }
}

const tens = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10)

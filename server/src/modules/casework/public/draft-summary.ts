import { draftAnswer, draftSummary as draftOf, isPublic, whyNotPublish } from '@xiangli/shared/casework/publication'
import type { PublicationDraft } from '@xiangli/shared/casework/public-views'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { fileViews } from '../../file'
import { needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { partiesFor } from '../parties'
import { spotNames } from '../present/names'
import { titleFor } from '../present/summary'
import { typeNamed } from '../types'
import { photosOfCase } from './photos-of-case'

const publishedOf = (record: CaseDoc): PublicationDraft['published'] => {
  const { publication } = record
  if (!publication) return undefined
  const { summary, answer, photoFileIds, isPublicPlace, at } = publication
  return { summary, answer: answer ?? undefined, photoFileIds, isPublicPlace, at: at.toISOString(), isSeen: isPublic(typeNamed(record.type), record) }
}

/** What the publishing person starts from; only for those who may publish it. */
export const draftSummary = defineQuery('casework.draftSummary', async (ctx, { caseId }) => {
  const record = await needCase(ctx, caseId)
  const parties = partiesFor(ctx.actor, record, 'publish')
  if (!parties.has('handler') && !parties.has('owner') && !parties.has('dispatcher')) return fail('casework.notYours')
  const ids = await photosOfCase(caseId)
  const views = await fileViews(ids)
  const refusal = whyNotPublish(typeNamed(record.type), record)
  return {
    summary: draftOf({ title: titleFor(record), words: record.title ?? record.words }),
    answer: draftAnswer(record.answer?.words),
    hasAnswer: record.answer !== null,
    photos: ids.flatMap((id) => views.get(id) ?? []),
    ...spotNames(record),
    hasPoint: record.place.by === 'point' && record.place.point !== undefined,
    ...(refusal ? { refusal: 'casework.notPublishable' as const } : {}),
    published: publishedOf(record),
  }
})

import { categoryOf } from '@xiangli/shared/casework/case-type'
import { publicSteps } from '@xiangli/shared/casework/publication'
import type { PublicCaseView, PublicSummary, WhyView } from '@xiangli/shared/casework/public-views'
import { whyRules, type WhyStep } from '@xiangli/shared/casework/why'
import { fileViews } from '../../file'
import { regionById, regionOnPath, unitById } from '../../region'
import { typeNamed } from '../types'
import type { PublicCaseDoc } from './public-case.model'
import { statusOf } from './public-keys'

type Files = Awaited<ReturnType<typeof fileViews>>

const placeNames = ({ villageId, gridId }: PublicCaseDoc) => {
  const village = villageId ? regionById(villageId) : undefined
  return {
    townName: village ? regionOnPath(village.path, 'town')?.shortName : undefined,
    villageId,
    villageName: village?.shortName,
    gridName: gridId ? regionById(gridId)?.name : undefined,
  }
}

const summaryOf = (doc: PublicCaseDoc, files: Files): PublicSummary => ({
  id: doc._id,
  serial: doc.serial,
  summary: doc.summary,
  category: doc.category ?? undefined,
  categoryLabel: categoryOf(typeNamed(doc.type), doc.category ?? undefined)?.label,
  state: doc.state,
  status: statusOf(doc.state),
  receivedAt: doc.receivedAt.toISOString(),
  updatedAt: doc.updatedAt.toISOString(),
  ...placeNames(doc),
  point: doc.point,
  unitName: unitById(doc.unitId)?.name ?? '',
  thumbUrl: files.get(doc.photoFileIds[0] ?? '')?.thumbUrl,
})

export const presentPublicSummaries = async (docs: readonly PublicCaseDoc[]): Promise<PublicSummary[]> => {
  const thumbs = await fileViews(docs.flatMap(({ photoFileIds }) => photoFileIds[0] ?? []))
  return docs.map((doc) => summaryOf(doc, thumbs))
}

const viewOf = (doc: PublicCaseDoc, files: Files): PublicCaseView => ({
  ...summaryOf(doc, files),
  closedAt: doc.closedAt?.toISOString(),
  dueAt: doc.dueAt?.toISOString(),
  answer: doc.answer ?? undefined,
  photos: doc.photoFileIds.flatMap((id) => files.get(id) ?? []),
  timeline: doc.timeline.map(({ action, at }) => ({ action, words: publicSteps[action], at: at.toISOString() })),
  publishedAt: doc.publishedAt.toISOString(),
  requesterName: doc.requesterName,
})

export const presentPublicCases = async (docs: readonly PublicCaseDoc[]): Promise<PublicCaseView[]> => {
  const files = await fileViews(docs.flatMap(({ photoFileIds }) => photoFileIds))
  return docs.map((doc) => viewOf(doc, files))
}

export const presentWhy = (steps: readonly WhyStep[]): WhyView[] =>
  steps.map(({ rule, version, at, facts }) => ({ rule, ...whyRules[rule], version, at: at.toISOString(), facts }))

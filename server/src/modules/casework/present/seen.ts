import { categoryOf } from '@xiangli/shared/casework/case-type'
import { cut } from '@xiangli/shared/core/words'
import { fileViews } from '../../file'
import type { CaseDoc } from '../case.model'
import { typeNamed } from '../types'
import { spotNames } from './names'
import { mayShowOthers, publicWords } from './public-words'

const MOST = 100

export type SeenAround = ReadonlyMap<string, string | undefined>

/** The first photo of each, small. */
export const readSeen = async (records: readonly CaseDoc[]): Promise<SeenAround> => {
  const files = await fileViews(records.flatMap(({ photoFileIds }) => photoFileIds[0] ?? []))
  return new Map([...files].map(([id, { thumbUrl }]) => [id, thumbUrl]))
}

/** What is enough to tell whether it is the same: photo, a hundred characters, state, since when, how many. */
export const presentSeen = (record: CaseDoc, { around, isPublic }: { around: SeenAround; isPublic: boolean }) => {
  const isShown = !isPublic || mayShowOthers(record)
  const words = isPublic ? publicWords(record) : record.words && cut(record.words, MOST)
  return {
    id: record._id,
    state: record.state,
    words,
    categoryLabel: categoryOf(typeNamed(record.type), record.category ?? undefined)?.label,
    thumbUrl: isShown ? around.get(record.photoFileIds[0] ?? '') : undefined,
    voiceSeconds: record.voiceSeconds,
    ...spotNames(record),
    receivedAt: record.receivedAt.toISOString(),
    supporters: record.supporterCount ?? 0,
    reports: 1 + record.childCount,
  }
}

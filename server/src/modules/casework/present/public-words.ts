import { isPublishableCase } from '@xiangli/shared/casework/about'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { maskWords } from '@xiangli/shared/casework/mask-words'
import { isSealed } from '@xiangli/shared/casework/names'
import { titleOf } from '@xiangli/shared/casework/rules'
import { isForOthers } from '@xiangli/shared/casework/similar'
import { cut } from '@xiangli/shared/core/words'
import type { CaseDoc } from '../case.model'
import { wordsOf } from '../places'
import { typeNamed } from '../types'

type Worded = Pick<CaseDoc, 'type' | 'title' | 'words' | 'category' | 'voiceSeconds'> & Partial<Pick<CaseDoc, 'about' | 'names'>>

const MOST = 100

export const mayShowOthers = (record: Worded): boolean =>
  isPublishableCase(record) && !isSealed(record) && isForOthers(typeNamed(record.type), { category: record.category, words: wordsOf(record) })

/** The first hundred characters with what identifies people masked; nothing of a case that is nobody else's affair. */
export const publicWords = (record: Worded): string | undefined =>
  record.words && mayShowOthers(record) ? cut(maskWords(record.words), MOST) : undefined

/** A line for those who are not the requester: its words masked, else only its kind. */
export const publicTitle = (record: Worded): string => {
  const label = categoryOf(typeNamed(record.type), record.category ?? undefined)?.label ?? '反映的事'
  if (!mayShowOthers(record)) return label
  const line = titleOf({ title: record.title, words: record.words ?? null, categoryLabel: label })
  return maskWords(line)
}

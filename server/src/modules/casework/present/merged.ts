import type { CaseView } from '@xiangli/shared/casework/views'
import { maskWords } from '@xiangli/shared/casework/mask-words'
import type { Context } from '../../../core/operation'
import { fileViews } from '../../file'
import type { CaseDoc } from '../case.model'
import { maySee } from '../parties'
import { presentClock } from './clock'
import { handlerName, handlerNames } from './names'
import { mayShowOthers, publicTitle } from './public-words'

/** Left out while nobody does, so that most cases carry nothing more. */
export const sharedBy = ({ supporterCount, childCount }: CaseDoc) => ({
  ...(supporterCount ? { supporterCount } : {}),
  ...(childCount ? { childCount } : {}),
})

/** The case it is worked on with, to staff who may open it and to a requester who hears how it goes but not whose it is. */
export const presentMerged = async (ctx: Context, child: CaseDoc, parent: CaseDoc): Promise<NonNullable<CaseView['merged']>> => {
  // Of one kind they are one matter; a parent that became somebody's own affair answers its own requester alone.
  const answer = mayShowOthers(parent) || parent.category === child.category ? parent.answer : null
  const [files, names] = await Promise.all([fileViews(answer?.photoFileIds ?? []), handlerNames([parent])])
  return {
    ...(maySee(ctx.actor, parent) ? { id: parent._id } : {}),
    serial: parent.serial,
    title: publicTitle(parent),
    ...presentClock(parent, ctx.now),
    at: (child.merged?.at ?? child.updatedAt).toISOString(),
    handlerName: handlerName(parent, names),
    answer: answer ? { words: maskWords(answer.words), photos: answer.photoFileIds.flatMap((id) => files.get(id) ?? []), at: answer.at.toISOString() } : undefined,
  }
}

import { hasPrivateWords } from '@xiangli/shared/casework/mask-words'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { act, needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { presentCase } from '../present/view'
import { dropPublic, putPublic } from './keep-public'
import { photosOfCase } from './photos-of-case'

type Input = ParsedOf<'casework.publish'>

const refusePrivate = ({ summary, answer }: Input): void => {
  if (hasPrivateWords(summary)) fail('casework.privateWords', { field: 'summary' })
  if (answer && hasPrivateWords(answer)) fail('casework.privateWords', { field: 'answer' })
}

const refuseStrangePhotos = async (caseId: string, photoFileIds: readonly string[]): Promise<void> => {
  if (photoFileIds.length === 0) return
  const own = new Set(await photosOfCase(caseId))
  if (photoFileIds.some((id) => !own.has(id))) fail('casework.notItsPhoto', { field: 'photoFileIds' })
}

/** Publishing again is how it is edited: the case's revision decides between two who do it at once. */
export const publish = defineCommand('casework.publish', {
  run: async (ctx, input) => {
    const { caseId, rev, summary, answer, photoFileIds, isPublicPlace } = input
    refusePrivate(input)
    const updated = await act(ctx, { caseId, rev }, {
      action: 'publish',
      event: 'casework.published',
      outcome: async () => {
        await refuseStrangePhotos(caseId, photoFileIds)
        return { publication: { summary, answer: answer ?? null, photoFileIds, isPublicPlace, at: ctx.now, byId: ctx.actor.id } }
      },
      said: { words: summary },
    })
    await putPublic(updated)
    return updated
  },
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
})

const withdrawn = async (ctx: CommandContext, { caseId, rev, reason }: ParsedOf<'casework.unpublish'>): Promise<CaseDoc> => {
  const updated = await act(ctx, { caseId, rev }, {
    action: 'unpublish',
    event: 'casework.unpublished',
    outcome: () => ({ publication: null }),
    said: { words: reason },
  })
  await dropPublic(caseId)
  return updated
}

export const unpublish = defineCommand('casework.unpublish', {
  run: withdrawn,
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
})

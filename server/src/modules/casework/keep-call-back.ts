import { nextTryAfter, type CallEnd } from '@xiangli/shared/casework/call-back'
import type { CommandContext } from '../../core/operation'
import { workingTime } from '../calendar'
import { CallBacks } from './call-back.model'
import type { CaseDoc } from './case.model'

/** What a step puts on the row of the open round besides moving the case. */
export interface OnCall {
  end?: CallEnd
  words?: string | undefined
}

interface Change {
  before: CaseDoc
  after: CaseDoc
  call?: OnCall
}

/** The rows follow the case: in the same transaction, guarded by the compare-and-set on the case itself. */
export const keepCallBack = async (ctx: CommandContext, change: Change): Promise<void> => {
  const [old, now] = [change.before.callBack ?? null, change.after.callBack ?? null]
  if (old && old.id !== now?.id) await endRow(ctx, change)
  else if (old && now && old.tries !== now.tries) {
    await CallBacks.change({ _id: now.id }, {
      $set: { nextTry: nextTryAfter(ctx.now, workingTime()), scopeKeys: change.after.scopeKeys },
      $push: { tries: { at: ctx.now, byId: ctx.actor.id } },
    })
  }
  if (now && old?.id !== now.id) await openRow(ctx, change.after)
}

const endRow = async (ctx: CommandContext, { before, after, call }: Change): Promise<void> => {
  const ended = call?.end ?? (after.callBack ? 'missed' : 'overtaken')
  await CallBacks.change({ _id: before.callBack!.id }, {
    $set: { ended, endedAt: ctx.now, scopeKeys: after.scopeKeys, ...(call ? { byId: ctx.actor.id } : {}), ...(call?.words ? { words: call.words } : {}) },
    ...(ended === 'noReply' ? { $push: { tries: { at: ctx.now, byId: ctx.actor.id } } } : {}),
  })
}

const openRow = async (ctx: CommandContext, { _id: caseId, callBack, scopeKeys }: CaseDoc): Promise<void> => {
  const { id, round, kind, due } = callBack!
  await CallBacks.add({ _id: id, county: ctx.county, caseId, round, kind, due, scopeKeys, tries: [], nextTry: ctx.now, ended: null, endedAt: null })
}

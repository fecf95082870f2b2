import type { CaseType } from '@xiangli/shared/casework/case-type'
import { stoppedClock, type Clock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import type { OpenState } from '@xiangli/shared/casework/states'
import type { CommandContext } from '../../core/operation'
import { take } from './act'
import { presentHandler } from './assignees'
import { Cases, type CaseDoc } from './case.model'
import { typeOf } from './types'

const clockOf = ({ acceptBy, yellowAt, redAt, remainingMinutes, limitFrom, limitMinutes }: CaseRecord): Clock => ({
  acceptBy, yellowAt, redAt, remainingMinutes, limitFrom, limitMinutes,
})

interface Pair {
  child: CaseDoc
  parent: CaseDoc
  type: CaseType
}

/** The child stops where it stands and keeps what it was. Guarded by its own revision, like every step. */
export const mergeInto = (ctx: CommandContext, { child, parent, type }: Pair): Promise<CaseDoc> => {
  const before = { ...clockOf(child), state: child.state as OpenState, asked: child.asked }
  const outcome = () => ({ ...stoppedClock, closedAt: ctx.now, asked: null, merged: { intoId: parent._id, at: ctx.now, before } })
  return take(ctx, { record: child, type, step: { action: 'merge', event: 'casework.merged', outcome } })
}

/**
 * What it was before: state, owner, and the limits that ran from its first submission, so the time it
 * was merged counts. Whoever has left the post meanwhile hands it to their desk.
 */
export const restored = async (ctx: CommandContext, record: CaseDoc): Promise<Partial<CaseRecord>> => {
  const { state: _state, ...before } = record.merged?.before ?? { state: record.state }
  return { ...before, closedAt: null, merged: null, handler: await presentHandler(record, ctx.now) }
}

/** The parent counts one less, in the same transaction as the child that leaves it; nothing to do for a case that was not merged. */
export const letGo = async (ctx: CommandContext, { merged, state }: CaseDoc): Promise<void> => {
  if (state !== 'merged' || !merged) return
  const parent = await Cases.need({ _id: merged.intoId })
  const outcome = () => ({ childCount: Math.max(0, parent.childCount - 1) })
  await take(ctx, { record: parent, type: typeOf(parent), step: { action: 'letGo', event: 'casework.letGo', outcome } })
}

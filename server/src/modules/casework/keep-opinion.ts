import { CALL_RESULTS, type CallResult } from '@xiangli/shared/casework/call-back'
import { opinionAfter } from '@xiangli/shared/casework/satisfaction'
import { dayOf } from '@xiangli/shared/core/time'
import type { CommandContext } from '../../core/operation'
import type { CaseDoc } from './case.model'
import type { OnCall } from './keep-call-back'
import { Opinions } from './opinion.model'

interface Change {
  before: CaseDoc
  after: CaseDoc
  call?: OnCall
}

const idOf = ({ _id, answeredAt }: CaseDoc): string => `${_id}:${answeredAt!.getTime()}`

const RESULTS: ReadonlySet<string> = new Set(CALL_RESULTS)

const saidBy = ({ before, after, call }: Change): Parameters<typeof opinionAfter>[1] | null => {
  if (call?.end && RESULTS.has(call.end)) return call.end as CallResult
  if (after.state === 'handling') return 'notFixed'
  if (after.rating && !before.rating) return { score: after.rating.score }
  return after.isUnrated && !before.isUnrated ? 'unrated' : null
}

/** One row per answer, changed only by steps of its own case: guarded by the compare-and-set there. */
export const keepOpinion = async (ctx: CommandContext, change: Change): Promise<void> => {
  const { before, after } = change
  if (!before.answeredAt && after.answeredAt) return addWaiting(ctx, after)
  if (!before.answeredAt) return
  const _id = idOf(before)
  if (after.state === 'withdrawn') return void (await Opinions.removeMany({ _id }))
  const said = saidBy(change)
  const row = said ? await Opinions.one({ _id }) : null
  const opinion = row && said ? opinionAfter(row.opinion, said) : null
  if (row && opinion && opinion !== row.opinion) await Opinions.change({ _id }, { $set: { opinion } })
}

const addWaiting = async (ctx: CommandContext, after: CaseDoc): Promise<void> => {
  const answeredAt = after.answeredAt!
  await Opinions.upsert({ _id: idOf(after) }, {
    $setOnInsert: { county: ctx.county, caseId: after._id, unitId: after.answer?.ownerUnitId ?? after.ownerUnitId, month: dayOf(answeredAt).slice(0, 7), answeredAt, opinion: 'waiting' },
  })
}

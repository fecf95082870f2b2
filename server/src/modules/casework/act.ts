import type { CaseAction, CaseType } from '@xiangli/shared/casework/case-type'
import { hearersOf } from '@xiangli/shared/casework/channels'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { whyNotAct } from '@xiangli/shared/casework/rules'
import type { EventName } from '@xiangli/shared/catalog/events'
import { fail, refuse } from '../../core/fail'
import { newId } from '../../core/ids'
import type { CommandContext, Context } from '../../core/operation'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from './case.model'
import { claimSaid } from './claim-said'
import { keepCallBack, type OnCall } from './keep-call-back'
import { keepOpinion } from './keep-opinion'
import { keepSupervision, type OnForm } from './keep-supervision'
import { withParent } from './parents'
import { maySee, partiesFor } from './parties'
import { settled } from './settle'
import { typeOf } from './types'

interface Aim {
  caseId: string
  /** What the person was looking at; another revision is refused rather than overwritten. */
  rev?: number | undefined
}

type Said = Pick<HistoryDoc, 'words' | 'photoFileIds' | 'voiceFileId' | 'score' | 'fromTemplate'>

/** Words said at a step stand in its history, where the case's readers find them; the journal holds none. */
export interface Step {
  action: CaseAction
  /** Whose right it takes, where the step is kept under another name. */
  judgedAs?: CaseAction
  event: EventName | ((after: CaseDoc) => EventName)
  /** The outcome of the step, laid over the record; state and updatedAt are the engine's. */
  outcome: (record: CaseDoc, type: CaseType) => Partial<CaseRecord> | Promise<Partial<CaseRecord>>
  /** Files the step takes into use, where they are not what it says. */
  claims?: { photoFileIds: readonly string[] }
  said?: { [K in keyof Said]: Said[K] | undefined }
  /** What the step puts on the supervision's form. */
  form?: OnForm
  /** What the step puts on the open call-back. */
  call?: OnCall
  /** What follows from it on other cases, in the same transaction. */
  after?: (before: CaseDoc) => Promise<void>
}

/** The case, if this actor may know of it; else it is not there. */
export const needCase = async (ctx: Context, caseId: string): Promise<CaseDoc> => {
  const record = await Cases.one({ _id: caseId })
  ctx.scopeApplied = true
  return record && maySee(ctx.actor, record) ? record : fail('core.notFound')
}

/**
 * One step of one case: load → may this party do it now → outcome → compare-and-set → history → event.
 * Two writers meet at `rev` and at the unique history entry; one goes through.
 */
export const act = async (ctx: CommandContext, { caseId, rev }: Aim, step: Step): Promise<CaseDoc> => {
  const record = await needCase(ctx, caseId)
  const type = typeOf(record)
  const action = step.judgedAs ?? step.action
  const parties = partiesFor(ctx.actor, record, action)
  // Somebody was quicker: that is said first, whatever their step made of this one.
  if (rev !== undefined && rev !== record.rev) fail('core.staleRevision', { details: { rev: record.rev } })
  refuse(whyNotAct(type, await withParent(record), { action, parties, now: ctx.now }))
  return take(ctx, { record, type, step })
}

/** The step itself, once it is known that it may be done: outcome → compare-and-set → history → event. */
export const take = async (ctx: CommandContext, { record, type, step }: Settling): Promise<CaseDoc> => {
  const caseId = record._id
  const set = await settle(ctx, { record, type, step })
  const updated = (await Cases.change({ _id: caseId, rev: record.rev }, { $set: { ...set, rev: record.rev + 1 } })) ?? fail('core.staleRevision')
  const entry = entryOf(ctx, { record, step, set })
  await claimSaid(ctx, caseId, step.claims ?? entry)
  await Histories.add(entry)
  await keepSupervision(ctx, { before: record, after: updated, ...(step.form ? { form: step.form } : {}) })
  const change = { before: record, after: updated, ...(step.call ? { call: step.call } : {}) }
  await keepCallBack(ctx, change)
  await keepOpinion(ctx, change)
  tell(ctx, { before: record, after: updated, step })
  await step.after?.(record)
  return updated
}

interface Settling {
  record: CaseDoc
  type: CaseType
  step: Step
}

const settle = async (ctx: CommandContext, { record, type, step }: Settling): Promise<Partial<CaseRecord>> =>
  settled(record, await step.outcome(record, type), { type, action: step.action, now: ctx.now })

const entryOf = (ctx: CommandContext, { record, step, set }: { record: CaseDoc; step: Step; set: Partial<CaseRecord> }): HistoryDoc => {
  const { words, photoFileIds, voiceFileId, score, fromTemplate } = step.said ?? {}
  return {
    _id: newId(ctx.now),
    county: ctx.county,
    caseId: record._id,
    n: record.rev + 1,
    action: step.action,
    at: ctx.now,
    byId: ctx.actor.id,
    from: record.state,
    to: set.state ?? record.state,
    ...(words ? { words } : {}),
    ...(photoFileIds && photoFileIds.length > 0 ? { photoFileIds } : {}),
    ...(voiceFileId ? { voiceFileId } : {}),
    ...(score ? { score } : {}),
    ...(fromTemplate ? { fromTemplate } : {}),
    set,
  }
}

/** Both the place it left and the place it came to hear of it. */
const tell = (ctx: CommandContext, { before, after, step }: { before: CaseDoc; after: CaseDoc; step: Step }): void => {
  ctx.record({ type: 'case', id: after._id, rev: after.rev }, { regionPath: after.regionPath, scopeKeys: after.scopeKeys })
  const persons = [...hearersOf(after), after.handler.personId, before.handler.personId]
  ctx.emit({
    name: typeof step.event === 'function' ? step.event(after) : step.event,
    id: after._id,
    rev: after.rev,
    persons: [...new Set(persons.filter((id): id is string => id !== null))],
    staff: { operation: 'casework.listCases', scopeKeys: [...new Set([...before.scopeKeys, ...after.scopeKeys])] },
  })
}

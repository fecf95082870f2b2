import type { CaseType } from '@xiangli/shared/casework/case-type'
import { noLaterThan } from '@xiangli/shared/casework/clock'
import { MOST_CHILDREN, whyNotTogether } from '@xiangli/shared/casework/merge-rules'
import { whyNotAct } from '@xiangli/shared/casework/rules'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail, refuse } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { needCase, take } from '../act'
import { Cases, type CaseDoc } from '../case.model'
import { letGo, mergeInto, restored } from '../merging'
import { maySee, partiesFor } from '../parties'
import { paceOf } from '../pace'
import { presentCase } from '../present/view'
import { stepCommand } from '../step-command'
import { typeOf } from '../types'

type Input = ParsedOf<'casework.merge'>

/**
 * Many to one, all or nothing: the parent and every child are each compared and set at the revision
 * that was judged, in one transaction and in one order. Whoever closes, answers or withdraws one of
 * them at the same moment is before it or after it.
 */
export const merge = defineCommand('casework.merge', {
  run: async (ctx, input) => {
    const parent = await needCase(ctx, input.caseId)
    const type = typeOf(parent)
    refuseStep(ctx, { record: parent, type, rev: input.rev })
    const children = await childrenFor(ctx, input)
    if (parent.childCount + children.length > MOST_CHILDREN) fail('casework.tooManyMerged', { field: 'children' })
    for (const { child, rev } of children) {
      refuseStep(ctx, { record: child, type: typeOf(child), rev })
      refuse(whyNotTogether(parent, child), { field: 'children', details: { caseId: child._id } })
    }
    const updated = await takeIn(ctx, { parent, type, count: children.length, earliest: earliestOf(children), note: input.note })
    for (const { child } of children) await mergeInto(ctx, { child, parent, type })
    return updated
  },
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
})

const earliestOf = (children: readonly Chosen[]): Date | null =>
  children.flatMap(({ child }) => child.redAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0] ?? null

interface Chosen {
  child: CaseDoc
  rev: number | undefined
}

const childrenFor = async (ctx: CommandContext, { children }: Input): Promise<Chosen[]> => {
  const revs = new Map(children.map(({ caseId, rev }) => [caseId, rev]))
  const found = await Cases.list({ _id: { $in: [...revs.keys()] } }, { sort: { _id: 1 } })
  const seen = found.filter((child) => maySee(ctx.actor, child))
  if (seen.length < revs.size) fail('core.notFound', { field: 'children' })
  return seen.map((child) => ({ child, rev: revs.get(child._id) }))
}

const refuseStep = (ctx: CommandContext, { record, type, rev }: { record: CaseDoc; type: CaseType; rev: number | undefined }): void => {
  if (rev !== undefined && rev !== record.rev) fail('core.staleRevision', { details: { caseId: record._id, rev: record.rev } })
  const parties = partiesFor(ctx.actor, record, 'merge')
  refuse(whyNotAct(type, record, { action: 'merge', parties, now: ctx.now }), { details: { caseId: record._id } })
}

interface Taking {
  parent: CaseDoc
  type: CaseType
  count: number
  earliest: Date | null
  note: string | undefined
}

const takeIn = (ctx: CommandContext, { parent, type, count, earliest, note }: Taking): Promise<CaseDoc> =>
  take(ctx, {
    record: parent,
    type,
    step: {
      action: 'takeIn',
      event: 'casework.tookIn',
      // The earliest of their limits binds: merging a case that is nearly late into a fresh one gives nobody time.
      outcome: () => ({ childCount: parent.childCount + count, ...noLaterThan(earliest, parent.redAt, paceOf(type, parent.grade)) }),
      said: { words: note },
    },
  })

export const unmerge = stepCommand('casework.unmerge', (ctx, { reason }) => ({
  action: 'unmerge',
  event: 'casework.unmerged',
  outcome: (record) => restored(ctx, record),
  said: { words: reason },
  after: (before) => letGo(ctx, before),
}))

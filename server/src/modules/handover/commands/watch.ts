import { grantsOf, mayOn } from '@xiangli/shared/core/scope'
import { handsOver } from '@xiangli/shared/duty/rules'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { Cases, type CaseDoc } from '../../casework'
import { unitById, type Unit } from '../../region'
import { staffOf } from '../access'
import { Watches, type WatchDoc } from '../handover.model'

const MOST_OPEN = 200

/** One's own unit keeps an eye on what one may open. */
const needOwnUnit = (ctx: Context, unitId: string): Unit => {
  const isOwn = grantsOf(ctx.actor, ctx.operation).some((held) => held.unitId === unitId)
  return (isOwn ? unitById(unitId) : undefined) ?? fail('core.notFound')
}

const needCase = async (ctx: Context, caseId: string): Promise<CaseDoc> => {
  const record = await Cases.one({ _id: caseId })
  return record && mayOn(ctx.actor, 'casework.getCase', record.scopeKeys) ? record : fail('core.notFound')
}

const view = (_ctx: Context, { _id, rev }: WatchDoc) => ({ watchId: _id, rev })

export const watch = defineCommand('handover.watch', {
  run: async (ctx, { watchId, unitId, caseId, kind, note, until }) => {
    const unit = needOwnUnit(ctx, unitId)
    if (!handsOver(unit.kind)) fail('handover.noShifts', { field: 'unitId' })
    const { serial, regionPath } = await needCase(ctx, caseId)
    if ((await Watches.count({ unitId, isOpen: true }, MOST_OPEN)) >= MOST_OPEN) fail('handover.tooManyWatches')
    const doc = await Watches.add({
      _id: watchId, county: ctx.county, unitId, caseId, serial, kind, note, until: new Date(until), byId: ctx.actor.id, at: ctx.now, isOpen: true, rev: 1,
    })
    ctx.record({ type: 'watch', id: watchId }, { regionPath })
    const staff = staffOf(unit)
    ctx.emit({ name: 'handover.watched', id: watchId, rev: 1, ...(staff ? { staff } : {}) })
    return doc
  },
  present: view,
  reload: (_ctx, { id }) => Watches.need({ _id: id }),
})

export const endWatch = defineCommand('handover.endWatch', {
  run: async (ctx, { watchId, rev }) => {
    const found = await Watches.need({ _id: watchId })
    const unit = needOwnUnit(ctx, found.unitId)
    const ended = (await Watches.change({ _id: watchId, rev, isOpen: true }, { $set: { isOpen: false, rev: rev + 1 } })) ?? fail('core.staleRevision')
    ctx.record({ type: 'watch', id: watchId }, { regionPath: unit.regionPath })
    const staff = staffOf(unit)
    ctx.emit({ name: 'handover.watched', id: watchId, rev: rev + 1, ...(staff ? { staff } : {}) })
    return ended
  },
  present: view,
  reload: (_ctx, { id }) => Watches.need({ _id: id }),
})

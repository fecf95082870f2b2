import type { UnitSigning } from '@xiangli/shared/casework/contract/signing'
import { fail } from '../../../core/fail'
import { defineCommand, defineQuery } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { unitById } from '../../region'
import { unitName } from '../present/names'
import { Signings, type SigningDoc } from './signing.model'

const present = ({ unitId, isNeeded, version }: Pick<SigningDoc, 'unitId' | 'isNeeded' | 'version'>): UnitSigning => ({ unitId, unitName: unitName(unitId), isNeeded, version })

/** Compare-and-set by the version looked at; of two who set it first, the second meets the unique index. */
export const setSigning = defineCommand('casework.setSigning', {
  run: async (ctx, { unitId, isNeeded, version }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    if (!unitById(unitId)) fail('region.unknownUnit', { field: 'unitId' })
    const next = { isNeeded, version: version + 1, at: ctx.now, byId: personIdOf(ctx) }
    const doc = version === 0
      ? await Signings.add({ _id: `${ctx.county}:${unitId}`, county: ctx.county, unitId, ...next })
      : ((await Signings.change({ unitId, version }, { $set: next })) ?? fail('casework.signingChanged', { field: 'version' }))
    ctx.record({ type: 'unitSigning', id: doc._id, rev: doc.version })
    ctx.emit({ name: 'casework.signingSet', id: doc._id, rev: doc.version, staff: { operation: 'casework.listSigning', scopeKeys: [ctx.county] } })
    return doc
  },
  present: (_ctx, doc) => present(doc),
  reload: (_ctx, { id }) => Signings.need({ _id: id }),
})

const MOST = 1000

/** Whether a unit's answers are signed is no secret among staff. */
export const listSigning = defineQuery('casework.listSigning', async (ctx) => {
  ctx.scopeApplied = true
  return { items: (await Signings.list({}, { sort: { unitId: 1 }, limit: MOST, hint: 'signing_unit' })).map(present) }
})

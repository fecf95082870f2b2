import { stopFor } from '@xiangli/shared/casework/stoppers'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { ancestorsOf, scopeKeysOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { contactOf } from '../../identity'
import { regionById, regionOnPath, unitOfRegion } from '../../region'
import { Rings, type RingDoc } from '../intake/ring.model'
import { sealRingPhone } from '../intake/rings'
import { unitName } from '../present/names'
import { locateCase } from '../routing'
import { typeNamed } from '../types'

type Input = ParsedOf<'casework.ringDutyDesk'>

const phoneFor = async (ctx: Context, { phone }: Input): Promise<string> =>
  phone ?? (await contactOf(ctx.actor.id))?.phone ?? fail('casework.ringNeedsPhone', { field: 'phone' })

const stopSaid = ({ question, answer }: Input) =>
  stopFor(typeNamed('complaint'), { [question]: answer }) ?? fail('casework.noSuchStop', { field: 'answer' })

const ringOf = async (ctx: Context, input: Input): Promise<RingDoc> => {
  const { number, label } = stopSaid(input)
  const { point, villageId, words } = input.place
  if (villageId && regionById(villageId)?.level !== 'village') fail('region.unknown', { field: 'place.villageId' })
  const wish = { ...(point ? { point } : {}), ...(villageId ? { villageId } : {}), ...(words ? { words } : {}) }
  const { place, regionPath } = locateCase(wish, ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined)
  // The township's desk; who cannot be placed rings the county's.
  const desk = unitOfRegion(regionOnPath(regionPath, 'town')?.id ?? ancestorsOf(regionPath)[0] ?? ctx.county)
  return {
    _id: input.ringId,
    county: ctx.county,
    byId: ctx.actor.id,
    byName: ctx.actor.kind === 'person' ? ctx.actor.name : '',
    phone: sealRingPhone(input.ringId, await phoneFor(ctx, input)),
    number,
    label,
    deskUnitId: (desk ?? fail('region.unknownUnit')).id,
    place,
    regionPath,
    scopeKeys: scopeKeysOf(regionPath),
    at: ctx.now,
    isOpen: true,
    endedAt: null,
    endedById: null,
    note: null,
  }
}

/** 让值班室回电: the emergency number comes first and this beside it; no case is made of it. */
export const ringDutyDesk = defineCommand('casework.ringDutyDesk', {
  prepare: ringOf,
  run: async (ctx, _input, ring) => {
    await Rings.add(ring)
    ctx.record({ type: 'ring', id: ring._id }, { regionPath: ring.regionPath })
    ctx.emit({ name: 'casework.deskRung', id: ring._id, rev: 1, staff: { operation: 'casework.listRings', scopeKeys: ring.scopeKeys } })
    return ring
  },
  present: (_ctx, ring) => ({ ringId: ring._id, deskName: unitName(ring.deskUnitId) }),
  reload: (ctx, { id }) => Rings.need({ _id: id, byId: ctx.actor.id }),
})

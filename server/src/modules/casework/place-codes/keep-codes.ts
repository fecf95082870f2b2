import { randomBytes } from 'node:crypto'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import type { NewPlaceCode } from '@xiangli/shared/casework/contract/place-codes'
import { codeFrom } from '@xiangli/shared/casework/place-codes'
import { mayOn, scopeKeysOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { placeOf, regionById } from '../../region'
import { typeNamed } from '../types'
import { PlaceCodes, type PlaceCodeDoc } from './place-code.model'
import { presentCodes } from './present'

/** The grid it stands in: as chosen, else as the point says. A point outside the chosen place is a slip of the hand. */
const placed = ({ villageId, gridId, point }: NewPlaceCode, at: number): { gridId?: string; regionPath: string } => {
  const village = regionById(villageId)
  if (village?.level !== 'village') return fail('region.unknown', { field: `codes.${at}.villageId` })
  const grid = gridId ? regionById(gridId) : undefined
  if (gridId && grid?.parentId !== villageId) return fail('region.unknown', { field: `codes.${at}.gridId` })
  const found = point ? placeOf(point) : null
  if (point && (found?.villageId !== villageId || (gridId && found.gridId !== gridId))) return fail('casework.codePointElsewhere', { field: `codes.${at}.point` })
  const finest = grid ?? (found ? regionById(found.gridId) : undefined) ?? village
  return { ...(finest.level === 'grid' ? { gridId: finest.id } : {}), regionPath: finest.path }
}

const newCode = (ctx: CommandContext, item: NewPlaceCode, at: number): PlaceCodeDoc => {
  const { gridId, regionPath } = placed(item, at)
  const scopeKeys = scopeKeysOf(regionPath)
  if (!mayOn(ctx.actor, 'casework.addPlaceCodes', scopeKeys)) fail('casework.codeOutsideScope', { field: `codes.${at}.villageId` })
  if (item.category && !categoryOf(typeNamed('complaint'), item.category)) fail('casework.unknownCategory', { field: `codes.${at}.category` })
  return {
    _id: item.id,
    county: ctx.county,
    code: codeFrom([...randomBytes(7)]),
    name: item.name,
    kind: item.kind,
    villageId: item.villageId,
    ...(gridId ? { gridId } : {}),
    ...(item.point ? { point: item.point } : {}),
    ...(item.category ? { category: item.category } : {}),
    ...(item.words ? { words: item.words } : {}),
    regionPath,
    scopeKeys,
    madeAt: ctx.now,
    madeById: personIdOf(ctx),
    isRetired: false,
    retiredAt: null,
  }
}

/** 做地点码: all of a sheet or none of it; sent twice it meets its own ids. */
export const addPlaceCodes = defineCommand('casework.addPlaceCodes', {
  run: async (ctx, { codes }): Promise<PlaceCodeDoc[]> => {
    const docs = codes.map((item, at) => newCode(ctx, item, at))
    await PlaceCodes.addMany(docs)
    for (const { _id } of docs) ctx.record({ type: 'placeCode', id: _id }, { regionPath: docs[0]!.regionPath })
    return docs
  },
  present: async (_ctx, docs) => ({ items: await presentCodes(docs) }),
  reload: (_ctx, _target, { codes }) => PlaceCodes.list({ _id: { $in: codes.map(({ id }) => id) } }),
})

/** 停用: never undone, so that letters once on a wall never mean another place. */
export const retirePlaceCode = defineCommand('casework.retirePlaceCode', {
  run: async (ctx, { codeId, reason }): Promise<PlaceCodeDoc> => {
    const found = needVisible(ctx, await PlaceCodes.one({ _id: codeId }))
    // Twice is once: the first reason stays.
    const retired = await PlaceCodes.change({ _id: codeId, isRetired: false }, { $set: { isRetired: true, retiredAt: ctx.now, retiredById: personIdOf(ctx), reason } })
    ctx.record({ type: 'placeCode', id: codeId }, { regionPath: found.regionPath, reason })
    return retired ?? found
  },
  present: async (_ctx, doc) => (await presentCodes([doc]))[0]!,
  reload: async (ctx, { id }) => needVisible(ctx, await PlaceCodes.one({ _id: id })),
})

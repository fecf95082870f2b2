import { roughMetres } from '@xiangli/shared/casework/similar'
import type { SimilarReport } from '@xiangli/shared/casework/similar-views'
import { defineQuery, type Context } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { placeOf } from '../../region'
import type { CaseDoc } from '../case.model'
import { presentSeen, readSeen, type SeenAround } from '../present/seen'
import { mayShowOthers } from '../present/public-words'
import { seekSimilar, type Similar } from '../seek'
import { Supporters } from '../supporter.model'
import { typeNamed } from '../types'

/**
 * Before a villager submits: has somebody said so already? Only where their draft lies, never who, never
 * the spot: metres are measured to the middle of a hundred-metre square and rounded up.
 */
export const findSimilar = defineQuery('casework.findSimilar', async (ctx, { type: typeName, category, point, villageId, words }) => {
  const me = personIdOf(ctx)
  const type = typeNamed(typeName)
  const located = point ? placeOf(point) : null
  const home = ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined
  const village = located?.villageId ?? villageId ?? home
  const matter = { category: category ?? null, words: words ?? null, villageId: village, ...(located && point ? { point } : {}) }
  const isShown = (record: CaseDoc): boolean => record.requesterId === me || mayShowOthers(record)
  const found = await seekSimilar({ type, matter, looker: 'villager', now: ctx.now, isShown })
  const around = await readSeen(found.map(({ found: { record } }) => record))
  const joined = await joinedOf(me, found)
  return { items: found.map((each) => reportOf(ctx, each, { around, joined })) }
})

const joinedOf = async (accountId: string, found: readonly Similar[]): Promise<Set<string>> => {
  const rows = await Supporters.list({ accountId, caseId: { $in: found.map(({ found: { id } }) => id) } }, { projection: { caseId: 1 } })
  return new Set(rows.map(({ caseId }) => caseId))
}

interface Around {
  around: SeenAround
  joined: ReadonlySet<string>
}

const reportOf = (ctx: Context, { found: { record }, likeness }: Similar, { around, joined }: Around): SimilarReport => {
  const { isSameVillage, isSameKind, isTextAlike } = likeness
  const metres = likeness.metres === null ? undefined : roughMetres(likeness.metres)
  return {
    ...presentSeen(record, { around, isPublic: true }),
    why: { ...(metres === undefined ? {} : { metres }), isSameVillage, isSameKind, isTextAlike },
    isMine: record.requesterId === ctx.actor.id,
    isJoined: joined.has(record._id),
  }
}

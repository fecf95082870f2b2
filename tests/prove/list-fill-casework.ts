import { AWAITED } from '@xiangli/shared/casework/supervision'
import { OPINIONS } from '@xiangli/shared/casework/satisfaction'
import { CALL_ENDS } from '@xiangli/shared/casework/call-back'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { DAY } from '@xiangli/shared/core/time'
import { SUPERVISION_ENDS } from '../../server/src/modules/casework/supervision.model'
import { sealRingPhone } from '../../server/src/modules/casework/intake/rings'
import { publicKeysOf, statusOf } from '../../server/src/modules/casework/public/public-keys'
import { regionById, unitOfRegion } from '../../server/src/modules/region'
import { caseFor, fill, idAt, NOBODY, someTime, type Filling, type Row } from './list-fill'

const MANY = 40_000
const SOME = 10_000

const soon = ({ now, dice }: Filling): Date => new Date(now.getTime() + dice.between(-20, 10) * DAY)

const supervision = (filling: Filling): Row => {
  const { dice, town: { county } } = filling
  const { _id: caseId, scopeKeys, ownerUnitId, regionPath } = caseFor(filling)
  // At red it moved to the township.
  const unitId = dice.chance(0.5) ? ownerUnitId : unitOfRegion(ancestorsOf(regionPath as string)[1]!).id
  const since = someTime(filling)
  const ended = dice.chance(0.5) ? null : dice.pick(SUPERVISION_ENDS)
  return {
    _id: idAt(since), county, caseId, kind: 'overdue', level: 1, since, isTop: false, unitId, awaits: dice.pick(AWAITED),
    due: ended ? new Date(since.getTime() + DAY) : soon(filling), scopeKeys, ended, endedAt: ended ? since : null,
  }
}

const callBack = (filling: Filling, round: number): Row => {
  const { dice, town: { county } } = filling
  const { _id: caseId, scopeKeys } = caseFor(filling)
  const due = someTime(filling)
  const ended = dice.chance(0.5) ? null : dice.pick(CALL_ENDS)
  return { _id: idAt(due), county, caseId, scopeKeys, round, kind: 'first', for: due, due, tries: [], nextTry: soon(filling), ended, endedAt: ended ? due : null }
}

const opinion = (filling: Filling, { unitId, month, at }: { unitId: string; month: string; at: number }): Row => {
  const { dice, town: { county } } = filling
  const answeredAt = new Date(new Date(`${month}-01T00:00:00Z`).getTime() + dice.between(0, 27 * DAY))
  const { _id: caseId, ownerUnitId } = caseFor(filling)
  return { _id: `${caseId}:${at}`, county, caseId, unitId: at % 4 === 0 ? unitId : (ownerUnitId as string), month: at % 8 < 6 ? month : '2026-05', answeredAt, opinion: dice.pick(OPINIONS) }
}

const ring = (filling: Filling): Row => {
  const { dice, town: { county } } = filling
  const { scopeKeys, regionPath, place } = caseFor(filling)
  const at = someTime(filling)
  const _id = idAt(at)
  const isOpen = dice.chance(0.3)
  return {
    _id, county, byId: idAt(at), byName: '李秀英', phone: sealRingPhone(_id, '13812345678'), number: '119', label: '火警', deskUnitId: 'd', place, regionPath,
    scopeKeys: (scopeKeys as string[]).filter((key) => !key.includes(':')), at, isOpen, endedAt: isOpen ? null : at, endedById: null, note: null,
  }
}

const placeCode = (filling: Filling, at: number): Row => {
  const { dice, town: { county } } = filling
  const { place: { villageId }, scopeKeys, regionPath } = caseFor(filling)
  const madeAt = someTime(filling)
  const isRetired = dice.chance(0.5)
  return {
    _id: idAt(madeAt), county, code: `X${at}`, name: '村口路灯', kind: 'lamp', villageId, regionPath, madeAt, madeById: NOBODY, isRetired, retiredAt: isRetired ? madeAt : null,
    scopeKeys: (scopeKeys as string[]).filter((key) => !key.includes('@') && !key.includes(':')),
  }
}

const published = (filling: Filling): Row => {
  const { town: { county } } = filling
  const { serial, state, category, place: { villageId, gridId }, ownerUnitId: unitId } = caseFor(filling)
  const receivedAt = someTime(filling)
  const finest = regionById(gridId ?? villageId)!
  const keys = publicKeysOf(ancestorsOf(finest.path), { category, status: statusOf(state) })
  return {
    _id: idAt(receivedAt), county, isShown: true, rev: 1, serial, type: 'complaint', summary: '路灯不亮', answer: null, category, state, unitId, photoFileIds: [], timeline: [], why: [],
    villageId, ...(gridId ? { gridId } : {}), spot: finest.centre, spotIs: gridId ? 'grid' : 'village', receivedAt, updatedAt: receivedAt, closedAt: null, dueAt: null, publishedAt: receivedAt, keys,
  }
}

/** Years of what hangs on cases: forms, calls, opinions, rings, codes, the public side, followers. */
export const fillCasework = async (filling: Filling, { month, readerIds }: { month: string; readerIds: readonly string[] }): Promise<void> => {
  const { town: { county, here } } = filling
  const unitId = unitOfRegion(here.villageId).id
  await fill('supervisions', MANY, () => supervision(filling))
  await fill('call_backs', MANY, (at) => callBack(filling, at))
  await fill('opinions', MANY, (at) => opinion(filling, { unitId, month, at }))
  await fill('desk_rings', SOME, () => ring(filling))
  await fill('place_codes', SOME, (at) => placeCode(filling, at))
  await fill('public_cases', MANY, () => published(filling))
  // Half of them of one reader after the other, a case each time another.
  await fill('case_supporters', SOME, (at) => {
    const joined = someTime(filling)
    const accountId = at < SOME / 2 ? readerIds[at % readerIds.length] : `a${at}`
    return { _id: idAt(joined), county, caseId: filling.county[Math.floor(at / readerIds.length) % filling.county.length]!._id, accountId, at: joined }
  })
}

import { cut } from '@xiangli/shared/core/words'
import type { CommandReaction } from '../../../core/module'
import { staffOfUnit, withoutSuspended } from '../../identity'
import { placeNames } from '../present/names'
import { Rings } from './ring.model'

const decide: CommandReaction['decide'] = async ({ event, row }) => {
  const ring = await Rings.one({ _id: event.id })
  if (!ring) return null
  const staff = await withoutSuspended(await staffOfUnit(ring.deskUnitId, 'casework.revealRing', row.at))
  const people = [...new Set(staff.map(({ accountId }) => accountId))].filter((id) => id !== row.actorId)
  if (people.length === 0) return null
  const { townName, villageName, gridName } = placeNames(ring)
  const where = [townName, villageName, gridName, ring.place.words].filter(Boolean).join(' ') || '没说在哪里'
  const about = { type: 'ring' as const, id: ring._id }
  const notices = people.map((to) => ({ to, kind: 'todo' as const, title: `急事请回电：${ring.label}`, body: cut(`${where}。已请对方打 ${ring.number}，号码在工作台上看。`, 200), about }))
  return { operation: 'notice.deliver', input: { eventId: row._id, notices } }
}

export const ringReactions: readonly CommandReaction[] = [{ kind: 'command', name: 'casework.ring', on: ['casework.deskRung'], decide }]

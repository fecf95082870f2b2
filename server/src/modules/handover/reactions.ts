import { spanWords } from '@xiangli/shared/duty/labels'
import type { CommandReaction, Occurred } from '../../core/module'
import { unitById } from '../region'
import { Handovers, Rings } from './handover.model'

interface Words {
  unitId: string
  kind: 'todo' | 'progress'
  title: string
  body: string
}

const ofHandover = async (id: string, isSigned: boolean): Promise<Words | null> => {
  const handover = await Handovers.one({ _id: id })
  if (!handover) return null
  const { unitId, from, to, at, items } = handover
  const unit = unitById(unitId)?.name ?? ''
  const urgent = items.filter(({ group }) => group === 'urgent').length
  const shift = spanWords({ from, to }, at)
  if (!isSigned) return { unitId, kind: 'progress', title: `已接班：${unit}`, body: `${shift} 的班已有人签字接下，紧急事项不再催您` }
  return { unitId, kind: 'todo', title: `请签字接班：${unit}`, body: `${shift} 的班已签交班，紧急 ${urgent} 件，单上共 ${items.length} 件；您签字前，紧急事项仍催上一班` }
}

const ofRing = async (id: string): Promise<Words | null> => {
  const ring = await Rings.one({ _id: id })
  if (!ring) return null
  const { unitId, cases, hasMore } = ring
  return { unitId, kind: 'todo', title: `没人接班签字：${unitById(unitId)?.name ?? ''}`, body: `您班上的 ${cases}${hasMore ? ' 多' : ''} 件紧急事项还在您手里，请联系下一班签字接班` }
}

const wordsOf = ({ name, id }: Occurred['event']): Promise<Words | null> => (name === 'handover.rang' ? ofRing(id) : ofHandover(id, name === 'handover.signed'))

const tellShifts: CommandReaction = {
  kind: 'command',
  name: 'handover.tell',
  on: ['handover.signed', 'handover.accepted', 'handover.rang'],
  decide: async ({ event, row }) => {
    const people = [...new Set(event.persons ?? [])].filter((id) => id !== row.actorId)
    const words = people.length > 0 ? await wordsOf(event) : null
    if (!words) return null
    const { unitId, ...said } = words
    const notices = people.map((to) => ({ to, ...said, about: { type: 'handover' as const, id: unitId } }))
    return { operation: 'notice.deliver', input: { eventId: row._id, notices } }
  },
}

export const reactions = [tellShifts] as const

import { cut } from '@xiangli/shared/core/words'
import type { CommandReaction } from '../../core/module'
import { changeWords } from '../duty'

/** A roster lies below notices and cannot tell anybody itself: those an event names are told here. */
const tellRoster: CommandReaction = {
  kind: 'command',
  name: 'notice.tellRoster',
  on: ['duty.planned', 'duty.shiftChanged'],
  decide: async ({ event, row }) => {
    const words = await changeWords(event.id)
    const people = (event.persons ?? []).filter((id) => id !== row.actorId)
    if (!words || people.length === 0) return null
    const { unitId, title, body } = words
    const about = { type: 'duty' as const, id: unitId }
    const notices = people.map((to) => ({ to, kind: 'progress' as const, title: cut(title, 60), body: cut(body, 200), about }))
    return { operation: 'notice.deliver', input: { eventId: row._id, notices } }
  },
}

export const reactions = [tellRoster] as const

import type { ShiftView } from '@xiangli/shared/duty/shifts'
import type { Context } from '../../core/operation'
import type { Unit } from '../region'
import { presentPeople } from './people'
import type { ShiftDoc } from './roster.model'

const peopleOf = ({ mainId, backupId, changed }: ShiftDoc): string[] => [mainId, backupId, changed?.byId].filter((id): id is string => id !== undefined)

export const presentShifts = async (ctx: Context, unit: Unit, shifts: readonly ShiftDoc[]): Promise<ShiftView[]> => {
  const personOf = await presentPeople(ctx, unit, shifts.flatMap(peopleOf))
  return shifts.map((shift) => {
    const { _id, from, to, mainId, backupId, note, changed, rev } = shift
    return {
      id: _id,
      from: from.toISOString(),
      to: to.toISOString(),
      main: personOf(mainId),
      ...(backupId ? { backup: personOf(backupId) } : {}),
      ...(note ? { note } : {}),
      ...(changed ? { changed: { byName: personOf(changed.byId).name, at: changed.at.toISOString(), reason: changed.reason } } : {}),
      rev,
      isMine: mainId === ctx.actor.id || backupId === ctx.actor.id,
    }
  })
}

export const presentShift = async (ctx: Context, unit: Unit, shift: ShiftDoc): Promise<ShiftView> => {
  const [view] = await presentShifts(ctx, unit, [shift])
  if (!view) throw new Error('one shift, one view')
  return view
}

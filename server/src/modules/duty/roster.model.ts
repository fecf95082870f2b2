import type { Desk, Pattern } from '@xiangli/shared/duty/shifts'
import { ambient } from '../../core/context'
import { collection, type Stored } from '../../core/collection'

/** One unit's desk: who is called after main and backup, and the plan that goes on by itself. */
export interface RosterDoc extends Stored {
  unitId: string
  desk: Desk
  /** Moved by every write of a shift: see `lockRoster`. */
  rev: number
  phoneIds: string[]
  phoneRev: number
  standing: { pattern: Pattern; plannedTo: string } | null
}

export const Rosters = collection<RosterDoc>({
  name: 'duty_rosters',
  indexes: [{ name: 'roster_standing', key: { county: 1, 'standing.plannedTo': 1 }, partialFilterExpression: { 'standing.plannedTo': { $exists: true } } }],
})

export interface ShiftDoc extends Stored {
  unitId: string
  desk: Desk
  from: Date
  to: Date
  mainId: string
  backupId?: string
  note?: string
  /** The kind of shift it was planned as, so that turns go on fairly. */
  slot?: string
  /** It is to be handed over at its end, and nobody has signed for it. */
  isUnsigned: boolean
  changed?: { byId: string; at: Date; reason: string }
  rev: number
}

export const Shifts = collection<ShiftDoc>({
  name: 'duty_shifts',
  indexes: [
    { name: 'shift_start', key: { county: 1, unitId: 1, desk: 1, from: 1 }, unique: true },
    { name: 'shift_unsigned', key: { county: 1, to: 1, _id: 1 }, partialFilterExpression: { isUnsigned: true } },
  ],
  duplicate: { shift_start: 'duty.overlaps' },
})

type Sketch = Pick<ShiftDoc, 'from' | 'to' | 'mainId' | 'backupId'>

/** What was changed by hand, before and after: append-only, what those concerned are told from. */
export interface ChangeDoc extends Stored {
  unitId: string
  desk: Desk
  kind: 'added' | 'changed' | 'swapped' | 'removed' | 'planned'
  at: Date
  byId: string
  reason?: string
  shifts: { before?: Sketch; after?: Sketch }[]
  /** For a plan: the days it covers. */
  days?: { from: string; to: string }
  counts?: { added: number; kept: number; replaced: number }
}

export const Changes = collection<ChangeDoc>({ name: 'duty_changes', indexes: [] })

export interface RosterOf {
  unitId: string
  desk: Desk
}

export const rosterId = ({ unitId, desk }: RosterOf): string => `${ambient().county}:${unitId}:${desk}`

/**
 * Taken before shifts of a desk are read for writing: two writers meet at this one record, the later one's
 * transaction starts over and sees what the earlier one wrote. So no two shifts of a desk ever overlap.
 */
export const lockRoster = async (roster: RosterOf): Promise<RosterDoc> => {
  const first = { unitId: roster.unitId, desk: roster.desk, phoneIds: [], phoneRev: 0, standing: null }
  const locked = await Rosters.upsert({ _id: rosterId(roster) }, { $inc: { rev: 1 }, $setOnInsert: first })
  if (!locked) throw new Error('an upsert always answers')
  return locked
}

export const sketchOf = ({ from, to, mainId, backupId }: ShiftDoc): Sketch => ({ from, to, mainId, ...(backupId ? { backupId } : {}) })

import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import { whyNotSpan, type Span } from '@xiangli/shared/duty/rules'
import { DAY } from '@xiangli/shared/core/time'
import { fail, refuse } from '../../core/fail'
import { newId } from '../../core/ids'
import type { CommandContext } from '../../core/operation'
import { unitById } from '../region'
import { needAtUnit } from './people'
import { Changes, Shifts, type ChangeDoc, type RosterOf, type ShiftDoc } from './roster.model'

type Sketch = Pick<ShiftDoc, 'unitId' | 'desk' | 'from' | 'to' | 'mainId'> & { backupId?: string | undefined }

export const whyNotRemove = ({ from, to }: Span, now: Date): ErrorCode | null => (to <= now ? 'duty.alreadyOver' : from <= now ? 'duty.alreadyBegun' : null)

/** A shift as it is to be: its length, its people, and (under the roster's lock) nobody else's time. */
export const needSound = async (shift: Sketch, ownId: string): Promise<void> => {
  const { unitId, desk, from, to, mainId, backupId } = shift
  refuse(whyNotSpan({ from, to }), { field: 'to' })
  if (mainId === backupId) fail('duty.samePerson', { field: 'backupId' })
  await needAtUnit([unitId], { from, to }, [{ personId: mainId, field: 'mainId' }, ...(backupId ? [{ personId: backupId, field: 'backupId' }] : [])])
  const near = { $gt: new Date(from.getTime() - DAY), $lt: to }
  const inTheWay = await Shifts.list({ unitId, desk, from: near, to: { $gt: from }, _id: { $ne: ownId } }, { limit: 1 })
  if (inTheWay.length > 0) fail('duty.overlaps', { field: 'from' })
}

interface Told extends RosterOf {
  kind: ChangeDoc['kind']
  reason?: string
  shifts: ChangeDoc['shifts']
}

/** Kept for good, journalled with its reason, and told to everyone whose time it touches. */
export const noteChange = async (ctx: CommandContext, shiftId: string, told: Told): Promise<void> => {
  const _id = newId(ctx.now)
  await Changes.add({ _id, county: ctx.county, at: ctx.now, byId: ctx.actor.id, ...told })
  const regionPath = unitById(told.unitId)?.regionPath
  ctx.record({ type: 'shift', id: shiftId }, { ...(regionPath ? { regionPath } : {}), ...(told.reason ? { reason: told.reason } : {}) })
  const people = told.shifts.flatMap(({ before, after }) => [before?.mainId, before?.backupId, after?.mainId, after?.backupId])
  ctx.emit({ name: 'duty.shiftChanged', id: _id, rev: 1, persons: [...new Set(people.filter((id) => id !== undefined))] })
}

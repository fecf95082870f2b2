import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { needKept, needReadable } from '../access'
import { needSound, noteChange } from '../change'
import { presentShift } from '../present'
import { lockRoster, Shifts, sketchOf, type ChangeDoc, type ShiftDoc } from '../roster.model'

type Input = ParsedOf<'duty.changeShift'>
type People = Pick<ShiftDoc, 'mainId' | 'backupId'>

const needShift = async (ctx: CommandContext, { shiftId, rev }: { shiftId: string; rev: number }): Promise<ShiftDoc> => {
  const shift = await Shifts.need({ _id: shiftId })
  needKept(ctx, shift)
  if (shift.rev !== rev) fail('core.staleRevision', { details: { rev: shift.rev } })
  return shift.to <= ctx.now ? fail('duty.alreadyOver') : shift
}

const wishedFor = (before: ShiftDoc, { mainId, backupId, from, to, note }: Input): ShiftDoc => {
  const { backupId: oldBackup, note: oldNote, ...rest } = before
  const [backup, words] = [backupId === undefined ? oldBackup : backupId, note === undefined ? oldNote : note]
  return {
    ...rest,
    mainId: mainId ?? before.mainId,
    from: from ? new Date(from) : before.from,
    to: to ? new Date(to) : before.to,
    ...(backup ? { backupId: backup } : {}),
    ...(words ? { note: words } : {}),
  }
}

const withPeopleOf = (shift: ShiftDoc, { mainId, backupId }: People): ShiftDoc => {
  const { backupId: _, ...rest } = shift
  return { ...rest, mainId, ...(backupId ? { backupId } : {}) }
}

/** Compare-and-set on the revision, besides the roster's lock. */
const write = async (ctx: CommandContext, { before, after, reason }: { before: ShiftDoc; after: ShiftDoc; reason: string }): Promise<ShiftDoc> => {
  const { _id, county: _county, rev: _rev, ...fields } = after
  const gone = { ...(after.backupId ? {} : { backupId: '' as const }), ...(after.note ? {} : { note: '' as const }) }
  const set = { ...fields, changed: { byId: ctx.actor.id, at: ctx.now, reason }, rev: before.rev + 1 }
  const update = { $set: set, ...(Object.keys(gone).length > 0 ? { $unset: gone } : {}) }
  return (await Shifts.change({ _id, rev: before.rev }, update)) ?? fail('core.staleRevision')
}

export const changeShift = defineCommand('duty.changeShift', {
  run: async (ctx, input) => {
    const { unitId, desk } = await needShift(ctx, input)
    await lockRoster({ unitId, desk })
    const before = await needShift(ctx, input)
    const other = input.swapWith ? await needShift(ctx, input.swapWith) : undefined
    if (other && (other._id === before._id || other.unitId !== unitId || other.desk !== desk)) fail('core.badInput', { field: 'swapWith', message: '只能和本单位值班表里的另一个班对调' })
    const isMoved = input.from !== undefined || input.to !== undefined
    if (isMoved && before.from <= ctx.now) fail('duty.alreadyBegun', { field: 'from' })

    const wanted = other ? withPeopleOf(before, other) : wishedFor(before, input)
    if (wanted.to <= ctx.now) fail('duty.alreadyOver', { field: 'to' })
    await needSound(wanted, before._id)
    if (other) await needSound(withPeopleOf(other, before), other._id)
    const after = await write(ctx, { before, after: wanted, reason: input.reason })
    const shifts: ChangeDoc['shifts'] = [{ before: sketchOf(before), after: sketchOf(after) }]
    if (other) {
      const swapped = await write(ctx, { before: other, after: withPeopleOf(other, before), reason: input.reason })
      shifts.push({ before: sketchOf(other), after: sketchOf(swapped) })
    }
    await noteChange(ctx, after._id, { unitId, desk, kind: other ? 'swapped' : 'changed', reason: input.reason, shifts })
    return after
  },
  present: (ctx, shift) => presentShift(ctx, needReadable(ctx, shift.unitId), shift),
  reload: (_ctx, { id }) => Shifts.need({ _id: id }),
})

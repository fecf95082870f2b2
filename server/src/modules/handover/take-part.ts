import { fail } from '../../core/fail'
import { newId } from '../../core/ids'
import type { CommandContext, Context } from '../../core/operation'
import type { HandoverView } from '@xiangli/shared/handover/contract'
import type { EventName } from '@xiangli/shared/catalog/events'
import { regionOnPath, type Unit } from '../region'
import { needShiftUnit, staffOf } from './access'
import { collect } from './collect'
import { currentOf, type Current } from './current'
import { Handovers, type Frozen, type HandoverDoc, type Signed } from './handover.model'
import { presentPast } from './present'

interface Aim {
  unitId: string
  shiftId: string
}

/** The hand-over that is on, if it is still the one somebody was looking at. */
export const needCurrent = async (ctx: Context, { unitId, shiftId }: Aim): Promise<Current & { unit: Unit }> => {
  const unit = needShiftUnit(ctx, unitId)
  const current = await currentOf(unitId, ctx.now)
  if (current?.leaving._id === shiftId) return { ...current, unit }
  return fail((await Handovers.one({ shiftId }))?.accepted ? 'handover.alreadyAccepted' : 'handover.notNow')
}

export const signatureOf = (ctx: Context, words: string | undefined): Signed => ({ byId: ctx.actor.id, at: ctx.now, ...(words ? { words } : {}) })

const arrivingOf = ({ arriving }: Current): HandoverDoc['arriving'] =>
  arriving
    ? { shiftId: arriving._id, from: arriving.from, to: arriving.to, mainId: arriving.mainId, ...(arriving.backupId ? { backupId: arriving.backupId } : {}) }
    : null

const frozen = ({ group, caseId, serial, colour, note, until }: Frozen): Frozen => ({
  group, caseId, serial, colour, ...(note ? { note } : {}), ...(until ? { until } : {}),
})

/** Freezes the list as it stands now. */
export const freeze = async (ctx: Context, current: Current & { unit: Unit }, by: Pick<HandoverDoc, 'signed' | 'accepted'>): Promise<HandoverDoc> => {
  const { unit, leaving } = current
  const { items, more } = await collect(unit, ctx.now)
  return Handovers.add({
    _id: newId(ctx.now),
    county: ctx.county,
    unitId: unit.id,
    shiftId: leaving._id,
    from: leaving.from,
    to: leaving.to,
    mainId: leaving.mainId,
    ...(leaving.backupId ? { backupId: leaving.backupId } : {}),
    arriving: arrivingOf(current),
    at: ctx.now,
    items: items.map(frozen),
    more,
    ...by,
    rev: 1,
  })
}

export const tell = (ctx: CommandContext, { unit, handover, name }: { unit: Unit; handover: HandoverDoc; name: EventName }): void => {
  ctx.record({ type: 'handover', id: handover._id, rev: handover.rev }, { regionPath: regionOnPath(unit.regionPath, 'town')?.path ?? unit.regionPath })
  const { mainId, backupId, arriving } = handover
  const people = name === 'handover.signed' ? [arriving?.mainId, arriving?.backupId] : [mainId, backupId]
  const staff = staffOf(unit)
  ctx.emit({ name, id: handover._id, rev: handover.rev, persons: people.filter((id) => id !== undefined), ...(staff ? { staff } : {}) })
}

export const presentDone = (ctx: Context, handover: HandoverDoc): Promise<HandoverView> => presentPast(ctx, needShiftUnit(ctx, handover.unitId), handover)

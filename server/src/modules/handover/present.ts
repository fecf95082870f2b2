import type { HandoverItem, HandoverRow, HandoverView } from '@xiangli/shared/handover/contract'
import { GROUPS, OPENS_BEFORE_MS, whyNotAccept, whyNotSign } from '@xiangli/shared/handover/rules'
import { mayOn } from '@xiangli/shared/core/scope'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import type { Context } from '../../core/operation'
import { Cases, presentSummaries, summaryProjection } from '../casework'
import { presentPeople } from '../duty'
import { namesOf } from '../identity'
import type { Unit } from '../region'
import { collect } from './collect'
import { standOf, type Current } from './current'
import type { Frozen, HandoverDoc, Signed } from './handover.model'

type Line = Frozen & { watch?: { id: string; rev: number } }
type Shift = { _id: string; from: Date; to: Date; mainId: string; backupId?: string }

/** The cases as they are now, of those this reader may open; the others are not on the page at all. */
const openable = async (ctx: Context, ids: readonly string[]): Promise<Map<string, CaseSummary>> => {
  const records = await Cases.list({ _id: { $in: [...new Set(ids)] } }, { projection: summaryProjection })
  const visible = records.filter(({ scopeKeys }) => mayOn(ctx.actor, 'casework.getCase', scopeKeys))
  return new Map((await presentSummaries(ctx, visible)).map((summary) => [summary.id, summary]))
}

const itemsOf = async (ctx: Context, lines: readonly Line[]): Promise<HandoverItem[]> => {
  const cases = await openable(ctx, lines.map(({ caseId }) => caseId))
  return lines.flatMap(({ group, caseId, serial, colour, note, until, watch }) => {
    const now = cases.get(caseId)
    if (!now) return []
    return [{ group, caseId, serial, colour, ...(note ? { note } : {}), ...(until ? { until: until.toISOString() } : {}), ...(watch ? { watch } : {}), now }]
  })
}

const peopleOf = (shift: Shift | undefined): string[] => (shift ? [shift.mainId, ...(shift.backupId ? [shift.backupId] : [])] : [])

const shiftsOf = async (ctx: Context, unit: Unit, { leaving, arriving }: { leaving?: Shift | undefined; arriving?: Shift | undefined }): Promise<Pick<HandoverView, 'leaving' | 'arriving'>> => {
  const personOf = await presentPeople(ctx, unit, [...peopleOf(leaving), ...peopleOf(arriving)])
  const brief = ({ _id, from, to, mainId, backupId }: Shift) => ({
    id: _id, from: from.toISOString(), to: to.toISOString(), main: personOf(mainId), ...(backupId ? { backup: personOf(backupId) } : {}),
  })
  return { ...(leaving ? { leaving: brief(leaving) } : {}), ...(arriving ? { arriving: brief(arriving) } : {}) }
}

const signatures = async ({ signed, accepted }: Pick<HandoverDoc, 'signed' | 'accepted'>): Promise<Pick<HandoverView, 'signed' | 'accepted'>> => {
  const names = await namesOf([signed, accepted].flatMap((each) => (each ? [each.byId] : [])))
  const view = ({ byId, at, words }: Signed) => ({ byName: names.get(byId) ?? '', at: at.toISOString(), ...(words ? { words } : {}) })
  return { ...(signed ? { signed: view(signed) } : {}), ...(accepted ? { accepted: view(accepted) } : {}) }
}

const canOf = (ctx: Context, current: Current): HandoverView['can'] => {
  const stand = standOf(current)
  const who = { actorId: ctx.actor.id, now: ctx.now }
  if (whyNotSign(stand, who) === null) return ['sign', ...(whyNotAccept(stand, { ...who, hasWords: true }) === null ? (['acceptAlone'] as const) : [])]
  if (whyNotAccept(stand, { ...who, hasWords: true }) !== null) return []
  return [stand.signed ? 'accept' : 'acceptAlone']
}

/** The list of now, or as it was signed while the next one has not. */
export const presentCurrent = async (ctx: Context, unit: Unit, current: Current | undefined): Promise<HandoverView> => {
  const about = { unitId: unit.id, unitName: unit.name }
  const { handover } = current ?? {}
  const { items, more } = handover ?? (await collect(unit, ctx.now))
  return {
    ...about,
    ...(await shiftsOf(ctx, unit, current ?? {})),
    ...(current ? { opensAt: new Date(current.leaving.to.getTime() - OPENS_BEFORE_MS).toISOString() } : {}),
    items: await itemsOf(ctx, items),
    more,
    isFrozen: handover != null,
    ...(handover ? { handoverId: handover._id, rev: handover.rev, ...(await signatures(handover)) } : {}),
    can: current ? canOf(ctx, current) : [],
  }
}

export const presentPast = async (ctx: Context, unit: Unit, handover: HandoverDoc): Promise<HandoverView> => {
  const { _id, shiftId, from, to, mainId, backupId, arriving, items, more, rev } = handover
  const leaving = { _id: shiftId, from, to, mainId, ...(backupId ? { backupId } : {}) }
  return {
    unitId: unit.id,
    unitName: unit.name,
    ...(await shiftsOf(ctx, unit, { leaving, ...(arriving ? { arriving: { _id: arriving.shiftId, ...arriving } } : {}) })),
    items: await itemsOf(ctx, items),
    more,
    isFrozen: true,
    handoverId: _id,
    rev,
    ...(await signatures(handover)),
    can: [],
  }
}

/** As many as the reader may open is said on the list itself; a row counts the whole list. */
export const presentRows = async (docs: readonly HandoverDoc[]): Promise<HandoverRow[]> => {
  const names = await namesOf(docs.flatMap(({ mainId, signed, accepted }) => [mainId, signed?.byId, accepted?.byId].filter((id) => id !== undefined)))
  return docs.map(({ _id, from, to, mainId, signed, accepted, items }) => ({
    id: _id,
    from: from.toISOString(),
    to: to.toISOString(),
    leavingName: names.get(signed?.byId ?? mainId) ?? '',
    ...(accepted ? { arrivingName: names.get(accepted.byId) ?? '', acceptedAt: accepted.at.toISOString() } : {}),
    ...(signed ? { signedAt: signed.at.toISOString() } : {}),
    counts: Object.fromEntries(GROUPS.map((group) => [group, items.filter((item) => item.group === group).length])) as HandoverRow['counts'],
  }))
}

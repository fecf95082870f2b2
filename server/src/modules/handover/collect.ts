import type { Filter } from 'mongodb'
import { colourOf } from '@xiangli/shared/casework/clock'
import { MOST_IN_GROUP, type Group } from '@xiangli/shared/handover/rules'
import { Cases, colourRanges, type CaseDoc } from '../casework'
import type { Unit } from '../region'
import { Watches, type Frozen, type WatchDoc } from './handover.model'

const RUNNING = ['pending', 'accepted', 'handling'] as const

/** Everything that runs in the unit's place; of a department, what is its part. */
export const runningAt = (unit: Unit): Filter<CaseDoc> => ({
  scopeKeys: unit.kind === 'department' ? `${unit.id}@${unit.regionId}` : unit.regionId,
  state: { $in: [...RUNNING] },
})

const projection = { serial: 1, state: 1, grade: 1, yellowAt: 1, redAt: 1 } as const

interface Collected {
  items: (Frozen & { watch?: { id: string; rev: number } })[]
  more: Group[]
}

/** The most pressing first; each group is a stretch of the index lists walk by due time. */
const casesOf = async (group: Group, filter: Filter<CaseDoc>, now: Date): Promise<Collected> => {
  const found = await Cases.list(filter, { sort: { redAt: 1, _id: 1 }, limit: MOST_IN_GROUP + 1, projection, hint: 'case_due' })
  const items = found.slice(0, MOST_IN_GROUP).map((record): Frozen => ({ group, caseId: record._id, serial: record.serial, colour: colourOf(record, now) }))
  return { items, more: found.length > MOST_IN_GROUP ? [group] : [] }
}

const watchesOf = async (unit: Unit, kind: WatchDoc['kind'], now: Date): Promise<Collected> => {
  const watches = await Watches.list({ unitId: unit.id, kind, isOpen: true }, { sort: { until: 1, _id: 1 }, limit: MOST_IN_GROUP + 1 })
  const shown = watches.slice(0, MOST_IN_GROUP)
  const cases = await Cases.list({ _id: { $in: shown.map(({ caseId }) => caseId) } }, { projection })
  const colours = new Map(cases.map((record) => [record._id, colourOf(record, now)]))
  const items = shown.map(({ _id, caseId, serial, note, until, rev }) => ({
    group: kind, caseId, serial, colour: colours.get(caseId) ?? ('none' as const), note, until, watch: { id: _id, rev },
  }))
  return { items, more: watches.length > MOST_IN_GROUP ? [kind] : [] }
}

/** What the next shift must know of; of the unit as a whole, whoever asks. */
export const collect = async (unit: Unit, now: Date): Promise<Collected> => {
  const running = runningAt(unit)
  const normal = (colour: 'red' | 'yellow'): Filter<CaseDoc> => ({ $and: [running, colourRanges(colour, now, 'normal')] }) as Filter<CaseDoc>
  const groups = [
    await casesOf('urgent', { ...running, grade: 'urgent' }, now),
    await casesOf('red', normal('red'), now),
    await casesOf('yellow', normal('yellow'), now),
    await watchesOf(unit, 'promised', now),
    await watchesOf(unit, 'watched', now),
  ]
  return { items: groups.flatMap(({ items }) => items), more: groups.flatMap(({ more }) => more) }
}

/** Urgent matters that came in before an instant and still run. */
export const urgentBefore = async (unit: Unit, before: Date): Promise<{ cases: number; hasMore: boolean }> => {
  const found = await Cases.count({ ...runningAt(unit), grade: 'urgent', receivedAt: { $lt: before } } as Filter<CaseDoc>, MOST_IN_GROUP + 1)
  return { cases: Math.min(found, MOST_IN_GROUP), hasMore: found > MOST_IN_GROUP }
}

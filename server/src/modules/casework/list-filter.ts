import type { Filter } from 'mongodb'
import type { z } from 'zod'
import type { CaseFilter } from '@xiangli/shared/casework/views'
import { CASE_STATES, GRADES, OPEN_STATES, type CaseState, type Colour, type Grade } from '@xiangli/shared/casework/states'
import { riskKey } from '@xiangli/shared/casework/risk'
import { grantsOf } from '@xiangli/shared/core/scope'
import type { Context } from '../../core/operation'
import { regionById } from '../region'
import type { CaseDoc } from './case.model'
import { paceOf } from './pace'
import { actingUnits } from './parties'
import { arbiterKey, calledKey, lateKey, signingKey } from './routing'
import { allCaseTypes } from './types'

const RUNNING: readonly CaseState[] = ['pending', 'accepted', 'handling']

type Asked = z.output<typeof CaseFilter>

/** Each appointment that grants this operation, with the region it reads: its own, or one inside it where one is asked for. */
const placesToRead = (ctx: Context, regionId: string | undefined) => {
  ctx.scopeApplied = true
  const wanted = regionId ? regionById(regionId) : undefined
  if (regionId && !wanted) return []
  return grantsOf(ctx.actor, ctx.operation).flatMap((held) => {
    const region = narrower(held, wanted)
    return region ? [{ held, region }] : []
  })
}

export const regionsToRead = (ctx: Context, regionId: string | undefined): string[] =>
  [...new Set(placesToRead(ctx, regionId).map(({ region }) => region))]

/**
 * The scope keys to read by: each appointment's own, narrowed to a region inside it where one is
 * asked for, and to a department's part in it. A region outside them leaves no key, hence nothing.
 */
export const keysToRead = (ctx: Context, regionId: string | undefined, departmentId?: string): string[] => {
  const keys = placesToRead(ctx, regionId).flatMap(({ held, region }) => {
    const unitId = held.isDepartment ? held.unitId : departmentId
    if (departmentId && unitId !== departmentId) return []
    return [unitId ? `${unitId}@${region}` : region]
  })
  return [...new Set(keys)]
}

const narrower = (held: { regionId: string; regionPath: string }, wanted: { id: string; path: string } | undefined): string | undefined => {
  if (!wanted || held.regionPath.startsWith(wanted.path)) return held.regionId
  return wanted.path.startsWith(held.regionPath) ? wanted.id : undefined
}

/** Handler keys of what is mine: by name, or by the duty of a unit I serve. */
const myKeys = (ctx: Context): string[] =>
  ctx.actor.kind === 'person' ? [`h:${ctx.actor.id}`, ...ctx.actor.appointments.map(({ unitId }) => `h:${unitId}`)] : []

/** What waits for a unit of mine; or, of the late ones, for somebody to ask where they are. */
const queueKeys = (ctx: Context, { queue, regionId }: Asked): string[] => {
  if (queue === 'lateArrivals') return keysToRead(ctx, regionId).map(lateKey)
  return actingUnits(ctx.actor).map(queue === 'called' ? calledKey : queue === 'signing' ? signingKey : arbiterKey)
}

/** By due time only running cases make sense unless others are asked for: the rest have none. */
const statesFor = ({ states, colour }: Asked, isByDue: boolean): readonly CaseState[] => {
  const wanted = states ?? (colour ? OPEN_STATES : isByDue ? RUNNING : CASE_STATES)
  if (!colour) return wanted
  return wanted.filter((state) => OPEN_STATES.includes(state as never) && (colour === 'paused' || state !== 'answered'))
}

const anyGrade = { $in: [...GRADES] }

/** A colour as ranges of `redAt`, one per grade, each a contiguous part of the index; of one grade that part alone. */
export const colourRanges = (colour: Colour, now: Date, only?: Grade): Filter<CaseDoc> => {
  const grade = only ?? anyGrade
  if (colour === 'paused') return { grade, redAt: null } as Filter<CaseDoc>
  if (colour === 'red') return { grade, redAt: { $lte: now } } as Filter<CaseDoc>
  const ranges = (only ? [only] : GRADES).map((each) => {
    const border = borderOf(each, now)
    return { grade: each, redAt: colour === 'yellow' ? { $gt: now, $lte: border } : { $gt: border } }
  })
  return (ranges.length === 1 ? ranges[0] : { $or: ranges }) as Filter<CaseDoc>
}

/** The last limit of which it is said today that it is near. All types keep one pace for a grade: a list holds several. */
const borderOf = (grade: Grade, now: Date): Date => {
  const [type] = allCaseTypes()
  return type ? paceOf(type, grade).time.until(now, type.warnMinutes[grade]) : now
}

export const caseFilter = (ctx: Context, asked: Asked, isByDue: boolean): Filter<CaseDoc> => {
  const { risk } = asked
  const read = keysToRead(ctx, asked.regionId, asked.unitId)
  const keys = risk ? read.map((key) => riskKey(risk, key)) : read
  const few = asked.queue ? queueKeys(ctx, asked) : asked.mine ? myKeys(ctx) : null
  // What is mine is little, my place is large: said twice with `$in`, the planner may walk the place.
  const scope = few ? { scopeKeys: { $in: few }, $nor: [{ scopeKeys: { $nin: keys } }] } : { scopeKeys: { $in: keys } }
  const colour = asked.colour ? colourRanges(asked.colour, ctx.now, asked.grade) : isByDue ? { grade: anyGrade } : {}
  return {
    ...scope,
    state: { $in: [...statesFor(asked, isByDue)] },
    ...colour,
    ...(asked.grade ? { grade: asked.grade } : {}),
    ...(asked.category ? { category: asked.category } : {}),
    ...(asked.serial ? { serial: asked.serial } : {}),
    ...(asked.placeCodeId ? { placeCodeId: asked.placeCodeId } : {}),
  } as Filter<CaseDoc>
}

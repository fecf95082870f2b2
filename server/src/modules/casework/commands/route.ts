import type { AboutLevel } from '@xiangli/shared/casework/about'
import { categoryOf, limitsOf, type CaseType, type Limits } from '@xiangli/shared/casework/case-type'
import { acceptedClock, pendingClock, reclassedClock, runningUntil, type Clock } from '@xiangli/shared/casework/clock'
import { acceptFromOf, coarsePlace, isSealed, startOf } from '@xiangli/shared/casework/names'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { isPastALevel } from '@xiangli/shared/casework/returns'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { ancestorsOf, mayOn } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import type { CommandContext } from '../../../core/operation'
import { parentUnit } from '../../region'
import type { CaseDoc } from '../case.model'
import { keptOwner, owedBy } from '../charge-about'
import { isMoving, keptAt, locatedBy, locatedNow } from '../locating'
import { paceOf } from '../pace'
import { riskAfter } from '../risk'
import { partiesFor, unitActingOn, unitsActingOn } from '../parties'
import { chargeFor, type Located } from '../routing'
import { sentTo, servingUnit } from '../sending'
import { stepCommand } from '../step-command'
import { typeNamed } from '../types'
import { aboutAfter } from './route-about'

type Input = ParsedOf<'casework.route'>

/** 转办: fills what the requester left out, and moves the case to a grid or a unit. */
export const route = stepCommand('casework.route', (ctx, input) => ({
  action: 'route',
  event: 'casework.routed',
  outcome: (record, type) => outcomeOf(ctx, input, { record, type }),
  said: { words: input.note },
}))

interface Routed {
  record: CaseDoc
  type: CaseType
}

const outcomeOf = async (ctx: CommandContext, input: Input, { record, type }: Routed): Promise<Partial<CaseRecord>> => {
  const { category, grade, summary, place, unitId, about, note } = input
  if (!category && !grade && !summary && !place && !unitId && !about && !note) fail('core.badInput', { field: 'category', message: '没有要改的内容，请至少填一项' })
  if (category && !categoryOf(type, category)) fail('casework.unknownCategory', { field: 'category' })
  if (category && category !== record.category && categoryOf(typeNamed(record.type), category)?.isRetired) fail('casework.categoryRetired', { field: 'category' })
  const moved = await placeAndCharge(ctx, input, { record, type })
  return {
    ...classOf(ctx, input, { record, type }),
    ...(summary ? { title: summary } : {}),
    ...moved,
    ...owedBy(record, moved.ownerUnitId),
  }
}

/** What was called urgent stays so until a dispatcher says otherwise; a category alone never lowers it. */
const gradeFor = (input: Input, { record, type }: Routed, isDispatcher: boolean): CaseRecord['grade'] => {
  if (input.grade === 'normal' && record.grade === 'urgent' && !isDispatcher) fail('casework.gradeIsDispatchers', { field: 'grade' })
  if (input.grade) return input.grade
  return categoryOf(type, input.category)?.grade === 'urgent' ? 'urgent' : record.grade
}

/** A new category or grade brings its own limit, counted from first submission all the same. */
const classOf = (ctx: CommandContext, input: Input, { record, type }: Routed): Partial<CaseRecord> => {
  if (!input.category && !input.grade) return {}
  // What was left when the pause began is of the old limit: it runs on first.
  if (record.pause) fail('casework.alreadyPaused')
  const isDispatcher = partiesFor(ctx.actor, record, 'route').has('dispatcher')
  const category = input.category ?? record.category
  const grade = gradeFor(input, { record, type }, isDispatcher)
  const start = { receivedAt: startOf(record), acceptFrom: acceptFromOf(record), limits: withPauses(record, limitsOf(type, grade, category ?? undefined)), ...paceOf(type, grade) }
  return { category, grade, ...(input.category ? riskAfter(record, category, ctx.now) : {}), ...clockFor(record, { start, now: ctx.now, mayLengthen: isDispatcher }) }
}

/** What it was paused for with leave stays granted. */
const withPauses = ({ pausedMinutes }: CaseDoc, limits: Limits): Limits => ({ ...limits, totalMinutes: limits.totalMinutes + pausedMinutes })

interface Reclassing {
  start: Parameters<typeof pendingClock>[0]
  now: Date
  mayLengthen: boolean
}

/** A reopened case runs on its half limit, which a new class does not lengthen; yellow is a matter of grade. */
const clockFor = (record: CaseDoc, { start, now, mayLengthen }: Reclassing): Partial<Clock> => {
  if (record.reopenedCount > 0 || record.hearing) return record.redAt ? { ...runningUntil(record.redAt, start), limitFrom: record.limitFrom, limitMinutes: record.limitMinutes } : {}
  const next = record.state === 'pending' ? pendingClock(start) : acceptedClock(start)
  return reclassedClock(record, next, { ...start, now, mayLengthen })
}

const placeAndCharge = async (ctx: CommandContext, input: Input, { record, type }: Routed): Promise<Partial<CaseRecord>> => {
  const about = await aboutAfter(ctx, input, record)
  const isOtherMatter = about !== (record.about ?? null)
  const located = input.place ? locateAgain(ctx, input.place, { record, about }) : keptAt(locatedNow(record), about)
  const moved = {
    // Of a sealed case nobody writes down the spot: it may be the reporter's door.
    ...(input.place ? { place: isSealed(record) ? coarsePlace(located.place) : located.place } : {}),
    // That the place is public was said of the place it had.
    ...(input.place?.point && record.publication ? { publication: { ...record.publication, isPublicPlace: false } } : {}),
    ...(isOtherMatter ? { about } : {}),
    ...(isMoving(input.place) || isOtherMatter ? { regionPath: located.regionPath, ...keptOwner(record, await chargeFor(located, ctx.now, about), about) } : {}),
  }
  if (!input.unitId) return moved
  const unit = servingUnit(input.unitId, located.regionPath)
  if (unitsActingOn(ctx.actor, record, 'route').every((from) => isPastALevel(from, unit.id, parentUnit))) fail('casework.pastALevel', { field: 'unitId' })
  const fromUnitId = unitActingOn(ctx.actor, record, 'route')
  return { ...moved, ...keptOwner(record, sentTo(unit, { fromUnitId, place: located.place, type, now: ctx.now }), about) }
}

type Wish = NonNullable<Input['place']>

const locateAgain = (ctx: CommandContext, wish: Wish, { record, about }: { record: CaseDoc; about: AboutLevel | null }): Located => {
  const { place, regionPath } = locatedBy(wish, record, about)
  if (!isMoving(wish)) return { place, regionPath }
  // Nobody sends a case where their own right to route does not reach.
  if (!mayOn(ctx.actor, 'casework.route', ancestorsOf(regionPath))) fail('casework.outsideScope', { field: 'place' })
  return { place: { ...place, byId: ctx.actor.id }, regionPath }
}

import type { Appointment } from '../core/actor'
import { dayAfter, MINUTE } from '../core/time'
import type { ErrorCode } from '../catalog/errors'
import type { OrgUnit } from '../region/contract'

export const MOST_PLANNED_DAYS = 93
export const MOST_ON_PHONE_LIST = 20
export const LONGEST_SHIFT_MINUTES = 24 * 60
export const DAY_TEXT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export interface Span {
  from: Date
  to: Date
}

/** Shifts touch at their ends and never overlap. */
export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

export const whyNotSpan = ({ from, to }: Span): ErrorCode | null => {
  if (to <= from) return 'duty.endsBeforeItBegins'
  return to.getTime() - from.getTime() > LONGEST_SHIFT_MINUTES * MINUTE ? 'duty.tooLong' : null
}

/** The times between two instants in which nobody is on duty; the shifts in any order. */
export const gapsOf = (shifts: readonly Span[], { from, to }: Span): Span[] => {
  const gaps: Span[] = []
  let covered = from
  for (const shift of [...shifts].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (shift.from >= to) break
    if (shift.from > covered) gaps.push({ from: covered, to: shift.from })
    if (shift.to > covered) covered = shift.to
  }
  if (covered < to) gaps.push({ from: covered, to })
  return gaps
}

/** A day there is: `2026-02-30` is none. */
export const isDay = (day: string): boolean => DAY_TEXT.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && dayAfter(day, 0) === day

type Post = Pick<Appointment, 'unitId' | 'regionPath' | 'isDepartment'>
type PlacedUnit = Pick<OrgUnit, 'id' | 'kind' | 'parentId'> & { regionPath: string }

const isInside = (inner: string, outer: string): boolean => inner.startsWith(outer)

/** Whom to ask tonight: units of one's own place, and those on the way up from it. */
export const mayReadRoster = (posts: readonly Post[], unit: PlacedUnit): boolean =>
  posts.some(({ unitId, regionPath }) => unitId === unit.id || isInside(unit.regionPath, regionPath) || isInside(regionPath, unit.regionPath))

/** The unit’s own people, and those above it: they ring its people at night, see phones in full, read its hand-overs. */
export const isOfUnitOrAbove = (posts: readonly Post[], unit: PlacedUnit): boolean =>
  posts.some(({ unitId, regionPath, isDepartment }) => {
    const isAbove = !isDepartment && isInside(unit.regionPath, regionPath) && regionPath.length < unit.regionPath.length
    return unitId === unit.id || unitId === unit.parentId || isAbove
  })

/** One's own unit; the county centre also keeps those of departments and the dispatch room, which have no keeper of their own. */
export const mayKeepRoster = (posts: readonly Pick<Post, 'unitId'>[], unit: PlacedUnit): boolean =>
  posts.some(({ unitId }) => unitId === unit.id || (unitId === unit.parentId && (unit.kind === 'department' || unit.kind === 'dispatchRoom')))

/** Desks that work in shifts hand over; a committee's phone merely goes round. */
export const handsOver = (kind: OrgUnit['kind']): boolean => kind === 'countyCentre' || kind === 'dispatchRoom' || kind === 'township'

export interface ShiftOnDuty extends Span {
  mainId: string
  backupId?: string
  /** Its end was to be handed over and nobody has signed for it yet. */
  isUnsigned: boolean
}

/**
 * Whose phones ring at an instant, among the two latest shifts begun by then. What came in under the shift
 * before stays with its people until the next one has signed for it; in a gap it does so as well.
 */
export const ringingShift = <S extends ShiftOnDuty>(latestFirst: readonly S[], { at, caseFrom }: { at: Date; caseFrom?: Date | undefined }): S | undefined => {
  const [last, before] = latestFirst
  if (!last) return undefined
  const isOn = last.from <= at && at < last.to
  const earlier = isOn ? before : last
  const isTheirs = earlier?.isUnsigned && caseFrom !== undefined && caseFrom < earlier.to
  if (isTheirs) return earlier
  return isOn ? last : undefined
}

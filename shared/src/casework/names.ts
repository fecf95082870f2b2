import { DAY, dayAfter, dayOf, instantOf } from '../core/time'
import type { AboutLevel } from './about'
import { categoryOf, type CaseAction, type CaseType } from './case-type'
import type { CasePlace, CaseRecord } from './record'

/** Who reads whose request it is: everybody; the handling side; or nobody who works on it (隐名). Chosen once, at filing. */
export const NAME_LEVELS = ['public', 'hidden', 'sealed'] as const
export type NameLevel = (typeof NAME_LEVELS)[number]

interface Filed {
  category?: string | null | undefined
  about?: AboutLevel | null | undefined
}

/** The levels offered, the default first. What is about a cadre or unit may always be sealed, and is never said with a name for all. */
export const namesOf = (type: Pick<CaseType, 'categories' | 'names'>, { category, about }: Filed): readonly NameLevel[] => {
  const offered = categoryOf(type as CaseType, category ?? undefined)?.names ?? type.names
  if (!about) return offered
  return [...new Set<NameLevel>([...offered.filter((level) => level !== 'public'), 'sealed'])]
}

/** The level a request is filed with; null where the one that is asked for is not offered. Nothing chosen: the first that can be kept. */
export const levelFor = (offered: readonly NameLevel[], wanted: NameLevel | undefined, maySeal: boolean): NameLevel | null => {
  if (wanted) return offered.includes(wanted) ? wanted : null
  return offered.find((level) => level !== 'sealed' || maySeal) ?? 'hidden'
}

/** What a sealed case gives away of its reporter: typed words and copied photos, up to which of the sayings. */
export interface Released {
  words: string
  photoFileIds: string[]
  at: Date
  byId: string
  /** The last saying this covers; what was said after it waits to be released. */
  upTo: number
}

export type Named = { names?: NameLevel | undefined } & Partial<Pick<CaseRecord, 'released' | 'about'>>

/** Grid and village, as if somebody had chosen them: neither the spot, nor words, nor that it is their own village. */
export const coarsePlace = ({ villageId, gridId, byId }: CasePlace): CasePlace =>
  villageId ? { by: 'chosen', ...(byId ? { byId } : {}), villageId, ...(gridId ? { gridId } : {}) } : { by: 'unknown' }

export const isSealed = ({ names }: Pick<Named, 'names'>): boolean => names === 'sealed'
export const isUnreleased = ({ names, released }: Pick<Named, 'names' | 'released'>): boolean => names === 'sealed' && !released

/** The level that sees nothing of it: the one it is about; of a sealed case the village, until somebody has typed what may be known. */
export const keptLevel = (record: Named): AboutLevel | null => record.about ?? (isUnreleased(record) ? 'village' : null)

/** These would carry the case, or what is in it, to others. */
const NEED_RELEASE: ReadonlySet<CaseAction> = new Set<CaseAction>(['route', 'assign', 'merge', 'publish', 'whistle', 'arbitrate'])
export const needsReleaseFirst = (record: Named, action: CaseAction): boolean => NEED_RELEASE.has(action) && isUnreleased(record)

/** A day is the finest a sealed case tells of when its reporter did something: in an hour a village has one or two people about. */
export const startOfDay = (at: Date): Date => instantOf(dayOf(at), '00:00')
const endOfDay = (at: Date): Date => instantOf(dayAfter(dayOf(at), 1), '00:00')
const HOUR_MS = DAY / 24

type Begun = Pick<Named, 'names'> & { receivedAt: Date } & Partial<Pick<CaseRecord, 'limitFrom' | 'pausedMinutes'>>

/** From when the limits of a request run. Of a sealed one from where its clock was begun, which its receipt does not tell; else from the end of its day, or every limit would tell the minute. */
export const startOf = ({ names, receivedAt, limitFrom, pausedMinutes = 0 }: Begun): Date =>
  names !== 'sealed' ? receivedAt : ((pausedMinutes === 0 ? limitFrom : null) ?? endOfDay(receivedAt))

/** From when the time to accept it runs, where that is not its receipt: sent back, taken in, or typed out since. */
export const acceptFromOf = ({ returns, admittedAt, released }: Partial<Pick<CaseRecord, 'returns' | 'admittedAt' | 'released'>>): Date | undefined =>
  returns?.at ?? admittedAt ?? released?.at

/** The same at filing: what is urgent does not wait for the day to end, and tells the hour. */
export const sealedStart = (now: Date, isUrgent: boolean): Date => (isUrgent ? new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS) : endOfDay(now))

const MORNING = '06:00'
/** When what happened on a day comes to where the village sees it: all of a day at once. */
export const nextMorning = (at: Date): Date => instantOf(dayAfter(dayOf(at), 1), MORNING)

/** A village that sees a report an hour after it was filed has few to guess among. Urgent ones and those it never sees need not wait. */
export const mayReleaseFrom = ({ receivedAt, grade }: Pick<CaseRecord, 'grade'> & { receivedAt: Date }, about: AboutLevel | null): Date =>
  grade === 'urgent' || about ? receivedAt : nextMorning(receivedAt)

/** Steps of the reporter, taken for them later. */
export const HANDED_ACTIONS = ['withdraw', 'supplement', 'rate', 'reopen'] as const
export type HandedAction = (typeof HANDED_ACTIONS)[number]

/** When a step takes effect: a rating where the case would close by itself anyhow, so that it tells no time at all. */
export const effectiveAt = (action: HandedAction, { now, rateBy }: { now: Date; rateBy: Date | null }): Date =>
  action === 'rate' && rateBy ? rateBy : nextMorning(now)

type Entry = { n: number; action: CaseAction | 'submit' }

/** What those below the township read of the history: that it came in, and what followed its release. */
export const shownBelow = <E extends Entry>(record: Named, entries: readonly E[]): E[] => {
  if (!isSealed(record)) return [...entries]
  const from = entries.find(({ action }) => action === 'release')?.n ?? Infinity
  return entries.filter(({ n }) => n === 1 || n >= from)
}

import type { Filter, FindOptions } from 'mongodb'
import { z } from 'zod'
import type { Stored } from './collection'
import { fail } from './fail'

type SortValue = Date | number | string | null

/** `{ by: 'redAt', direction: 1 }` reads as `.sort({ redAt: 1, _id: 1 })`; without `by`, by `_id` alone. */
export interface Sort {
  by?: string
  direction: 1 | -1
  /** The sorted value is nobody's to read (a name): the cursor carries the id and the value is looked up again. */
  isPrivate?: true
  /** No two records of the list have the same value: its own order is whole, and a unique index serves it without `_id`. */
  isUnique?: true
}

export interface Position {
  value: SortValue
  id: string
}

const Encoded = z.tuple([
  z.string().max(40),
  z.union([z.null(), z.number(), z.string().max(200), z.object({ at: z.number().int() })]),
  z.string().min(1).max(64),
])

const nameOf = ({ by, direction }: Sort): string => `${by ?? ''}${direction === 1 ? '+' : '-'}`

const malformed = (): never => fail('core.badInput', { field: 'cursor', message: '翻页位置已失效，请从头再看' })

export const encodeCursor = (sort: Sort, { value, id }: Position): string => {
  const kept = sort.isPrivate ? null : value instanceof Date ? { at: value.getTime() } : value
  return Buffer.from(JSON.stringify([nameOf(sort), kept, id])).toString('base64url')
}

/** A cursor is a caller's text: it is checked for shape and for belonging to this very sort. */
export const decodeCursor = (sort: Sort, cursor: string): Position => {
  const parsed = Encoded.safeParse(jsonOf(cursor))
  if (!parsed.success || parsed.data[0] !== nameOf(sort)) return malformed()
  const [, value, id] = parsed.data
  if (typeof value !== 'object' || value === null) return { value, id }
  const at = new Date(value.at)
  return Number.isNaN(at.getTime()) ? malformed() : { value: at, id }
}

const jsonOf = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * What follows a position, as filters to be read one after another. Each is one stretch of one
 * index: an `$or` of the same conditions is left to the planner's luck, and `$gt` never meets null,
 * which MongoDB sorts before everything else.
 */
export const stretchesAfter = ({ by, direction, isUnique }: Sort, { value, id }: Position): Filter<Stored>[] => {
  const past = direction === 1 ? '$gt' : '$lt'
  const beyond = { _id: { [past]: id } }
  if (!by) return [beyond]
  const tied = { [by]: value, ...beyond }
  if (value === null) return direction === 1 ? [tied, { [by]: { $ne: null } }] : [tied]
  const further = { [by]: { [past]: value } }
  if (isUnique) return [further]
  return direction === 1 ? [tied, further] : [tied, further, { [by]: null }]
}

type Found = Pick<Stored, '_id'>

const valueOf = (doc: Found, { by }: Sort): SortValue => (by ? ((doc as unknown as Record<string, SortValue>)[by] ?? null) : null)

/** The page and, when more follows, its cursor; `docs` were read with `limit + 1`. */
export const pageOf = <D extends Stored>(docs: readonly D[], { limit, sort }: { limit: number; sort: Sort }): { docs: D[]; next?: string } => {
  const kept = docs.slice(0, limit)
  const last = kept.at(-1)
  if (docs.length <= limit || !last) return { docs: kept }
  return { docs: kept, next: encodeCursor(sort, { value: valueOf(last, sort), id: last._id }) }
}

const compared = <T>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0)

const inOrder = (sort: Sort) => (one: Found, other: Found): number =>
  sort.direction * (compared(valueOf(one, sort), valueOf(other, sort)) || compared(one._id, other._id))

interface Page<D> {
  docs: readonly D[]
  next?: string
}

/** The first pages of several walks of one order, each read as far as the page goes, as the page of them all. */
export const mergePages = <D extends Found>(pages: readonly Page<D>[], { limit, sort }: { limit: number; sort: Sort }): { docs: D[]; next?: string } => {
  const found = pages.flatMap(({ docs }) => docs).sort(inOrder(sort))
  const docs = found.slice(0, limit)
  const last = docs.at(-1)
  const isMore = found.length > limit || pages.some(({ next }) => next !== undefined)
  return isMore && last ? { docs, next: encodeCursor(sort, { value: valueOf(last, sort), id: last._id }) } : { docs }
}

const isFixed = (value: unknown): boolean => value === null || typeof value !== 'object' || value instanceof Date

/** Where a list or a stretch of it fixes the sorted field, `_id` alone is the order: asked for both, the planner sorts all of it in memory. */
export const orderIn = (stretch: Filter<Stored>, { by, direction, isUnique }: Sort): Record<string, 1 | -1> => {
  const isRanged = by !== undefined && !(by in stretch && isFixed((stretch as Record<string, unknown>)[by]))
  if (isRanged && isUnique) return { [by]: direction }
  return { ...(isRanged ? { [by]: direction } : {}), _id: direction }
}

interface Readable<D extends Stored> {
  list: (filter: Filter<D>, find?: FindOptions) => Promise<D[]>
  one: (filter: Filter<D>, find?: FindOptions) => Promise<D | null>
}

interface PageRequest<D extends Stored> {
  filter: Filter<D>
  sort: Sort
  limit: number
  cursor?: string | undefined
  /** Must keep the sorted field. */
  projection?: FindOptions['projection']
  /** The index of this sort, where filters could lure the planner to another and a sort in memory. */
  index?: string | undefined
}

/** One page of a list, served by an index on (county, …equalities, sort.by, _id) at any depth. */
export const readPage = async <D extends Stored>(from: Readable<D>, request: PageRequest<D>): Promise<{ docs: D[]; next?: string }> => {
  const { filter, sort, limit, cursor, projection, index } = request
  const options = { ...(projection ? { projection } : {}), ...(index ? { hint: index } : {}) }
  const stretches: Filter<Stored>[] = cursor === undefined ? [{}] : stretchesAfter(sort, await positionOf(from, { ...request, cursor }))
  const docs: D[] = []
  for (const stretch of stretches) {
    const missing = limit + 1 - docs.length
    if (missing <= 0) break
    const where = { $and: [filter, stretch] } as Filter<D>
    docs.push(...(await from.list(where, { sort: orderIn({ ...(filter as Filter<Stored>), ...stretch }, sort), limit: missing, ...options })))
  }
  return pageOf(docs, { limit, sort })
}

/** Looked up inside the list itself: another's id in a cursor would tell between which names it lies. */
const positionOf = async <D extends Stored>(from: Readable<D>, { filter, sort, cursor }: PageRequest<D> & { cursor: string }): Promise<Position> => {
  const position = decodeCursor(sort, cursor)
  if (!sort.isPrivate) return position
  const last = await from.one({ $and: [filter, { _id: position.id }] } as Filter<D>)
  return last ? { value: valueOf(last, sort), id: position.id } : malformed()
}

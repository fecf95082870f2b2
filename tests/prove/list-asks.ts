import { contracts, type QueryName } from '@xiangli/shared/catalog/contracts'
import { boundedLists } from './list-bounded'
import type { Asked, Known, OwnUnit, Values } from './list-known'
import { pagedLists } from './list-paged'

const PAGING = ['limit', 'cursor', 'sort']
const fieldsOf = (operation: QueryName): string[] => Object.keys(contracts[operation].input.shape)

/** By the contracts and not by the tables, so that a new list or filter is not forgotten. */
export const queries = (Object.keys(contracts) as QueryName[]).filter((name) => contracts[name].kind === 'query')
export const pagedOperations = queries.filter((name) => fieldsOf(name).includes('cursor'))
export const boundedOperations = Object.keys(boundedLists) as QueryName[]

export const askedOf = (operation: QueryName): Asked => {
  const asked = pagedLists[operation] ?? boundedLists[operation]
  if (!asked) throw new Error(`${operation} is read page by page and stands in no table`)
  return asked
}

/** The page when none is asked for. */
export const pageOf = (operation: QueryName): number => {
  const { limit } = contracts[operation].input.shape as { limit?: { parse: (said: undefined) => unknown } }
  return limit ? Number(limit.parse(undefined)) : 0
}

const A_TOWNSHIP: OwnUnit = { unitId: 'township', kind: 'township' }
const neededOf = (operation: QueryName, known: Known, own: OwnUnit | undefined): object[] => askedOf(operation).needs?.(known, own) ?? [{}]

/** Filters of the contract no value is given for. */
export const forgottenFields = (operation: QueryName, known: Known): string[] => {
  const given = [...Object.keys({ ...askedOf(operation).filters(known), ...neededOf(operation, known, A_TOWNSHIP)[0] }), ...PAGING]
  return fieldsOf(operation).filter((field) => !given.includes(field)).map((field) => `${operation} ${field}`)
}

/** Said of a list, and no field of it: a filter that went away. */
export const strangeFields = (operation: QueryName, known: Known): string[] => {
  const { filters, loose = {}, sorts = [] } = askedOf(operation)
  const said = [...Object.keys(filters(known)), ...neededOf(operation, known, A_TOWNSHIP).flatMap(Object.keys), ...Object.keys(loose).flatMap((fields) => fields.split(' '))]
  return [...new Set(said)].filter((field) => !fieldsOf(operation).includes(field) && !sorts.includes(field)).map((field) => `${operation} ${field}`)
}

/** What bounds a call instead of the page, where it names fields no index serves together. */
export const boundInstead = (operation: QueryName, input: object): string | undefined => {
  const words = Object.entries(input).map(([field, value]) => (field === 'sort' ? String(value) : field))
  const { loose = {} } = askedOf(operation)
  return Object.keys(loose).find((fields) => fields.split(' ').every((field) => words.includes(field)))
}

export const whyLoose = (operation: QueryName, input: object): string => askedOf(operation).loose?.[boundInstead(operation, input) ?? ''] ?? ''

interface Single {
  field: string
  input: object
}

const pairsOf = (singles: readonly Single[]): object[] =>
  singles.flatMap((one, at) => singles.slice(at + 1).filter(({ field }) => field !== one.field).map((other) => ({ ...one.input, ...other.input })))

/** Alone and two together; what no index serves alone is not asked for again with something else. */
const upToTwo = (values: Values, { isAlone, isLoose }: { isAlone: boolean; isLoose: (input: object) => boolean }): object[] => {
  const singles = Object.entries(values).flatMap(([field, options]) => options.map((option): Single => ({ field, input: { [field]: option } })))
  return [{}, ...singles.map(({ input }) => input), ...(isAlone ? [] : pairsOf(singles.filter(({ input }) => !isLoose(input))))]
}

export const inputsOf = (operation: QueryName, known: Known, own: OwnUnit | undefined): object[] => {
  const { filters, sorts = [], besides = [], isAlone = false } = askedOf(operation)
  const needed = neededOf(operation, known, own)
  const ordered = [...needed, ...needed.flatMap((need) => sorts.map((sort) => ({ ...need, sort })))]
  return ordered.flatMap((first) => {
    const isLoose = (input: object): boolean => boundInstead(operation, { ...first, ...input }) !== undefined
    return [...upToTwo(filters(known), { isAlone, isLoose }), ...besides].map((input) => ({ ...first, ...input }))
  })
}

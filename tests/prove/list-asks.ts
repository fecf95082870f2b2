import { contracts, type OperationName, type QueryName } from '@xiangli/shared/catalog/contracts'
import { CASE_STATES } from '@xiangli/shared/casework/states'
import { DAY } from '@xiangli/shared/core/time'

/** What the full county holds that a filter can name: something common, something rare. */
export interface Known {
  now: Date
  villageId: string
  serial: string
  caseId: string
  householdId: string
  busyActorId: string
  requesterId: string
  phone: string
  idNumber: string
}

type Values = Record<string, readonly unknown[]>

interface Asked {
  /** The collection the list is read from. */
  from: string
  /** Each alone and each two together, every value of one with every value of the other. */
  filters: (known: Known) => Values
  /** Only each filter alone: such a list may take seconds. */
  isAlone?: true
  /**
   * Fields with which no index holds the page, each with what bounds the reading instead: an index of its
   * own would cost every write more than the few who ask this way gain. Measured, and held to no page.
   */
  loose?: Readonly<Record<string, string>>
  /** The orders besides the one it has when none is asked for; each with all of the above. */
  sorts?: readonly string[]
}

const BOX = { west: 100, south: 30, east: 115, north: 40 }
const SIEVE = {
  colour: ['green', 'yellow', 'red', 'paused'],
  states: [['pending'], ['closed'], ['answered', 'declined'], [...CASE_STATES]],
  category: ['road', 'other'],
  grade: ['urgent'],
  mine: [true],
}

const daysAgo = (now: Date, days: number): string => new Date(now.getTime() - days * DAY).toISOString()

/** Every list that is read page by page, with values for each of its filters. */
const pagedLists: Partial<Record<QueryName, Asked>> = {
  'casework.listCases': {
    from: 'cases',
    filters: ({ villageId, serial }) => ({ ...SIEVE, regionId: [villageId], serial: [serial] }),
    sorts: ['newest'],
    loose: {
      category: 'cases of the same state in the reader’s place',
      'mine regionId': 'the reader’s own cases',
      'mine states': 'the reader’s own cases',
      'newest colour': 'open cases in the reader’s place',
      'newest grade': 'cases of the same state in the reader’s place',
    },
  },
  'casework.listJoined': { from: 'case_supporters', filters: () => ({}) },
  'casework.listMine': { from: 'cases', filters: () => ({ show: ['waitingForMe', 'open', 'closed'] }), loose: { show: 'the requester’s own cases' } },
  'notice.listMine': { from: 'notices', filters: () => ({ unreadOnly: [true], kind: ['todo', 'progress'] }), loose: { 'kind unreadOnly': 'the reader’s own unread notices' } },
  'journal.listEntries': {
    from: 'journal',
    filters: ({ busyActorId, requesterId, caseId, now }) => ({
      operation: ['casework.accept', 'casework.giveUp', 'registry.revealResident'],
      actorId: [busyActorId, requesterId],
      targetId: [caseId],
      from: [daysAgo(now, 400)],
      to: [daysAgo(now, 390)],
    }),
    loose: { operation: 'the rows of the reader’s place', actorId: 'the rows of one doer, or of the place' },
  },
  'registry.listHouseholds': { from: 'households', filters: ({ villageId }) => ({ regionId: [villageId] }) },
  'registry.listResidents': {
    from: 'persons',
    filters: ({ villageId, householdId, idNumber, phone }) => ({ regionId: [villageId], householdId: [householdId], words: ['王', '王秀英', idNumber, phone] }),
  },
}

/** Bounded otherwise, by a number of cases: measured, and held to no page. */
export const boundedLists: Partial<Record<QueryName, Asked>> = {
  'casework.listOnMap': {
    from: 'cases',
    isAlone: true,
    filters: ({ villageId, serial }) => ({ ...SIEVE, regionId: [villageId], serial: [serial] }),
  },
  'casework.listChildren': { from: 'cases', filters: () => ({}) },
  'casework.countByColour': { from: 'cases', filters: ({ villageId }) => ({ regionId: [villageId], mine: [true] }) },
}

/** A map of the whole county and one of a few villages, one case's children; other lists need nothing. */
const needed = (operation: OperationName, { caseId }: Known): object[] =>
  operation === 'casework.listChildren' ? [{ caseId }] : operation === 'casework.listOnMap' ? [BOX, { west: 107.3, south: 35.2, east: 107.4, north: 35.3 }] : [{}]

const PAGING = ['limit', 'cursor', 'sort']
const fieldsOf = (operation: QueryName): string[] => Object.keys(contracts[operation].input.shape)

/** By the contracts and not by the table above, so that a new list or filter is not forgotten. */
export const pagedOperations = (Object.keys(contracts) as QueryName[]).filter((name) => contracts[name].kind === 'query' && fieldsOf(name).includes('cursor'))

export const askedOf = (operation: QueryName): Asked => {
  const asked = pagedLists[operation] ?? boundedLists[operation]
  if (!asked) throw new Error(`${operation} is read page by page and stands in no table`)
  return asked
}

/** Filters of the contract no value is given for. */
export const forgottenFields = (operation: QueryName, known: Known): string[] => {
  const given = [...Object.keys({ ...askedOf(operation).filters(known), ...needed(operation, known)[0] }), ...PAGING]
  return fieldsOf(operation).filter((field) => !given.includes(field)).map((field) => `${operation} ${field}`)
}

/** What bounds a call instead of the page, where it names fields no index serves together. */
export const boundInstead = (operation: QueryName, input: object): string | undefined => {
  const words = Object.entries(input).map(([field, value]) => (field === 'sort' ? String(value) : field))
  const { loose = {} } = askedOf(operation)
  return Object.keys(loose).find((fields) => fields.split(' ').every((field) => words.includes(field)))
}

export const whyLoose = (operation: QueryName, input: object): string => askedOf(operation).loose?.[boundInstead(operation, input) ?? ''] ?? ''

const upToTwo = (values: Values, isAlone: boolean): object[] => {
  const single = Object.entries(values).flatMap(([field, options]) => options.map((option) => ({ field, input: { [field]: option } })))
  if (isAlone) return [{}, ...single.map(({ input }) => input)]
  const pairs = single.flatMap((one, at) => single.slice(at + 1).filter(({ field }) => field !== one.field).map((other) => ({ ...one.input, ...other.input })))
  return [{}, ...single.map(({ input }) => input), ...pairs]
}

export const inputsOf = (operation: QueryName, known: Known): object[] => {
  const { filters, sorts = [], isAlone = false } = askedOf(operation)
  const ordered = [...needed(operation, known), ...sorts.map((sort) => ({ sort }))]
  return ordered.flatMap((first) => upToTwo(filters(known), isAlone).map((input) => ({ ...first, ...input })))
}

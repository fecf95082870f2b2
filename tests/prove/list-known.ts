import type { OrgUnit } from '@xiangli/shared/region/contract'

/** What the full county holds that a filter can name: something common, something rare. */
export interface Known {
  now: Date
  villageId: string
  /** The unit of that village, and a department of the county. */
  committeeId: string
  departmentId: string
  serial: string
  caseId: string
  /** Many were merged into it. */
  parentId: string
  /** Many came by it. */
  codeId: string
  orderId: string
  externalNumber: string
  responsibility: string
  householdId: string
  busyActorId: string
  requesterId: string
  phone: string
  idNumber: string
  /** A full month, and the quarter it lies in. */
  month: string
  quarter: string
}

/** Whose unit a list is asked of that is one unit's. */
export interface OwnUnit {
  unitId: string
  kind: OrgUnit['kind']
}

export type Values = Record<string, readonly unknown[]>

export interface Asked {
  /** The collection the list is read from. */
  from: string
  /** What it cannot be asked without, once for each; nothing where such a reader cannot ask it at all. */
  needs?: (known: Known, own: OwnUnit | undefined) => object[]
  /** Each alone and each two together, every value of one with every value of the other. */
  filters: (known: Known) => Values
  /** Only each filter alone: such a list may take seconds. */
  isAlone?: true
  /**
   * Fields with which no index holds the page, each with what bounds the reading instead: an index of its
   * own would cost every write more than the few who ask this way gain. Measured alone, and held to no page.
   */
  loose?: Readonly<Record<string, string>>
  /** Of what no index serves alone, what costs most with something else: told as well. */
  besides?: readonly object[]
  /** The orders besides the one it has when none is asked for; each with all of the above. */
  sorts?: readonly string[]
}

/** What is not read by pages: held to a number of keys of its own, or told only where time bounds it. */
export interface Bounded extends Asked {
  bound: string
  most?: number
}

/** One who asks without an account, or one with: whom a public list is asked by. */
export const PUBLIC_READERS = ['anonymous', 'requester']

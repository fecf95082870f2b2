import { collection, type Stored } from '../../core/collection'

/** 权责清单: one duty of one unit, with the law or document it follows from. County data, as it stands now. */
export interface ResponsibilityDoc extends Stored {
  code: string
  unitId: string
  title: string
  basis: string
  categories: string[]
  /** Absent on a row the county was founded with. */
  version?: number
  isRetired?: boolean
}

export type ResponsibilityRow = Pick<ResponsibilityDoc, 'code' | 'unitId' | 'title' | 'basis' | 'categories'>

export const Responsibilities = collection<ResponsibilityDoc>({
  name: 'responsibilities',
  // A county's list has some hundred rows: words are looked for along this index, a page at a time.
  indexes: [{ name: 'responsibility_code', key: { county: 1, code: 1 }, unique: true }],
  duplicate: { _id_: 'casework.responsibilityChanged', responsibility_code: 'casework.responsibilityChanged' },
})

/** Every version there was; only ever added. What was cited in a return stands in the case's history as it was read. */
export interface ResponsibilityVersionDoc extends Stored {
  code: string
  version: number
  unitId: string
  title: string
  basis: string
  categories: string[]
  isRetired: boolean
  at?: Date
  byId?: string
}

export const ResponsibilityVersions = collection<ResponsibilityVersionDoc>({
  name: 'responsibility_versions',
  indexes: [{ name: 'responsibility_version', key: { county: 1, code: 1, version: -1 }, unique: true }],
  duplicate: { responsibility_version: 'casework.responsibilityChanged' },
})

export const FIRST_VERSION = 1
export const inUse = { isRetired: { $ne: true } } as const

/** The list as the county issued it; a code that is there already is set anew. */
export const keepResponsibilities = async (rows: readonly ResponsibilityRow[]): Promise<void> => {
  for (const { code, ...rest } of rows) await Responsibilities.upsert({ _id: code, code }, { $set: rest })
}

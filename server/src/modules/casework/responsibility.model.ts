import { collection, type Stored } from '../../core/collection'

/** 权责清单: one duty of one unit, with the law or document it follows from. County data. */
export interface ResponsibilityDoc extends Stored {
  code: string
  unitId: string
  title: string
  basis: string
  categories: string[]
}

export type ResponsibilityRow = Pick<ResponsibilityDoc, 'code' | 'unitId' | 'title' | 'basis' | 'categories'>

export const Responsibilities = collection<ResponsibilityDoc>({
  name: 'responsibilities',
  // A county's list has some hundred rows: words are looked for along this index, a page at a time.
  indexes: [{ name: 'responsibility_code', key: { county: 1, code: 1 }, unique: true }],
})

/** The list as the county issued it; a code that is there already is set anew. */
export const keepResponsibilities = async (rows: readonly ResponsibilityRow[]): Promise<void> => {
  for (const { code, ...rest } of rows) await Responsibilities.upsert({ _id: code, code }, { $set: rest })
}

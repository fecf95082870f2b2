import type { Problem } from '@xiangli/shared/hotline/read-row'
import type { RowOutcome } from '@xiangli/shared/hotline/states'
import { collection, type Stored } from '../../core/collection'

export interface ImportedRow {
  row: number
  externalNumber: string
  outcome: RowOutcome
  serial?: string
  problems: Problem[]
}

/** What became of each row of a file. Nothing of what the rows said. */
export interface ImportDoc extends Stored {
  byId: string
  source: string
  sourceName: string
  version: number
  fileName?: string
  /** Keyed, of the file and how its columns were read. */
  digest: string
  at: Date
  total: number
  /** Rows done so far: a part that begins elsewhere is not added. */
  upTo: number
  counts: Record<RowOutcome, number>
  rows: ImportedRow[]
}

export const Imports = collection<ImportDoc>({
  name: 'hotline_imports',
  indexes: [{ name: 'hotline_import_mine', key: { county: 1, byId: 1, at: -1, _id: -1 } }],
  duplicate: { _id_: 'core.busy' },
})

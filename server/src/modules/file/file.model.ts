import { collection, type Stored } from '../../core/collection'

export interface Claim {
  type: string
  id: string
}

/** A checked and re-encoded photo or voice note; its bytes lie in storage, under names nobody can guess. */
export interface FileDoc extends Stored {
  uploaderId: string
  kind: 'photo' | 'voice'
  /** `<county>/<yyyymm>/<random>`: where its bytes lie; each variant adds its ending. */
  stem: string
  at: Date
  /** What uses it. Without a claim it is swept after a day. */
  claim: Claim | null
  width?: number
  height?: number
  seconds?: number
  waveform?: number[]
}

export const Files = collection<FileDoc>({
  name: 'files',
  indexes: [
    { name: 'files_stem', key: { county: 1, stem: 1 }, unique: true },
    { name: 'files_waiting', key: { county: 1, uploaderId: 1 }, partialFilterExpression: { claim: null } },
    { name: 'files_unclaimed', key: { county: 1, at: 1 }, partialFilterExpression: { claim: null } },
  ],
  duplicate: { _id_: 'file.idTaken' },
})

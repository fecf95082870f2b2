import type { PlaceKind } from '@xiangli/shared/casework/place-codes'
import type { Point } from '@xiangli/shared/core/fields'
import { collection, type Stored } from '../../../core/collection'

/** 地点码. Its letters are unique for good: a retired one stays, so that no sheet ever leads elsewhere. */
export interface PlaceCodeDoc extends Stored {
  code: string
  name: string
  kind: PlaceKind
  villageId: string
  gridId?: string
  point?: Point
  category?: string
  words?: string
  regionPath: string
  scopeKeys: string[]
  madeAt: Date
  madeById: string
  isRetired: boolean
  retiredAt: Date | null
  retiredById?: string
  reason?: string
}

export const PlaceCodes = collection<PlaceCodeDoc>({
  name: 'place_codes',
  indexes: [
    { name: 'code_letters', key: { county: 1, code: 1 }, unique: true },
    { name: 'code_list', key: { county: 1, scopeKeys: 1, isRetired: 1, _id: -1 } },
  ],
  // New letters are drawn by the retry of the transaction; an id used again is the same making.
  duplicate: { _id_: 'casework.codeTaken', code_letters: 'core.busy' },
})

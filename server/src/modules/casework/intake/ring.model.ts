import type { CasePlace } from '@xiangli/shared/casework/record'
import { collection, type Stored } from '../../../core/collection'

/** A call for the duty desk beside an emergency; no case. The number is sealed. */
export interface RingDoc extends Stored {
  byId: string
  byName: string
  phone: string
  number: string
  label: string
  deskUnitId: string
  place: CasePlace
  regionPath: string
  scopeKeys: string[]
  at: Date
  isOpen: boolean
  endedAt: Date | null
  endedById: string | null
  note: string | null
}

/** One open call of one person: the index, so that a frightened thumb rings once. */
export const Rings = collection<RingDoc>({
  name: 'desk_rings',
  indexes: [
    { name: 'ring_open', key: { county: 1, byId: 1 }, unique: true, partialFilterExpression: { isOpen: true } },
    { name: 'ring_list', key: { county: 1, scopeKeys: 1, isOpen: 1, at: -1, _id: -1 } },
  ],
  duplicate: { ring_open: 'casework.alreadyRung', _id_: 'casework.alreadyRung' },
})

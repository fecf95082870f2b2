import type { Colour } from '@xiangli/shared/casework/states'
import type { Group, WATCH_KINDS } from '@xiangli/shared/handover/rules'
import { collection, type Stored } from '../../core/collection'

/** One line of the list: numbers and colours and what staff noted, nothing of the people concerned. */
export interface Frozen {
  group: Group
  caseId: string
  serial: string
  colour: Colour
  note?: string
  until?: Date
}

export interface Signed {
  byId: string
  at: Date
  words?: string
}

/** One shift handed to the next. The list is as it stood at the first signature. */
export interface HandoverDoc extends Stored {
  unitId: string
  shiftId: string
  from: Date
  to: Date
  mainId: string
  backupId?: string
  arriving: { shiftId: string; from: Date; to: Date; mainId: string; backupId?: string } | null
  at: Date
  items: Frozen[]
  more: Group[]
  /** Null: the next shift took over alone. */
  signed: Signed | null
  accepted: Signed | null
  rev: number
}

export const Handovers = collection<HandoverDoc>({
  name: 'handovers',
  indexes: [
    // One list for a shift: of two who sign at once, the second finds it signed.
    { name: 'handover_shift', key: { county: 1, shiftId: 1 }, unique: true },
    { name: 'handover_past', key: { county: 1, unitId: 1, at: -1, _id: -1 } },
  ],
  duplicate: { handover_shift: 'handover.alreadySigned' },
})

export interface WatchDoc extends Stored {
  unitId: string
  caseId: string
  serial: string
  kind: (typeof WATCH_KINDS)[number]
  note: string
  until: Date
  byId: string
  at: Date
  isOpen: boolean
  rev: number
}

export const Watches = collection<WatchDoc>({
  name: 'handover_watches',
  indexes: [{ name: 'watch_open', key: { county: 1, unitId: 1, kind: 1, until: 1, _id: 1 }, partialFilterExpression: { isOpen: true } }],
})

/** One reminder of one shift: `_id` is the shift and the number of the ring, so that none goes out twice. */
export interface RingDoc extends Stored {
  unitId: string
  at: Date
  cases: number
  hasMore: boolean
}

const KEPT_SECONDS = 180 * 86_400

export const Rings = collection<RingDoc>({
  name: 'handover_rings',
  indexes: [{ name: 'ring_expiry', key: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }],
})

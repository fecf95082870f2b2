import type { RingView } from '@xiangli/shared/casework/contract/ring'
import { maskName, maskPhone } from '@xiangli/shared/registry/rules'
import { services } from '../../../core/services'
import { namesOf } from '../../identity'
import { placeNames } from '../present/names'
import type { RingDoc } from './ring.model'

const sealedAt = (id: string) => ({ collection: 'desk_rings', id, field: 'phone' })

export const sealRingPhone = (id: string, phone: string): string => services().vault.sealField(phone, sealedAt(id))
export const openRingPhone = ({ _id, phone }: RingDoc): string => services().vault.openField(phone, sealedAt(_id))

export const presentRings = async (rings: readonly RingDoc[]): Promise<RingView[]> => {
  const names = await namesOf(rings.flatMap(({ endedById }) => endedById ?? []))
  return rings.map((ring) => ringView(ring, names))
}

const ringView = (ring: RingDoc, names: ReadonlyMap<string, string>): RingView => {
  const { townName, villageName, gridName } = placeNames(ring)
  const placeName = [townName, villageName, gridName].filter(Boolean).join(' ')
  const endedByName = ring.endedById ? names.get(ring.endedById) : undefined
  return {
    id: ring._id,
    at: ring.at.toISOString(),
    number: ring.number,
    label: ring.label,
    ...(placeName ? { placeName } : {}),
    ...(ring.place.words ? { placeWords: ring.place.words } : {}),
    ...(ring.place.point ? { point: ring.place.point } : {}),
    name: maskName(ring.byName),
    phone: maskPhone(openRingPhone(ring)),
    ...(ring.endedAt ? { endedAt: ring.endedAt.toISOString() } : {}),
    ...(endedByName ? { endedByName } : {}),
    ...(ring.note ? { note: ring.note } : {}),
  }
}

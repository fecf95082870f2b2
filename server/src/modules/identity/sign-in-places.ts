import { isIPv6 } from 'node:net'
import { now } from '../../core/clock'
import { collection, duplicateIndexOf, type Stored } from '../../core/collection'
import { services } from '../../core/services'
import { ambient } from '../../core/context'
import { DAY } from '@xiangli/shared/core/time'

const KEPT_DAYS = 30

interface PlaceDoc extends Stored {
  /** `_id` is the keyed hash of name and place together: neither can be read out of it. */
  expiresAt: Date
}

/** Where a name signed in lately. */
const Places = collection<PlaceDoc>({
  name: 'sign_in_places',
  indexes: [{ name: 'place_expiry', key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
})

const idOf = (username: string, place: string): string => services().vault.hashToken(`place:${ambient().county}:${username}|${place}`)

export const isKnownPlace = async (username: string, place: string): Promise<boolean> =>
  (await Places.one({ _id: idOf(username, place), expiresAt: { $gt: now() } })) !== null

export const rememberPlace = async (username: string, place: string): Promise<void> => {
  const expiresAt = new Date(now().getTime() + KEPT_DAYS * DAY)
  await Places.upsert({ _id: idOf(username, place) }, { $set: { expiresAt } }).catch((error: unknown) => {
    // Signed in twice at once: the other one has written it.
    if (!duplicateIndexOf(error)) throw error
  })
}

const groupsOf = (part: string): string[] => part.split(':').filter(Boolean)

/** An IPv6 address stands for its /64: one household or handset owns all of that, and could change within it at will. */
export const placeOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [left = [], tail] = plain.split('::').map(groupsOf)
  const zeros = Array.from({ length: tail ? Math.max(0, 8 - left.length - tail.length) : 0 }, () => '0')
  const network = [...left, ...zeros, ...(tail ?? [])].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

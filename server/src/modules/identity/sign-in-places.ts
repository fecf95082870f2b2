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

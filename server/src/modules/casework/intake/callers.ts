import type { Contact } from '../../identity'
import { newId } from '../../../core/ids'
import { ambient } from '../../../core/context'
import { services } from '../../../core/services'
import { Callers, type CallerDoc } from './caller.model'

const sealedAt = (id: string, field: 'phone' | 'name') => ({ collection: 'callers', id, field })

const phoneIndexOf = (phone: string): string => services().vault.blindIndex(phone, 'callers.phone')

/** By a number as `normalPhone` gives it. */
export const callerOfPhone = (phone: string): Promise<CallerDoc | null> => Callers.one({ phoneIndex: phoneIndexOf(phone) })

/** Who rings, as far as they said. */
export interface SaidCaller {
  phone?: string | undefined
  name?: string | undefined
  villageId?: string | undefined
}

const newCaller = ({ phone, name, villageId }: SaidCaller, now: Date): CallerDoc => {
  const _id = newId(now)
  const { vault } = services()
  return {
    _id,
    county: ambient().county,
    ...(phone ? { phone: vault.sealField(phone, sealedAt(_id, 'phone')), phoneIndex: phoneIndexOf(phone) } : {}),
    ...(name ? { name: vault.sealField(name, sealedAt(_id, 'name')) } : {}),
    ...(villageId ? { villageId } : {}),
    createdAt: now,
  }
}

/**
 * The caller of this number, made at its first call; what was not known yet is filled in, and a name
 * once given stays (each request keeps its own). Inside a transaction only: of two first calls at
 * once the unique index lets one through, and the other runs again and finds it.
 */
export const keepCaller = async (said: SaidCaller, now: Date): Promise<CallerDoc> => {
  const known = said.phone ? await callerOfPhone(said.phone) : null
  if (!known) return Callers.add(newCaller(said, now))
  const missing = {
    ...(said.name && !known.name ? { name: services().vault.sealField(said.name, sealedAt(known._id, 'name')) } : {}),
    ...(said.villageId && !known.villageId ? { villageId: said.villageId } : {}),
  }
  if (Object.keys(missing).length === 0) return known
  return (await Callers.change({ _id: known._id }, { $set: missing })) ?? known
}

export const nameOfCaller = ({ _id, name }: CallerDoc): string | undefined =>
  name === undefined ? undefined : services().vault.openField(name, sealedAt(_id, 'name'))

/** Name and phone as they were said; to be masked like those of an account. */
export const contactOfCaller = async (callerId: string): Promise<Partial<Contact>> => {
  const caller = await Callers.one({ _id: callerId })
  if (!caller) return {}
  const name = nameOfCaller(caller)
  const phone = caller.phone === undefined ? undefined : services().vault.openField(caller.phone, sealedAt(caller._id, 'phone'))
  return { ...(name ? { name } : {}), ...(phone ? { phone } : {}) }
}

/**
 * What a villager asked by phone before having an account: the requester id of those cases, for a
 * number they have proved to be theirs. Binding itself is not built; a typed number proves nothing.
 */
export const requesterIdOfVerifiedPhone = async (phone: string): Promise<string | undefined> => (await callerOfPhone(phone))?._id

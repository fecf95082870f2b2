import type { Actor, PersonActor } from '@xiangli/shared/core/actor'
import { withAmbient } from '../../core/context'
import { now as clock } from '../../core/clock'
import { services } from '../../core/services'
import { Accounts, Appointments, inForce, Sessions, type AccountDoc, type AppointmentDoc } from './account.model'

/** A right taken away is gone at once by the change stream, and within this time whatever happens. */
const CACHE_MS = 10_000
const MAX_CACHED = 20_000

interface Cached {
  actor: PersonActor
  until: number
}

const cache = new Map<string, Cached>()
const byAccount = new Map<string, Set<string>>()

export const hashOfToken = (token: string): string => services().vault.hashToken(token)

/** The signed-in person behind a token, with the appointments in force; undefined when it is no use. */
export const actorOfToken = async (token: string): Promise<Actor | undefined> => {
  const hash = hashOfToken(token)
  const known = cache.get(hash)
  if (known && known.until > Date.now()) return known.actor
  const actor = await withAmbient({ county: services().config.county }, () => load(hash))
  if (actor) keep(hash, actor)
  return actor
}

const load = async (hash: string): Promise<PersonActor | undefined> => {
  const session = await Sessions.one({ _id: hash })
  if (!session || session.expiresAt <= clock()) return undefined
  const account = await Accounts.one({ _id: session.accountId })
  return account && !account.isSuspended ? actorOf(account) : undefined
}

export const actorOf = async (account: AccountDoc): Promise<PersonActor> => {
  const held = await Appointments.list({ accountId: account._id, ...inForce(clock()) }, { limit: 50 })
  return {
    kind: 'person',
    id: account._id,
    county: account.county,
    name: account.name,
    ...(account.villageId ? { villageId: account.villageId } : {}),
    ...(account.withheld ? { withheld: account.withheld } : {}),
    appointments: held.map(appointmentOf),
  }
}

const appointmentOf = (held: AppointmentDoc): PersonActor['appointments'][number] => ({
  id: held._id,
  role: held.role,
  unitId: held.unitId,
  isDepartment: held.isDepartment,
  regionId: held.regionId,
  regionPath: held.regionPath,
})

const keep = (hash: string, actor: PersonActor): void => {
  if (cache.size >= MAX_CACHED) forgetAll()
  cache.set(hash, { actor, until: Date.now() + CACHE_MS })
  const hashes = byAccount.get(actor.id) ?? new Set()
  byAccount.set(actor.id, hashes.add(hash))
}

export const forgetSession = (hash: string): void => {
  cache.delete(hash)
}

export const forgetAccount = (accountId: string): void => {
  for (const hash of byAccount.get(accountId) ?? []) cache.delete(hash)
  byAccount.delete(accountId)
}

export const forgetAll = (): void => {
  cache.clear()
  byAccount.clear()
}

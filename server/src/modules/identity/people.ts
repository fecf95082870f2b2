import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { operationsOfRole, roleNames, type RoleName } from '@xiangli/shared/core/roles'
import { now as clock } from '../../core/clock'
import { newId } from '../../core/ids'
import { ambient } from '../../core/context'
import { Accounts, Appointments, inForce, type AccountDoc, type AppointmentDoc } from './account.model'
import { openidIndexOf, sealOpenid } from './openid'
import { hashPassword } from './passwords'
import { openPhone, sealPhone } from './present'

export interface NewAccount {
  id?: string
  name: string
  username?: string
  password?: string
  openid?: string
  villageId?: string
  phone?: string
}

export const addAccount = async ({ id, name, username, password, openid, villageId, phone }: NewAccount): Promise<AccountDoc> => {
  const _id = id ?? newId(clock())
  return Accounts.add({
    _id,
    county: ambient().county,
    name,
    isSuspended: false,
    createdAt: clock(),
    ...(username ? { username } : {}),
    ...(password ? { passwordHash: await hashPassword(password) } : {}),
    ...(openid ? { openidIndex: openidIndexOf(openid), openid: sealOpenid(_id, openid) } : {}),
    ...(villageId ? { villageId } : {}),
    ...(phone ? { phone: sealPhone(_id, phone) } : {}),
  })
}

export type NewAppointment = Omit<AppointmentDoc, '_id' | 'county' | 'from' | 'to'> & { from?: Date; to?: Date | null }

export const appoint = (appointment: NewAppointment): Promise<AppointmentDoc> =>
  Appointments.add({ from: clock(), to: null, ...appointment, _id: newId(clock()), county: ambient().county })

/** Who holds a role for exactly this region now and can sign in; the longest-serving first, so that the answer is stable. */
export const holderOf = async (role: RoleName, regionId: string): Promise<string | undefined> => {
  const held = await Appointments.list({ regionId, role, ...inForce(clock()) }, { sort: { from: 1, _id: 1 }, limit: 20 })
  const [first] = await withoutSuspended(held)
  return first?.accountId
}

/** Of these posts the ones whose holder can sign in: nothing is put into the hands of somebody suspended. */
export const withoutSuspended = async <P extends { accountId: string }>(posts: readonly P[]): Promise<P[]> => {
  if (posts.length === 0) return []
  const suspended = await Accounts.list({ _id: { $in: posts.map(({ accountId }) => accountId) }, isSuspended: true }, { projection: { _id: 1 } })
  const ids = new Set(suspended.map(({ _id }) => _id))
  return posts.filter(({ accountId }) => !ids.has(accountId))
}

/** People at a unit who may do this operation there: those a duty falls to when no person is named. */
export const staffOfUnit = (unitId: string, operation: OperationName, at = clock()): Promise<AppointmentDoc[]> =>
  Appointments.list({ unitId, role: { $in: rolesWith(operation) }, ...inForce(at) }, { limit: 50 })

/** Those whose appointment for one of these regions grants the operation. */
export const staffOfRegions = (regionIds: readonly string[], operation: OperationName): Promise<AppointmentDoc[]> =>
  Appointments.list({ regionId: { $in: [...regionIds] }, role: { $in: rolesWith(operation) }, ...inForce(clock()) }, { limit: 200 })

const rolesWith = (operation: OperationName): RoleName[] => roleNames.filter((role) => operationsOfRole(role).has(operation))

export interface Contact {
  name: string
  phone?: string
}

/** Name and phone by account id, in one read however many are asked; whoever has no account is left out. */
export const contactsOf = async (accountIds: readonly string[]): Promise<Map<string, Contact>> => {
  const accounts = await Accounts.list({ _id: { $in: [...new Set(accountIds)] } })
  return new Map(accounts.map((account) => [account._id, contactIn(account)]))
}

const contactIn = (account: AccountDoc): Contact => {
  const phone = openPhone(account)
  return { name: account.name, ...(phone ? { phone } : {}) }
}

export const contactOf = async (accountId: string): Promise<Contact | undefined> => (await contactsOf([accountId])).get(accountId)

export const appointmentsOf = (accountId: string): Promise<AppointmentDoc[]> =>
  Appointments.list({ accountId, ...inForce(clock()) }, { limit: 50 })

/** All posts these people hold now. */
export const postsOf = (accountIds: readonly string[]): Promise<AppointmentDoc[]> =>
  accountIds.length === 0 ? Promise.resolve([]) : Appointments.list({ accountId: { $in: [...new Set(accountIds)] }, ...inForce(clock()) }, { limit: 1000 })

/** Posts at these units that are held from one instant to another: of the people named, or of anyone (100 at most). */
export const postsAt = (unitIds: readonly string[], { from, to, people }: { from: Date; to: Date; people?: readonly string[] }): Promise<AppointmentDoc[]> =>
  Appointments.list(
    { unitId: { $in: [...unitIds] }, ...(people ? { accountId: { $in: [...people] } } : {}), from: { $lte: from }, $or: [{ to: null }, { to: { $gte: to } }] },
    { sort: { from: 1, _id: 1 }, limit: people ? 200 : 100 },
  )

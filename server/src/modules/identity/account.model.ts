import type { RoleName } from '@xiangli/shared/core/roles'
import { collection, type Stored } from '../../core/collection'

export interface AccountDoc extends Stored {
  name: string
  /** Keyed hash of the WeChat openid; the openid itself is sealed beside it. */
  openidIndex?: string
  openid?: string
  username?: string
  passwordHash?: string
  /** Sealed. */
  phone?: string
  villageId?: string
  isSuspended: boolean
  withheld?: string[]
  createdAt: Date
}

export const Accounts = collection<AccountDoc>({
  name: 'accounts',
  indexes: [
    { name: 'account_openid', key: { county: 1, openidIndex: 1 }, unique: true, partialFilterExpression: { openidIndex: { $exists: true } } },
    { name: 'account_username', key: { county: 1, username: 1 }, unique: true, partialFilterExpression: { username: { $exists: true } } },
  ],
  // Two phones of one person at their first visit: the later one signs in again and finds the account.
  duplicate: { account_openid: 'identity.loginAgain' },
})

/** 任职: a role at a unit for a region, from–to. Ended ones stay. */
export interface AppointmentDoc extends Stored {
  accountId: string
  role: RoleName
  unitId: string
  isDepartment: boolean
  regionId: string
  regionPath: string
  /** One of the ten grid posts, where it is one. */
  post?: string
  from: Date
  to: Date | null
}

export const Appointments = collection<AppointmentDoc>({
  name: 'appointments',
  indexes: [
    { name: 'appointment_account', key: { county: 1, accountId: 1, from: 1 } },
    { name: 'appointment_region', key: { county: 1, regionId: 1, role: 1, from: 1 } },
    { name: 'appointment_unit', key: { county: 1, unitId: 1, from: 1 } },
  ],
})

export interface SessionDoc extends Stored {
  /** `_id` is the keyed hash of the token; the token is known to its holder only. */
  accountId: string
  kind: 'wechat' | 'password' | 'demo'
  createdAt: Date
  expiresAt: Date
}

export const Sessions = collection<SessionDoc>({
  name: 'sessions',
  indexes: [
    { name: 'session_account', key: { county: 1, accountId: 1 } },
    { name: 'session_expiry', key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
})

/** Appointments in force at an instant. */
export const inForce = (now: Date) => ({ from: { $lte: now }, $or: [{ to: null }, { to: { $gt: now } }] })

import { DAY } from '@xiangli/shared/core/time'
import type { SignedIn } from '@xiangli/shared/identity/contract'
import { randomToken } from '../../core/crypto/digest'
import { fail } from '../../core/fail'
import type { CommandContext } from '../../core/operation'
import { Sessions, type AccountDoc, type SessionDoc } from './account.model'
import { hashOfToken } from './actors'
import { presentMe } from './present'

const VILLAGER_DAYS = 30
const STAFF_DAYS = 1

export interface OpenedSession {
  token: string
  account: AccountDoc
  expiresAt: Date
}

/** A new opaque session; only its keyed hash is stored, so a copied database opens no door. */
export const openSession = async (ctx: CommandContext, account: AccountDoc, kind: SessionDoc['kind']): Promise<OpenedSession> => {
  if (account.isSuspended) fail('identity.suspended')
  const token = randomToken()
  const days = kind === 'wechat' ? VILLAGER_DAYS : STAFF_DAYS
  const expiresAt = new Date(ctx.now.getTime() + days * DAY)
  await Sessions.add({ _id: hashOfToken(token), county: ctx.county, accountId: account._id, kind, createdAt: ctx.now, expiresAt })
  ctx.record({ type: 'account', id: account._id })
  return { token, account, expiresAt }
}

export const presentSignedIn = async ({ token, account, expiresAt }: OpenedSession): Promise<SignedIn> => ({
  token,
  expiresAt: expiresAt.toISOString(),
  me: await presentMe(account),
})

/**
 * All strangers act under one id: a key one of them has used must not hide these from the next. A
 * WeChat code is good once, so its refusal may well be the echo of a success, and is not among them.
 */
export const turnedAway = ['core.tooMany', 'identity.throttled', 'identity.badPassword'] as const

/** A token is never kept, so a repeated sign-in cannot be presented again. */
export const neverAgain = async (): Promise<never> => fail('identity.loginAgain')

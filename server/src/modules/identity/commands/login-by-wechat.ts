import { AdapterError } from '../../../adapters/wechat/adapter-error'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { services } from '../../../core/services'
import { Accounts, type AccountDoc } from '../account.model'
import { neverAgain, openSession, presentSignedIn, turnedAway } from '../sign-in'
import { openidIndexOf, sealOpenid } from '../openid'

/** wx.login → code2Session → the account of that openid, made at its first visit. */
export const loginByWechat = defineCommand('identity.loginByWechat', {
  prepare: async (_ctx, { code }) => {
    try {
      return await services().wechat.codeToSession(code)
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'refused') return fail('identity.badCode')
      if (error instanceof AdapterError) return fail('core.unavailable', { retryAfterSeconds: 5 })
      throw error
    }
  },
  run: async (ctx, _input, { openid }) => {
    const openidIndex = openidIndexOf(openid)
    const account = (await Accounts.one({ openidIndex })) ?? (await Accounts.add(firstVisit(openid, ctx)))
    return openSession(ctx, account, 'wechat')
  },
  present: (_ctx, opened) => presentSignedIn(opened),
  reload: neverAgain,
  believed: turnedAway,
})

const firstVisit = (openid: string, { county, now }: { county: string; now: Date }): AccountDoc => {
  const _id = newId(now)
  return { _id, county, name: '村民', openidIndex: openidIndexOf(openid), openid: sealOpenid(_id, openid), isSuspended: false, createdAt: now }
}

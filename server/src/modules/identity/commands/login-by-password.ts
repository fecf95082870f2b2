import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { Accounts } from '../account.model'
import { countTry, isPassword } from '../passwords'
import { neverAgain, openSession, presentSignedIn, turnedAway } from '../sign-in'

export const loginByPassword = defineCommand('identity.loginByPassword', {
  prepare: async (ctx, { username, password }) => {
    const forgive = await countTry(username, ctx.address ?? 'local')
    const account = await Accounts.one({ username })
    if (!(await isPassword(account?.passwordHash, password))) return fail('identity.badPassword')
    await forgive()
    return account
  },
  run: async (ctx, _input, account) => openSession(ctx, await Accounts.need({ _id: account?._id ?? '' }), 'password'),
  present: (_ctx, opened) => presentSignedIn(opened),
  reload: neverAgain,
  believed: turnedAway,
})

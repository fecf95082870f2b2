import { defineCommand } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Sessions } from '../account.model'
import { forgetAccount } from '../actors'

/** Ends every session of this account: a lost phone is shut out from any other. */
export const logout = defineCommand('identity.logout', {
  run: async (ctx) => {
    const accountId = personIdOf(ctx)
    await Sessions.removeMany({ accountId })
    ctx.record({ type: 'account', id: accountId })
    return accountId
  },
  present: (_ctx, accountId) => {
    forgetAccount(accountId)
    return {}
  },
  reload: async (_ctx, target) => target.id,
})

import { soundsOfficial } from '@xiangli/shared/identity/rules'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Accounts } from '../account.model'
import { forgetAccount } from '../actors'
import { presentMe, sealPhone } from '../present'

export const updateProfile = defineCommand('identity.updateProfile', {
  run: async (ctx, { name, phone }) => {
    const accountId = personIdOf(ctx)
    ctx.record({ type: 'account', id: accountId })
    // Staff sign with their name, in the journal too: it is the office's to change.
    const { actor } = ctx
    const isStaff = actor.kind === 'person' && actor.appointments.length > 0
    if (name && isStaff && name !== actor.name) return fail('core.forbidden', { field: 'name' })
    if (name && !isStaff && soundsOfficial(name)) return fail('core.badInput', { field: 'name', message: '请填您自己的称呼，不能用机关或系统的名称' })
    const changed = { ...(name ? { name } : {}), ...(phone ? { phone: sealPhone(accountId, phone) } : {}) }
    if (Object.keys(changed).length === 0) return Accounts.need({ _id: accountId })
    return (await Accounts.change({ _id: accountId }, { $set: changed })) ?? fail('core.notFound')
  },
  present: (_ctx, account) => {
    forgetAccount(account._id)
    return presentMe(account)
  },
  reload: (_ctx, target) => Accounts.need({ _id: target.id }),
})

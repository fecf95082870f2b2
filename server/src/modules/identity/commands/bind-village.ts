import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { regionById } from '../../region'
import { Accounts } from '../account.model'
import { forgetAccount } from '../actors'
import { presentMe } from '../present'

/** 选定我的村: where my requests belong when I give no place. */
export const bindVillage = defineCommand('identity.bindVillage', {
  run: async (ctx, { villageId }) => {
    const village = regionById(villageId)
    if (village?.level !== 'village') return fail('region.unknown', { field: 'villageId' })
    const accountId = personIdOf(ctx)
    ctx.record({ type: 'account', id: accountId }, { regionPath: village.path })
    return (await Accounts.change({ _id: accountId }, { $set: { villageId } })) ?? fail('core.notFound')
  },
  present: (_ctx, account) => {
    forgetAccount(account._id)
    return presentMe(account)
  },
  reload: (_ctx, target) => Accounts.need({ _id: target.id }),
})

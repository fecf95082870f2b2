import { defineQuery } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Accounts } from '../account.model'
import { presentMe } from '../present'

export const getMe = defineQuery('identity.getMe', async (ctx) => presentMe(await Accounts.need({ _id: personIdOf(ctx) })))

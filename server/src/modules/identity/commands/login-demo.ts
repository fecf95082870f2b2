import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { services } from '../../../core/services'
import { Accounts } from '../account.model'
import { neverAgain, openSession, presentSignedIn, turnedAway } from '../sign-in'

/** One click for the demo's staff; without DEMO there is no such door. */
export const loginDemo = defineCommand('identity.loginDemo', {
  run: async (ctx, { username }) => {
    if (!services().config.isDemo) fail('identity.demoOnly')
    const account = await Accounts.need({ username }, 'identity.demoOnly')
    return openSession(ctx, account, 'demo')
  },
  present: (_ctx, opened) => presentSignedIn(opened),
  reload: neverAgain,
  believed: turnedAway,
})

import { module } from '../../core/module'
import { bindVillage } from './commands/bind-village'
import { loginByPassword } from './commands/login-by-password'
import { loginByWechat } from './commands/login-by-wechat'
import { loginDemo } from './commands/login-demo'
import { logout } from './commands/logout'
import { sweepSessions } from './commands/sweep-sessions'
import { updateProfile } from './commands/update-profile'
import { jobs } from './jobs'
import { getMe } from './queries/get-me'
import { listDemoAccounts } from './queries/list-demo-accounts'
import { listTeam } from './queries/list-team'
import { watchRevocations } from './revocation'

export { actorOf, actorOfToken, hashOfToken } from './actors'
export { namesOf } from './names'
export { addAccount, appoint, appointmentsOf, contactOf, contactsOf, holderOf, postsAt, postsOf, staffOfRegions, staffOfUnit, withoutSuspended, type Contact } from './people'
export { titlesOf } from './titles'
export { onRevoked } from './revocation'

export const identityModule = module({
  name: 'identity',
  operations: [loginByWechat, loginByPassword, loginDemo, logout, bindVillage, updateProfile, sweepSessions, getMe, listDemoAccounts, listTeam],
  jobs,
  start: watchRevocations,
})

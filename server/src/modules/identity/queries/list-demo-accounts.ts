import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineQuery } from '../../../core/operation'
import { services } from '../../../core/services'
import { roleLabel } from '@xiangli/shared/core/roles'
import { regionById, regionName, unitById } from '../../region'
import { Accounts, Appointments, inForce, type AppointmentDoc } from '../account.model'

/** The staff the demo's seed names, in its order; a real installation has none. */
export const listDemoAccounts = defineQuery('identity.listDemoAccounts', async (ctx) => {
  const { config } = services()
  if (!config.isDemo) return { items: [] }
  const text = await readFile(join(config.dataDir, 'demo-accounts.json'), 'utf8').catch(() => '[]')
  const usernames = (JSON.parse(text) as { username: string }[]).map(({ username }) => username).slice(0, 40)
  const accounts = await Accounts.list({ username: { $in: usernames } }, { limit: 40 })
  const held = await Appointments.list({ accountId: { $in: accounts.map(({ _id }) => _id) }, ...inForce(ctx.now) }, { limit: 200 })
  const items = usernames.flatMap((username) => {
    const account = accounts.find((each) => each.username === username)
    const first = held.find((each) => each.accountId === account?._id)
    if (!account || !first) return []
    return [{ username, name: account.name, title: roleLabel(first.role), regionName: placeOf(first) }]
  })
  return { items }
})

/** Above the villages the unit tells more than the region: 县交通运输局, not 泾川县. */
const placeOf = ({ regionId, unitId }: AppointmentDoc): string =>
  regionById(regionId)?.level === 'county' ? (unitById(unitId)?.name ?? '') : regionName(regionId)

import { operationsOfRole, roleLabel } from '@xiangli/shared/core/roles'
import type { Me } from '@xiangli/shared/identity/contract'
import { maskPhone } from '@xiangli/shared/registry/rules'
import { services } from '../../core/services'
import { regionById, regionName, unitById } from '../region'
import type { AccountDoc } from './account.model'
import { actorOf } from './actors'

const phonePlace = (account: Pick<AccountDoc, '_id'>) => ({ collection: 'accounts', id: account._id, field: 'phone' })

export const sealPhone = (accountId: string, phone: string): string =>
  services().vault.sealField(phone, phonePlace({ _id: accountId }))

export const openPhone = (account: AccountDoc): string | undefined =>
  account.phone ? services().vault.openField(account.phone, phonePlace(account)) : undefined

export const presentMe = async (account: AccountDoc): Promise<Me> => {
  const actor = await actorOf(account)
  const phone = openPhone(account)
  const village = account.villageId ? regionById(account.villageId) : undefined
  const town = village?.parentId ? regionById(village.parentId) : undefined
  return {
    id: account._id,
    name: account.name,
    ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(village ? { village: { id: village.id, name: village.shortName, townName: town?.shortName ?? '' } } : {}),
    appointments: actor.appointments.map((held) => ({
      id: held.id,
      role: held.role,
      roleLabel: roleLabel(held.role),
      unitId: held.unitId,
      unitName: unitById(held.unitId)?.name ?? '',
      regionId: held.regionId,
      regionName: regionName(held.regionId),
      regionPath: held.regionPath,
    })),
    operations: [...new Set(actor.appointments.flatMap((held) => [...operationsOfRole(held.role)]))].filter(
      (operation) => !account.withheld?.includes(operation),
    ),
  }
}

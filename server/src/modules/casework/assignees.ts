import type { RoleName } from '@xiangli/shared/core/roles'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { staffOfRegions, staffOfUnit, withoutSuspended } from '../identity'
import { unitById } from '../region'
import type { CaseDoc } from './case.model'

export interface Assignee {
  accountId: string
  role: RoleName
  unitId: string
}

/** Those who can sign in and whose own appointment lets them handle it there: in its regions, or at its unit's desk. */
export const assigneesOf = async (record: Pick<CaseDoc, 'regionPath' | 'handler' | 'ownerUnitId' | 'scopeKeys'>): Promise<Assignee[]> => {
  const regions = ancestorsOf(record.regionPath).slice(1)
  const [near, handlers, owners] = [
    await staffOfRegions(regions, 'casework.handle'),
    await staffOfUnit(record.handler.unitId, 'casework.handle'),
    await staffOfUnit(record.ownerUnitId, 'casework.handle'),
  ]
  const covering = [...near.filter((each) => !each.isDepartment), ...handlers, ...owners].filter((each) =>
    record.scopeKeys.includes(each.isDepartment ? `${each.unitId}@${each.regionId}` : each.regionId),
  )
  const byPerson = new Map((await withoutSuspended(covering)).map((each) => [each.accountId, { accountId: each.accountId, role: each.role, unitId: each.unitId }]))
  return [...byPerson.values()].filter(({ unitId }) => unitById(unitId) !== undefined)
}

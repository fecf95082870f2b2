import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { RoleName } from '@xiangli/shared/core/roles'
import { ancestorsOf, barredRegionsOf } from '@xiangli/shared/core/scope'
import { postsOf, staffOfRegions, staffOfUnit, withoutSuspended } from '../identity'
import { unitById } from '../region'
import type { CaseDoc } from './case.model'
import { covers } from './parties'

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
  const covering = [...near.filter((each) => !each.isDepartment), ...handlers, ...owners].filter((each) => covers(each, record.scopeKeys))
  const byPerson = new Map((await withoutThose(await withoutSuspended(covering), record)).map((each) => [each.accountId, { accountId: each.accountId, role: each.role, unitId: each.unitId }]))
  return [...byPerson.values()].filter(({ unitId }) => unitById(unitId) !== undefined)
}

/** Without those who hold a post where the people it is about do. */
export const withoutThose = async <P extends { accountId: string }>(posts: readonly P[], { scopeKeys }: Pick<CaseDoc, 'scopeKeys'>): Promise<P[]> => {
  const regions = barredRegionsOf(scopeKeys)
  if (regions.length === 0) return [...posts]
  const there = await postsOf(posts.map(({ accountId }) => accountId))
  const barred = new Set(there.filter(({ regionPath }) => ancestorsOf(regionPath).some((id) => regions.includes(id))).map(({ accountId }) => accountId))
  return posts.filter(({ accountId }) => !barred.has(accountId))
}

interface Sought {
  unitIds: readonly string[]
  operation: OperationName
  at: Date
}

/** Staff of these units whose own appointment lets them do this on the case, and who can sign in. */
export const staffOver = async ({ scopeKeys }: Pick<CaseDoc, 'scopeKeys'>, { unitIds, operation, at }: Sought): Promise<string[]> => {
  const staff = (await Promise.all(unitIds.map((unitId) => staffOfUnit(unitId, operation, at)))).flat()
  const able = await withoutThose(await withoutSuspended(staff.filter((held) => covers(held, scopeKeys))), { scopeKeys })
  return [...new Set(able.map(({ accountId }) => accountId))]
}

type InHands = Pick<CaseDoc, 'handler' | 'scopeKeys'>

/** The people of the handling desk who may take the case on at that time, and can sign in. */
export const deskOf = (record: InHands, at: Date): Promise<string[]> =>
  staffOver(record, { unitIds: [record.handler.unitId], operation: 'casework.accept', at })

/** The handler, while they hold the post; whoever has left it hands the case to the desk. */
export const presentHandler = async (record: InHands, now: Date): Promise<CaseDoc['handler']> => {
  const { personId, unitId } = record.handler
  if (!personId || (await deskOf(record, now)).includes(personId)) return record.handler
  return { unitId, personId: null, since: now }
}

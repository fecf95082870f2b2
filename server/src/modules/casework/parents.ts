import type { ParentStand } from '@xiangli/shared/casework/rules'
import { Cases, type CaseDoc } from './case.model'

/** The case a merged one went into; null for all others. */
export const parentOf = async ({ state, merged }: Pick<CaseDoc, 'state' | 'merged'>): Promise<CaseDoc | null> =>
  state === 'merged' && merged ? Cases.one({ _id: merged.intoId }) : null

/** With how its parent stands, which the rules ask of a merged case alone: any other is not copied for it. */
export const beside = <R extends Pick<CaseDoc, 'state'>>(record: R, parent: ParentStand | null | undefined): R & { parent?: ParentStand } =>
  parent ? { ...record, parent } : record

export const withParent = async <R extends CaseDoc>(record: R): Promise<R & { parent?: ParentStand }> => beside(record, await parentOf(record))

/** For a list: each parent read once, by id. */
export const parentsOf = async (records: readonly Pick<CaseDoc, 'state' | 'merged'>[]): Promise<Map<string, ParentStand>> => {
  const ids = [...new Set(records.flatMap(({ state, merged }) => (state === 'merged' && merged ? merged.intoId : [])))]
  if (ids.length === 0) return new Map()
  const parents = await Cases.list({ _id: { $in: ids } }, { projection: { state: 1, closedAt: 1 } })
  return new Map(parents.map((parent) => [parent._id, parent]))
}

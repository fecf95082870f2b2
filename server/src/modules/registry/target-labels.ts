import { mayOn } from '@xiangli/shared/core/scope'
import { maskName } from '@xiangli/shared/registry/rules'
import type { TargetLabels } from '../journal'
import { Persons } from './person.model'

/** Masked names, only of residents on the reader's own register. */
export const labelsOfPersons: TargetLabels = async (ctx, ids) => {
  const found = await Persons.list({ _id: { $in: [...ids] } }, { projection: { name: 1, scopeKeys: 1 } })
  const visible = found.filter(({ scopeKeys }) => mayOn(ctx.actor, 'registry.listResidents', scopeKeys))
  return new Map(visible.map(({ _id, name }) => [_id, maskName(name)]))
}

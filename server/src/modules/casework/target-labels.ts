import { mayOn } from '@xiangli/shared/core/scope'
import type { TargetLabels } from '../journal'
import { Cases } from './case.model'
import { titleFor } from './present/summary'

const projection = { type: 1, serial: 1, title: 1, words: 1, category: 1, voiceSeconds: 1, names: 1, scopeKeys: 1 } as const

/** Serial and title, only of cases the reader could open now. */
export const labelsOfCases: TargetLabels = async (ctx, ids) => {
  const found = await Cases.list({ _id: { $in: [...ids] } }, { projection })
  const visible = found.filter(({ scopeKeys }) => mayOn(ctx.actor, 'casework.getCase', scopeKeys))
  return new Map(visible.map((record) => [record._id, `${record.serial} ${titleFor(record)}`]))
}

import { keptPath } from '@xiangli/shared/casework/about'
import { shownBelow } from '@xiangli/shared/casework/names'
import type { Actor } from '@xiangli/shared/core/actor'
import { ancestorsOf, mayOn } from '@xiangli/shared/core/scope'
import type { CaseDoc, HistoryDoc } from '../case.model'

/** Of a sealed case the village reads what followed its release: when the township took it on would tell when it came in. */
export const readableBy = (actor: Actor, record: CaseDoc, history: readonly HistoryDoc[]): readonly HistoryDoc[] => {
  if (record.names !== 'sealed' || record.requesterId === actor.id) return history
  const isAbove = mayOn(actor, 'casework.getCase', ancestorsOf(keptPath(record.regionPath, 'village')))
  return isAbove ? history : shownBelow(record, history)
}

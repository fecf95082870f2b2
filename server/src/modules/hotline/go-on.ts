import { whyNotAct } from '@xiangli/shared/casework/rules'
import { isOpen } from '@xiangli/shared/casework/states'
import { typeOf, withParent, type CaseDoc } from '../casework'

const ENDED: ReadonlySet<CaseDoc['state']> = new Set<CaseDoc['state']>(['answered', 'closed', 'merged'])

/**
 * What somebody's "not fixed" makes of a case, by the rule that everybody's reopening is judged by: it
 * goes on; it is worked on anyway, by itself or in the case it was merged into; or it goes no further.
 */
export const standOf = async (record: CaseDoc, now: Date): Promise<'goesOn' | 'atWork' | 'stuck'> => {
  if (isOpen(record.state) && record.state !== 'answered') return 'atWork'
  if (!ENDED.has(record.state)) return 'stuck'
  const why = whyNotAct(typeOf(record), await withParent(record), { action: 'reopen', parties: new Set(['system']), now })
  return why === null ? 'goesOn' : why === 'casework.mergedUnanswered' ? 'atWork' : 'stuck'
}

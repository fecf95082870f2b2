import { dayAfter, instantOf } from '@xiangli/shared/core/time'
import { needAtUnit } from './people'
import type { Plan } from './plan'

/** Everybody on the list serves at the unit for all of the period. */
export const needPlannable = ({ unitId, pattern, from, to }: Plan): Promise<void> =>
  needAtUnit(
    [unitId],
    { from: instantOf(from, '00:00'), to: instantOf(dayAfter(to, 1), '00:00') },
    pattern.personIds.map((personId, at) => ({ personId, field: `pattern.personIds.${at}` })),
  )

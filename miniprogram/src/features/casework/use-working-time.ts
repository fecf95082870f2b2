import { workingTimeOfYears } from '@xiangli/shared/calendar/from-years'
import { dayOf } from '@xiangli/shared/core/time'
import { useMemo } from 'react'
import { useQuery } from '@/hooks/use-query'

/** The county's working days of this year and the next, asked for only where somebody chooses a day. */
export function useWorkingTime(isOff: boolean) {
  const year = Number(dayOf(new Date()).slice(0, 4))
  const current = useQuery('calendar.getCalendar', { year }, { isOff })
  const next = useQuery('calendar.getCalendar', { year: year + 1 }, { isOff })
  const work = useMemo(() => (current.data && next.data ? workingTimeOfYears([current.data, next.data]) : null), [current.data, next.data])
  return { work, error: work ? undefined : (current.error ?? next.error), reload: () => void Promise.all([current.reload(), next.reload()]) }
}

import { workingTimeOfYears } from '@xiangli/shared/calendar/from-years'
import { dayOf } from '@xiangli/shared/core/time'
import { useMemo } from 'react'
import { useQuery } from '../../../services/use-query'

const FRESH = 600_000

/** The county's working days of this year and the next, as the server counts by them. */
export function useWorkingTime(now: number) {
  const year = Number(dayOf(new Date(now)).slice(0, 4))
  const current = useQuery('calendar.getCalendar', { year }, { freshFor: FRESH })
  const next = useQuery('calendar.getCalendar', { year: year + 1 }, { freshFor: FRESH })
  const work = useMemo(() => (current.data && next.data ? workingTimeOfYears([current.data, next.data]) : null), [current.data, next.data])
  const retry = () => void Promise.all([current.refetch(), next.refetch()])
  return { work, error: current.error ?? next.error, retry }
}

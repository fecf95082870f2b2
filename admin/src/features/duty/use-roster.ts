import type { OrgUnit } from '@xiangli/shared/region/contract'
import type { Desk } from '@xiangli/shared/duty/shifts'
import { dayOf } from '@xiangli/shared/core/time'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { useMe } from '../../services/me'
import { usePages, useQuery } from '../../services/use-query'
import { daysShown, type View } from './days'

/** Which roster is on the page stands in its address. */
export function useRosterChoice() {
  const me = useMe()
  const [params, setParams] = useSearchParams()
  const unitId = params.get('unit') ?? me.appointments[0]?.unitId ?? ''
  const desk: Desk = params.get('desk') === 'pool' ? 'pool' : 'duty'
  const view: View = params.get('view') === 'month' ? 'month' : 'week'
  const day = params.get('day') ?? dayOf(new Date())
  const choose = (next: Record<string, string>) => {
    const changed = new URLSearchParams(params)
    Object.entries(next).forEach(([name, value]) => (value ? changed.set(name, value) : changed.delete(name)))
    setParams(changed, { replace: true })
  }
  return { unitId, desk, view, day, choose }
}

/** All shifts of the days shown; a full page is followed to its end. */
export function useShifts({ unitId, desk, view, day }: { unitId: string; desk: Desk; view: View; day: string }) {
  const days = daysShown(view, day)
  const list = usePages('duty.listShifts', { unitId, desk, from: days[0] ?? day, days: days.length, limit: 100 }, { isOff: unitId === '' })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...list, days, shifts: list.items }
}

export function useUnits(): OrgUnit[] {
  return useQuery('region.listUnits', {}, { freshFor: 600_000 }).data?.items ?? []
}

/** After a write what is shown is asked again at once, before the socket tells of it. */
export function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => /^(duty|handover)\./.test(String(queryKey[0])) })
}

import { DAY, dayOf, SHANGHAI_OFFSET } from '@xiangli/shared/core/time'

export const periods = [
  { value: '', label: '不限' },
  { value: 'today', label: '今天' },
  { value: 'week', label: '近 7 天' },
  { value: 'month', label: '近 30 天' },
  { value: 'day', label: '选一天' },
]

const days: Record<string, number> = { today: 0, week: 6, month: 29 }

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET
const instant = (at: number) => new Date(at).toISOString()

/** Whole days of the county's calendar. */
export function periodOf(params: URLSearchParams): { from?: string; to?: string } {
  const period = params.get('period') ?? ''
  if (period === 'day') {
    const day = params.get('day') || dayOf(new Date())
    return { from: instant(startOf(day)), to: instant(startOf(day) + DAY - 1) }
  }
  const back = days[period]
  return back === undefined ? {} : { from: instant(startOf(dayOf(new Date())) - back * DAY) }
}

import { formatInstant } from '../core/time'
import type { Span } from './rules'
import type { Desk, Slot } from './shifts'

export const deskLabels: Record<Desk, string> = { duty: '值班', pool: '兜底岗' }
export const slotDayLabels: Record<Slot['days'], string> = { workdays: '工作日', restDays: '休息日', everyDay: '每天' }

/** What a desk usually begins with. */
export const usualSlots: readonly Slot[] = [
  { name: '白班', days: 'workdays', from: '08:30', to: '18:00' },
  { name: '夜班', days: 'workdays', from: '18:00', to: '08:30' },
  { name: '休息日白班', days: 'restDays', from: '08:30', to: '18:00' },
  { name: '休息日夜班', days: 'restDays', from: '18:00', to: '08:30' },
]

/** `11月21日 周六 18:00 到 11月22日 周日 08:30`; the second day only where it is another. */
export const spanWords = ({ from, to }: Span, now: Date): string => {
  const [begin, end] = [formatInstant(from, now), formatInstant(to, now)]
  const [beginDay] = begin.split(/ (?=\d\d:)/)
  return `${begin} 到 ${end.startsWith(`${beginDay} `) ? end.slice(-5) : end}`
}

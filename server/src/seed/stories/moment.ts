import { SHANGHAI_OFFSET } from '@xiangli/shared/core/time'

const HOUR = 3_600_000
const DAY_MS = 24 * HOUR

const hourOf = (at: number): number => ((at + SHANGHAI_OFFSET) % DAY_MS) / HOUR
const dayStart = (at: number): number => at - ((at + SHANGHAI_OFFSET) % DAY_MS)

/** Staff answer between eight in the morning and seven in the evening; later comes the next morning. */
export const inOfficeHours = (at: Date): Date => {
  const hour = hourOf(at.getTime())
  if (hour >= 8 && hour < 19) return at
  const morning = dayStart(at.getTime()) + (hour < 8 ? 0 : DAY_MS) + 8 * HOUR
  return new Date(morning + (at.getTime() % (90 * 60_000)))
}

/** People report until ten at night and from six in the morning on; nights are moved to the evening before. */
export const whenAwake = (at: Date): Date => {
  const hour = hourOf(at.getTime())
  if (hour >= 6 && hour < 22) return at
  const evening = dayStart(at.getTime()) - (hour < 6 ? DAY_MS : 0) + 20 * HOUR
  return new Date(evening + (at.getTime() % (80 * 60_000)))
}

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR)

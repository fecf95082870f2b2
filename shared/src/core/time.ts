export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
/** Shanghai has kept UTC+8 without summer time since 1992. */
export const SHANGHAI_OFFSET = 8 * 60 * MINUTE

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE)
/** Whole minutes from one instant to another, rounded down; negative when `to` is earlier. */
export const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / MINUTE)

/** The calendar day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)

/** The instant a clock time (`08:30`) of a day in Asia/Shanghai names. */
export const instantOf = (day: string, time: string): Date => new Date(Date.parse(`${day}T${time}:00Z`) - SHANGHAI_OFFSET)
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const two = (value: number): string => String(value).padStart(2, '0')

/** `11月21日 周六 15:30`; the year is added when it is not this one. */
export const formatInstant = (at: Date | string, now: Date): string => {
  const local = new Date(new Date(at).getTime() + SHANGHAI_OFFSET)
  const year = local.getUTCFullYear()
  const thisYear = new Date(now.getTime() + SHANGHAI_OFFSET).getUTCFullYear()
  const day = `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
  return `${year === thisYear ? '' : `${year}年`}${day} ${WEEKDAYS[local.getUTCDay()]} ${time}`
}

/** A length a person can feel: `3 天`, `5 小时`, `20 分钟`. Rounded down, at least one minute. */
export const formatMinutes = (minutes: number): string => {
  const size = Math.abs(minutes)
  if (size >= 1440) return `${Math.floor(size / 1440)} 天`
  if (size >= 60) return `${Math.floor(size / 60)} 小时`
  return `${Math.max(1, size)} 分钟`
}

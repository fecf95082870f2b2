import { dayOf, formatInstant, DAY } from '@xiangli/shared/core/time'

/** `今天 16:40`, `昨天 9:05`, else `11月19日 周四 9:05`. */
export function when(at: string | Date, now = new Date()): string {
  const full = formatInstant(at, now)
  const time = full.split(' ').pop() ?? ''
  const day = dayOf(new Date(at))
  if (day === dayOf(now)) return `今天 ${time}`
  if (day === dayOf(new Date(now.getTime() - DAY))) return `昨天 ${time}`
  if (day === dayOf(new Date(now.getTime() + DAY))) return `明天 ${time}`
  return full
}

/** For a row of a list: `今天 16:40`, `周三 18:00` in the week to come, else `11月19日`. */
export function shortly(at: string | Date, now = new Date()): string {
  const [day = '', weekday = '', time = ''] = when(at, now).split(' ')
  if (time === '') return `${day} ${weekday}`
  const ahead = new Date(at).getTime() - now.getTime()
  return ahead > 0 && ahead < 6 * DAY ? `${weekday} ${time}` : day
}

/** `今天`, `昨天 11月20日 周五`, `11月18日 周三`: heads a day's messages. */
export function dayHead(at: string, now = new Date()): string {
  const day = formatInstant(at, now).replace(/ \d\d:\d\d$/, '')
  if (dayOf(new Date(at)) === dayOf(now)) return '今天'
  return dayOf(new Date(at)) === dayOf(new Date(now.getTime() - DAY)) ? `昨天 ${day}` : day
}

export const clockTime = (at: string): string => formatInstant(at, new Date(at)).split(' ').pop() ?? ''

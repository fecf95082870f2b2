import { DAY, formatInstant, MINUTE, SHANGHAI_OFFSET } from '@xiangli/shared/core/time'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

type Moment = string | number | Date

function parts(at: Moment) {
  const local = new Date(new Date(at).getTime() + SHANGHAI_OFFSET)
  const pad = (n: number) => String(n).padStart(2, '0')
  return {
    year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(),
    weekday: WEEKDAYS[local.getUTCDay()] ?? '',
    clock: `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`,
    second: pad(local.getUTCSeconds()),
    dayNumber: Math.floor((new Date(at).getTime() + SHANGHAI_OFFSET) / DAY),
  }
}

function dayWords(at: Moment, now: Moment): string {
  const p = parts(at)
  const year = p.year === parts(now).year ? '' : `${p.year}年`
  return `${year}${p.month}月${p.day}日`
}

/** 11月21日 周六 15:30 */
export const fullTime = (at: Moment, now: Moment = Date.now()) =>
  formatInstant(new Date(at), new Date(now))

/** 今天 14:50 · 昨天 9:10 · 11月17日 16:10 */
export function shortTime(at: Moment, now: Moment = Date.now()): string {
  const p = parts(at)
  const days = parts(now).dayNumber - p.dayNumber
  const near = new Map([[0, '今天'], [1, '昨天'], [-1, '明天']])
  return `${near.get(days) ?? dayWords(at, now)} ${p.clock}`
}

/** 今天 · 11月20日: where the hour is not known, or not to be. */
export const shortDay = (at: Moment, now: Moment = Date.now()): string => shortTime(at, now).split(' ').slice(0, -1).join(' ')

/** 15:28:41, with the day in front when it is not today. */
export function exactTime(at: Moment, now: Moment = Date.now()): string {
  const p = parts(at)
  const clock = `${p.clock}:${p.second}`
  return p.dayNumber === parts(now).dayNumber ? clock : `${dayWords(at, now)} ${clock}`
}

/** 刚刚 · 4 分钟前 · 3 小时前, then the day. */
export function agoWords(at: Moment, now: Moment = Date.now()): string {
  const minutes = Math.floor((new Date(now).getTime() - new Date(at).getTime()) / MINUTE)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (minutes < 600) return `${Math.floor(minutes / 60)} 小时前`
  return shortTime(at, now)
}

/** 3天 2小时 · 1小时 20分 · 40分; two units are enough to decide by. */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE))
  if (minutes < 1) return '不到 1分'
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days >= 3) return `${days}天`
  if (days > 0) return hours ? `${days}天 ${hours}小时` : `${days}天`
  if (hours > 0) return rest && hours < 10 ? `${hours}小时 ${rest}分` : `${hours}小时`
  return `${rest}分`
}

/** 0:24 */
export function clipWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** 11月18日 周三 15:30, for the header. */
export const headerClock = (now: number) => {
  const p = parts(now)
  return `${p.month}月${p.day}日 ${p.weekday} ${p.clock}`
}

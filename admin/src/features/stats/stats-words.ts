import type { StatsRow } from '@xiangli/shared/stats/contract'

const WORKING_HOURS = 7

/** Working minutes as people plan: 2 天 3 小时; a working day has seven hours. */
export function workWords(minutes: number | undefined): string {
  if (minutes === undefined) return '—'
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return `${minutes} 分`
  if (hours < WORKING_HOURS) return minutes % 60 === 0 || hours >= 3 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分`
  const [days, rest] = [Math.floor(hours / WORKING_HOURS), hours % WORKING_HOURS]
  return rest && days < 10 ? `${days} 天 ${rest} 小时` : `${days} 天`
}

/** Of fewer than five a share says more of chance than of work. */
export const FEWEST_FOR_SHARE = 5

export function shareOf({ counts }: Pick<StatsRow, 'counts'>, isOwn: boolean): string {
  const [good = 0, bad = 0] = isOwn ? [counts.ownOnTime, counts.ownLate] : [counts.onTime, counts.late]
  return good + bad < FEWEST_FOR_SHARE ? '—' : `${Math.floor((good * 1000) / (good + bad)) / 10}%`
}

import type { Pace } from './shape'

/** A working day has seven hours; what runs by the wall clock is told in days of twenty-four. */
export const lengthWords = (minutes: number, pace: Pace): string => {
  const [day, name] = pace === 'working' ? [420, '个工作日'] as const : [1440, '天'] as const
  if (minutes > 0 && minutes % day === 0) return `${minutes / day} ${name}`
  return minutes > 0 && minutes % 30 === 0 && minutes !== 30 ? `${minutes / 60} 小时` : `${minutes} 分钟`
}

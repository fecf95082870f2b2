/** When each job runs: one table an operator can read. Times are Asia/Shanghai. */
export interface Entry {
  job: string
  /** minute hour day month weekday */
  cron: string
  /** A run that takes longer gives up its batch and goes on at the next. */
  maxSeconds: number
  why: string
}

export const TIMEZONE = 'Asia/Shanghai'

export const timetable: readonly Entry[] = [
  { job: 'casework.closeUnrated', cron: '*/10 * * * *', maxSeconds: 300, why: '答复 7 天没有评价的，按未评价办结' },
  { job: 'file.sweepUnclaimed', cron: '15 * * * *', maxSeconds: 600, why: '清理 24 小时没有用上的照片和语音' },
  { job: 'identity.sweepSessions', cron: '45 3 * * *', maxSeconds: 120, why: '清理过期的登录' },
]

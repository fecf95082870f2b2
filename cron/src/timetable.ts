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
  { job: 'casework.crossings', cron: '* * * * *', maxSeconds: 50, why: '到点的事：提醒、叫备班、超期升级督办、恢复办理、未评价办结' },
  { job: 'casework.followSettings', cron: '* * * * *', maxSeconds: 600, why: '事项设置发布了新的一版并定了用到在办的事，或提前提醒改了' },
  { job: 'casework.applyHanded', cron: '* * * * *', maxSeconds: 50, why: '隐名反映人交来的补充、评价、没办好，到时一起生效' },
  { job: 'casework.recountLimits', cron: '* * * * *', maxSeconds: 600, why: '工作日历变了，在办事项的时限重新计算' },
  { job: 'stats.gather', cron: '* * * * *', maxSeconds: 50, why: '把有变动的事项记进统计；第一次先把以前的事补上' },
  { job: 'file.sweepUnclaimed', cron: '15 * * * *', maxSeconds: 600, why: '清理 24 小时没有用上的照片和语音' },
  { job: 'duty.extendPlans', cron: '30 1 * * *', maxSeconds: 120, why: '轮班到期前自动往后排' },
  { job: 'handover.ringEarlier', cron: '*/5 * * * *', maxSeconds: 120, why: '没人接班签字的，紧急事项仍催上一班，每半小时一次' },
  { job: 'hotline.pull', cron: '*/2 * * * *', maxSeconds: 100, why: '取热线平台新派的工单和回访结果' },
  { job: 'hotline.send', cron: '* * * * *', maxSeconds: 50, why: '把签收、答复、退回、延期发给热线平台，没送到的再试' },
  { job: 'hotline.reconcileDay', cron: '10 6 * * *', maxSeconds: 300, why: '和热线平台对前一天的账' },
  { job: 'identity.sweepSessions', cron: '45 3 * * *', maxSeconds: 120, why: '清理过期的登录' },
]

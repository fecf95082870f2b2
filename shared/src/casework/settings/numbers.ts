import type { CaseSettings } from './shape'

type Unit = 'minutes' | 'days' | 'workingDays' | 'percent' | 'times' | 'people'

export interface NumberRow {
  /** Where it stands in the settings. */
  field: string
  label: string
  /** What it does, for whoever sets it. */
  hint: string
  unit: Unit
  least: number
  most: number
}

export const unitLabels: Record<Unit, string> = { minutes: '分钟', days: '天', workingDays: '个工作日', percent: '%', times: '次', people: '位' }

/** Every number of the settings that is no limit of a case: what it is called, and what is sane. */
export const numberRows: readonly NumberRow[] = [
  { field: 'warnMinutes.normal', label: '一般事项提前提醒', hint: '离时限还有这么久变黄；按等级的计时方式算，发布后对在办的事也生效', unit: 'minutes', least: 30, most: 5 * 420 },
  { field: 'warnMinutes.urgent', label: '紧急事项提前提醒', hint: '和一般事项一样，只是按紧急的计时方式', unit: 'minutes', least: 10, most: 1440 },
  { field: 'poolMinutes', label: '没有地点的事要接手', hint: '兜底池里的事，和只知道在哪个乡镇的事，最多等这么久', unit: 'minutes', least: 10, most: 840 },
  { field: 'phoneListMinutes', label: '叫了值班还没人接，再打电话名单', hint: '紧急的事；叫过主班、备班以后', unit: 'minutes', least: 5, most: 60 },
  { field: 'returnDays', label: '收到后可以退回', hint: '过了算签收', unit: 'workingDays', least: 1, most: 5 },
  { field: 'arbitrationDays', label: '仲裁要定下', hint: '到期没定，交上一级', unit: 'workingDays', least: 1, most: 5 },
  { field: 'arrivalDays', label: '被请单位报到（一般）', hint: '吹哨以后', unit: 'workingDays', least: 1, most: 5 },
  { field: 'arrivalMinutes', label: '被请单位报到（紧急）', hint: '吹哨以后，不分昼夜', unit: 'minutes', least: 10, most: 480 },
  { field: 'feedbackDays', label: '督办要交反馈', hint: '升级或挂牌以后；到时不交再升一级', unit: 'workingDays', least: 1, most: 5 },
  { field: 'signDays', label: '督办的事要签认', hint: '办理人报了结果以后；到时不签再升一级', unit: 'workingDays', least: 1, most: 5 },
  { field: 'headSignDays', label: '单位负责人签答复', hint: '要签字的单位；到时不签，答复照发，标明未签', unit: 'workingDays', least: 1, most: 3 },
  { field: 'hearingDays', label: '要开听证会的，几天里开', hint: '到时没开，按超期升级', unit: 'workingDays', least: 3, most: 30 },
  { field: 'pauseShare', label: '暂停合计最多占时限的', hint: '几次暂停加在一起', unit: 'percent', least: 0, most: 100 },
  { field: 'ratingDays', label: '答复后等评价', hint: '到期没评价自动办结，记为未评价', unit: 'days', least: 3, most: 30 },
  { field: 'reopenDays', label: '办结后还能说没办好', hint: '过了要重新反映', unit: 'days', least: 3, most: 90 },
  { field: 'reopenShare', label: '重办的时限是原来的', hint: '同一件事接着办', unit: 'percent', least: 10, most: 100 },
  { field: 'mostReopenings', label: '没办好自动重办', hint: '再多就开听证会', unit: 'times', least: 1, most: 5 },
  { field: 'lastingDays.normal', label: '再次回访（一般）', hint: '修好要管用的事，办结后再问', unit: 'days', least: 7, most: 180 },
  { field: 'lastingDays.urgent', label: '再次回访（紧急）', hint: '紧急的事，办结后再问', unit: 'days', least: 3, most: 90 },
  { field: 'askedChildren', label: '合并的事回访几位反映人', hint: '除了主办的那一件', unit: 'people', least: 0, most: 10 },
  { field: 'unmergeDays', label: '办结后还能拆出来', hint: '合并的事', unit: 'days', least: 1, most: 90 },
]

/** The value a dotted field names. */
export const numberAt = (settings: CaseSettings, field: string): number => {
  const value = field.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), settings)
  return typeof value === 'number' ? value : Number.NaN
}

export const numberWords = ({ unit }: NumberRow, value: number): string => `${value} ${unitLabels[unit]}`

import type { CaseAction } from './case-type'
import type { CaseState, Colour, Grade } from './states'

export const stateLabels: Record<CaseState, string> = {
  pending: '待受理',
  accepted: '已受理',
  handling: '办理中',
  answered: '待评价',
  closed: '已办结',
  withdrawn: '已撤回',
  declined: '不予受理',
  merged: '合并办理',
  unresolvable: '无法办理',
}

export const colourLabels: Record<Colour, string> = {
  green: '按时',
  yellow: '快到期',
  red: '已超期',
  paused: '等评价',
  none: '已结束',
}

export const gradeLabels: Record<Grade, string> = { normal: '一般', urgent: '紧急' }

/** What the timeline says happened. */
export const actionLabels: Record<CaseAction | 'submit', string> = {
  submit: '反映了这件事',
  withdraw: '撤回了',
  route: '转办',
  accept: '受理了',
  assign: '交给',
  handle: '记了一笔',
  ask: '请补充情况',
  supplement: '补充了情况',
  answer: '办好了，请评价',
  rate: '评价了',
  reopen: '没办好，重新办理',
  decline: '不予受理',
  giveUp: '确实办不了',
  closeUnrated: '到期没有评价，自动办结',
}

export const scoreLabels = ['', '很不满意', '不满意', '一般', '满意', '很满意'] as const

import type { CallEnd, CallKind } from './call-back'
import type { AboutLevel } from './about'
import type { CaseAction } from './case-type'
import type { Channel } from './channels'
import type { NameLevel } from './names'
import type { OpeningState } from './opening'
import type { Opinion } from './satisfaction'
import type { CaseState, Colour, Grade } from './states'
import type { Awaited, SupervisionKind } from './supervision'
import type { TemplateState } from './templates'
import type { TimeKind } from './time-request'

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
  paused: '停表中',
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
  disown: '撤销了代为反映',
  askTime: '申请暂停或延期',
  grantTime: '同意暂停或延期',
  refuseTime: '没有同意暂停或延期',
  resume: '恢复办理',
  fileFeedback: '交了督办反馈',
  signResult: '签认办理结果',
  listForSupervision: '挂牌督办',
  takeCharge: '领导包案',
  warn: '快到时限，已提醒',
  callBackup: '到时没人受理，已叫值班的人',
  escalate: '超期督办，升到上一级负责',
  endPause: '暂停到期，恢复办理',
  recount: '工作日历有变，时限重新计算',
  reportAnswer: '答复写好了，等负责人签字',
  signAnswer: '负责人签了字，办好了，请评价',
  refuseAnswer: '负责人让再改一改',
  sendUnsigned: '到期没签，答复照发，标明未签',
  followSettings: '事项设置有变，按新的一版办',
  closeUnrated: '到期没有评价，自动办结',
  rebind: '来件平台改了时限',
  merge: '并到同样的事里一起办',
  unmerge: '拆出来单独办',
  takeIn: '并进了别人反映的同样的事',
  letGo: '拆出了一件',
  publish: '公开了进展',
  unpublish: '不再公开',
  openCallBack: '列入回访',
  recordCallBack: '回访了',
  answerCallBack: '说还好用',
  notFixed: '回访说没办好，重新办理',
  holdHearing: '开了听证会',
  whistle: '吹哨，请几家一起办',
  arrive: '报到了',
  reportResult: '报了结果',
  waiveCalled: '不再等没报结果的单位',
  tellLate: '有单位到时没有报到，已提醒',
  returnCase: '退回，重新转办',
  arbitrate: '裁定由谁办',
  raiseArbitration: '到期没有裁定，交到上一级',
  admit: '核实后收下了',
  turnAway: '核实后没有收',
  raiseTriage: '过了核实时限，交到县里',
  setRisk: '定了风险等级',
  release: '转写了反映的内容',
}

/** Who reads whose request it is, and what that means in a line. */
export const nameLabels: Record<NameLevel, string> = { public: '公开姓名', hidden: '对外保密', sealed: '隐名' }
export const nameMeanings: Record<NameLevel, string> = {
  public: '公开办理进展时，大家能看到是您反映的',
  hidden: '办理的人知道是您，别人不知道',
  sealed: '办理的人也不知道是您；录音只由乡镇的转写员听，转成文字再交办',
}
export const openingLabels: Record<OpeningState, string> = { asked: '等另一个人同意', confirmed: '同意了', refused: '没有同意', lapsed: '过期没有同意' }

/** Whom a case is about. */
export const aboutLabels: Record<AboutLevel, string> = { village: '反映村干部或村里的单位', township: '反映乡镇干部或乡镇的单位' }

export const supervisionLabels: Record<SupervisionKind, string> = { overdue: '逾期督办', listed: '挂牌督办' }
export const awaitedLabels: Record<Awaited, string> = { feedback: '等负责单位反馈', result: '等办理结果', signature: '等负责单位签认' }
export const timeKindLabels: Record<TimeKind, string> = { pause: '暂停', extend: '延期' }
/** Why the last day offered is the last. */
export const timeBoundLabels: Record<TimeKind, string> = { pause: '暂停加起来不能超过一个办理时限', extend: '最多再加一个办理时限' }

/** How it came in, in a word. */
export const channelLabels: Record<Channel, string> = {
  self: '本人反映',
  phone: '来电',
  walkIn: '来访',
  petition: '来信',
  helper: '替人反映',
  placeCode: '扫码反映',
  hotline: '热线转来',
  open311: '外部平台',
}

/** What the first line of the timeline says of whoever wrote it down. */
export const filedLabels: Record<Channel, string> = {
  self: actionLabels.submit,
  phone: '接电话登记',
  walkIn: '接待来访登记',
  petition: '按来信登记',
  helper: '代为反映',
  placeCode: '扫码反映',
  hotline: '从热线转来',
  open311: '从外部平台送来',
}

/** Who comes to see a sealed report once it is let go: never the level it is about. */
export const seenOnRelease: Record<AboutLevel | 'nobody', string> = {
  nobody: '放行后村里能看到这件事',
  village: '放行后乡镇和县里办这件事的人能看到，村里看不到',
  township: '放行后县里办这件事的人能看到，乡镇和村里都看不到',
}

/** What somebody is called who gave no name. */
export const namelessLabels: Record<Channel, string> = {
  self: '反映人',
  phone: '来电人',
  walkIn: '来访人',
  petition: '来信人',
  helper: '反映人',
  placeCode: '扫码人',
  hotline: '来电人',
  open311: '反映人',
}

export const callKindLabels: Record<CallKind, string> = { first: '办后回访', lasting: '用后回访' }
export const callEndLabels: Record<CallEnd, string> = {
  fixed: '办好了', notFixed: '没办好', noReply: '没接通', refused: '不愿说', overtaken: '本人先说了', missed: '没有回访',
}
export const opinionLabels: Record<Opinion, string> = {
  satisfied: '满意', fair: '一般', notSatisfied: '不满意', noReply: '没接通', refused: '不愿说', unrated: '没评价', waiting: '等评价',
}
export const templateStateLabels: Record<TemplateState, string> = { answered: '答复', declined: '不予受理', unresolvable: '无法办理' }

export const scoreLabels = ['', '很不满意', '不满意', '一般', '满意', '很满意'] as const

import type { CaseType, Transition } from '../casework/case-type'
import { crime, danger, sick } from './questions'
import { WARN_MINUTES } from '../casework/clock'
import { CASE_STATES } from '../casework/states'
import { kinds, sameWords } from './kinds'
import { riskRules } from './risk-rules'

/** Public only once somebody has taken it on and looked at it. */
const PUBLIC = ['accepted', 'handling', 'answered', 'closed', 'unresolvable'] as const
const WORKING = ['pending', 'accepted', 'handling'] as const
const TAKEN_ON = ['accepted', 'handling'] as const
const HOUR = 60
/** A working day has seven hours (8:30–12:00, 14:30–18:00). */
const WORKING_DAY = 7 * HOUR

/** 待受理 → 已受理 → 办理中 → 待评价 → 已办结. */
const flow: readonly Transition[] = [
  { action: 'withdraw', from: ['pending'], who: ['requester'], to: 'withdrawn' },
  { action: 'route', from: WORKING, who: ['dispatcher', 'owner'], to: 'same' },
  { action: 'decline', from: ['pending'], who: ['dispatcher', 'owner'], to: 'declined' },
  { action: 'accept', from: ['pending'], who: ['handler', 'owner'], to: 'accepted' },
  { action: 'assign', from: WORKING, who: ['dispatcher', 'owner', 'handler'], to: 'same' },
  { action: 'handle', from: ['accepted', 'handling'], who: ['handler'], to: 'handling' },
  { action: 'ask', from: WORKING, who: ['handler'], to: 'same' },
  { action: 'supplement', from: WORKING, who: ['requester', 'helper'], to: 'same' },
  { action: 'answer', from: ['accepted', 'handling'], who: ['handler'], to: 'answered' },
  { action: 'reportAnswer', from: TAKEN_ON, who: [], to: 'same' },
  { action: 'signAnswer', from: TAKEN_ON, who: ['head'], to: 'answered' },
  { action: 'refuseAnswer', from: TAKEN_ON, who: ['head'], to: 'same' },
  { action: 'sendUnsigned', from: TAKEN_ON, who: ['system'], to: 'answered' },
  { action: 'giveUp', from: ['accepted', 'handling'], who: ['owner', 'dispatcher'], to: 'unresolvable' },
  { action: 'rate', from: ['answered'], who: ['requester'], to: 'closed' },
  { action: 'reopen', from: ['answered', 'closed', 'merged', 'declined', 'unresolvable'], who: ['requester', 'system'], to: 'handling' },
  { action: 'askTime', from: TAKEN_ON, who: ['handler'], to: 'same' },
  { action: 'grantTime', from: TAKEN_ON, who: ['superior'], to: 'same' },
  { action: 'refuseTime', from: TAKEN_ON, who: ['superior'], to: 'same' },
  { action: 'resume', from: TAKEN_ON, who: ['handler', 'superior'], to: 'same' },
  { action: 'endPause', from: TAKEN_ON, who: ['system'], to: 'same' },
  { action: 'listForSupervision', from: WORKING, who: ['superior'], to: 'same' },
  { action: 'takeCharge', from: [...WORKING, 'answered'], who: ['owner', 'superior'], to: 'same' },
  { action: 'fileFeedback', from: WORKING, who: ['owner'], to: 'same' },
  { action: 'signResult', from: ['answered'], who: ['owner'], to: 'same' },
  { action: 'warn', from: WORKING, who: ['system'], to: 'same' },
  { action: 'callBackup', from: ['pending'], who: ['system'], to: 'same' },
  { action: 'escalate', from: [...WORKING, 'answered'], who: ['system'], to: 'same' },
  { action: 'recount', from: WORKING, who: ['system'], to: 'same' },
  { action: 'rebind', from: [...WORKING, 'answered'], who: ['system'], to: 'same' },
  { action: 'followSettings', from: WORKING, who: ['system'], to: 'same' },
  { action: 'disown', from: [...WORKING, 'answered'], who: ['helper', 'staff'], to: 'withdrawn' },
  { action: 'publish', from: PUBLIC, who: ['handler', 'owner', 'dispatcher'], to: 'same' },
  { action: 'unpublish', from: CASE_STATES, who: ['handler', 'owner', 'dispatcher'], to: 'same' },
  { action: 'closeUnrated', from: ['answered'], who: ['system'], to: 'closed' },
  { action: 'merge', from: WORKING, who: ['dispatcher', 'owner'], to: 'merged' },
  { action: 'unmerge', from: ['merged'], who: ['dispatcher', 'owner'], to: 'before' },
  { action: 'returnCase', from: WORKING, who: ['handler'], to: 'pending' },
  { action: 'arbitrate', from: ['pending'], who: ['arbiter'], to: 'same' },
  { action: 'raiseArbitration', from: ['pending'], who: ['system'], to: 'same' },
  { action: 'whistle', from: WORKING, who: ['owner', 'dispatcher'], to: 'same' },
  { action: 'arrive', from: WORKING, who: ['called'], to: 'same' },
  { action: 'reportResult', from: WORKING, who: ['called'], to: 'same' },
  { action: 'waiveCalled', from: WORKING, who: ['owner'], to: 'same' },
  { action: 'tellLate', from: WORKING, who: ['system'], to: 'same' },
  { action: 'admit', from: ['pending'], who: ['triageDesk'], to: 'same' },
  { action: 'turnAway', from: ['pending'], who: ['triageDesk'], to: 'declined' },
  { action: 'raiseTriage', from: ['pending'], who: ['system'], to: 'same' },
  { action: 'setRisk', from: [...WORKING, 'answered'], who: ['owner', 'superior', 'dispatcher'], to: 'same' },
  { action: 'takeIn', from: WORKING, who: [], to: 'same' },
  { action: 'openCallBack', from: ['answered', 'closed'], who: ['system'], to: 'same' },
  { action: 'recordCallBack', from: ['answered', 'closed'], who: ['centre'], to: 'same' },
  { action: 'answerCallBack', from: ['answered', 'closed'], who: ['requester'], to: 'same' },
  { action: 'notFixed', from: ['answered', 'closed'], who: [], to: 'handling' },
  { action: 'holdHearing', from: TAKEN_ON, who: ['owner'], to: 'same' },
  { action: 'release', from: WORKING, who: ['dispatcher'], to: 'same' },
  { action: 'letGo', from: CASE_STATES.filter((state) => state !== 'merged'), who: [], to: 'same' },
]

/**
 * 诉求. Limits are county data with these defaults: the seeds give no number, so they follow common
 * practice (urgent, by the wall clock: accepted in 30 minutes, done in a day; others, in working time:
 * accepted in a day, done in five).
 */
export const complaint: CaseType = {
  name: 'complaint',
  label: '诉求',
  version: 1,
  initial: 'pending',
  flow,
  poolMinutes: 2 * HOUR,
  triageMinutes: { normal: 2 * HOUR, urgent: 30 },
  ratingDays: 7,
  reopenDays: 7,
  unmergeDays: 7,
  lastingDays: { normal: 28, urgent: 7 },
  reopenShare: 50,
  pauseShare: 100,
  mostReopenings: 2,
  askedChildren: 3,
  returnDays: 2,
  arbitrationDays: 1,
  feedbackDays: 1,
  signDays: 1,
  headSignDays: 1,
  hearingDays: 10,
  phoneListMinutes: 15,
  arrival: { normal: { workingDays: 1 }, urgent: { minutes: 30 } },
  sameWords,
  risk: riskRules,
  names: ['hidden', 'sealed', 'public'],
  limits: {
    normal: { acceptMinutes: WORKING_DAY, totalMinutes: 5 * WORKING_DAY },
    urgent: { acceptMinutes: 30, totalMinutes: 24 * HOUR },
  },
  pace: { normal: 'working', urgent: 'natural' },
  warnMinutes: WARN_MINUTES,
  categories: [
    { code: 'road', label: '道路桥涵', ...kinds.road, department: 'transport', grade: 'normal', limits: { acceptMinutes: WORKING_DAY, totalMinutes: 7 * WORKING_DAY } },
    { code: 'water', label: '饮水灌溉', ...kinds.water, department: 'water', grade: 'normal', limits: { acceptMinutes: WORKING_DAY / 2, totalMinutes: 3 * WORKING_DAY } },
    { code: 'power', label: '用电路灯', ...kinds.power, department: 'energy', grade: 'normal', limits: { acceptMinutes: WORKING_DAY / 2, totalMinutes: 3 * WORKING_DAY } },
    { code: 'rubbish', label: '垃圾污水', ...kinds.rubbish, department: 'urban', grade: 'normal', limits: { acceptMinutes: WORKING_DAY, totalMinutes: 3 * WORKING_DAY } },
    { code: 'land', label: '土地宅基地', ...kinds.land, department: 'land', grade: 'normal' },
    { code: 'farming', label: '农业生产', ...kinds.farming, department: 'agriculture', grade: 'normal' },
    { code: 'welfare', label: '低保救助', ...kinds.welfare, department: 'civilAffairs', grade: 'normal', isPublishable: false },
    { code: 'medical', label: '医保看病', ...kinds.medical, department: 'medical', grade: 'normal', questions: [sick], isPublishable: false },
    { code: 'schooling', label: '上学教育', ...kinds.schooling, department: 'education', grade: 'normal' },
    { code: 'neighbour', label: '邻里纠纷', ...kinds.neighbour, department: 'justice', grade: 'normal', questions: [crime], isPublishable: false },
    { code: 'safety', label: '安全隐患', ...kinds.safety, department: 'emergency', grade: 'urgent', questions: [danger] },
    { code: 'affairs', label: '村务意见', ...kinds.affairs, grade: 'normal', isPublishable: false },
    { code: 'other', label: '其他', ...kinds.other, grade: 'normal' },
  ],
}

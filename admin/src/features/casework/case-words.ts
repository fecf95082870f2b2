import { actionLabels } from '@xiangli/shared/casework/labels'
import type { CaseAction } from '@xiangli/shared/casework/case-type'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import type { IconName } from '../../components/Icon'

type ActionLook = { label: string; icon: IconName }

/** What the buttons of the case page say. */
export const actionLooks: Partial<Record<CaseAction, ActionLook>> = {
  fileFeedback: { label: '交督办反馈', icon: 'note' },
  signAnswer: { label: '签字，发出答复', icon: 'check' },
  refuseAnswer: { label: '让再改一改', icon: 'close' },
  signResult: { label: '签认办理结果', icon: 'check' },
  grantTime: { label: '同意申请', icon: 'check' },
  refuseTime: { label: '不同意申请', icon: 'close' },
  release: { label: '转写放行', icon: 'note' },
  accept: { label: '受理', icon: 'check' },
  answer: { label: '办好了，答复', icon: 'check' },
  holdHearing: { label: '听证会开过了', icon: 'people' },
  handle: { label: '记一笔', icon: 'note' },
  route: { label: '转办', icon: 'route' },
  assign: { label: '换办理人', icon: 'person' },
  ask: { label: '请补充情况', icon: 'message' },
  askTime: { label: '申请暂停或延期', icon: 'clock' },
  resume: { label: '恢复办理', icon: 'play' },
  takeCharge: { label: '领导包案', icon: 'person' },
  listForSupervision: { label: '挂牌督办', icon: 'warning' },
  arrive: { label: '报到', icon: 'check' },
  reportResult: { label: '报结果', icon: 'note' },
  whistle: { label: '吹哨请人', icon: 'people' },
  waiveCalled: { label: '不再等', icon: 'close' },
  arbitrate: { label: '裁定由谁办', icon: 'shield' },
  returnCase: { label: '退回', icon: 'left' },
  setRisk: { label: '定风险等级', icon: 'shield' },
  unmerge: { label: '拆出来单独办', icon: 'route' },
  publish: { label: '公开进展', icon: 'eye' },
  unpublish: { label: '不再公开', icon: 'close' },
  giveUp: { label: '无法办理', icon: 'stop' },
  decline: { label: '不予受理', icon: 'hand' },
  disown: { label: '本人不要，撤销', icon: 'close' },
}

/** The action a row or a page puts first; the rest stands beside it. */
export function firstAction(can: readonly CaseAction[], state: string): CaseAction | undefined {
  // Once a paused case can be taken up again, that comes before what would be written on it.
  const owed: CaseAction[] = ['release', 'signAnswer', 'signResult', 'fileFeedback', 'grantTime', 'resume', 'arbitrate', 'arrive', 'reportResult']
  const usual: CaseAction[] = state === 'handling' ? ['answer', 'holdHearing', 'handle', 'route', 'assign'] : ['accept', 'handle', 'answer', 'route', 'assign']
  return [...owed, ...usual].find((action) => can.includes(action))
}

/** Owed by a unit, whoever handles the case. */
const duties: readonly CaseAction[] = ['signAnswer', 'signResult', 'fileFeedback', 'grantTime', 'arrive', 'reportResult']

export function nextStep(row: Pick<CaseSummary, 'can' | 'state' | 'handlerIsMe' | 'isUnreleased'>): string | null {
  const first = firstAction(row.can.filter((action) => action !== 'release' || row.isUnreleased), row.state)
  if (first === 'release') return '转写'
  if (first && duties.includes(first)) return actionLooks[first]?.label ?? null
  if (!first || (first !== 'accept' && !row.handlerIsMe)) return null
  return first === 'answer' ? '答复' : (actionLooks[first]?.label ?? actionLabels[first])
}

export const placeWords = (row: Pick<CaseSummary, 'villageName' | 'gridName'>) => row.villageName ?? row.gridName ?? '还没有地点'

/** A working day has seven hours; of what is urgent the clock on the wall counts. */
export function heldWords(minutes: number, grade: CaseSummary['grade']): string {
  const dayMinutes = grade === 'normal' ? 7 * 60 : 24 * 60
  const [days, hours] = [Math.floor(minutes / dayMinutes), Math.floor((minutes % dayMinutes) / 60)]
  if (days > 0) return `${days} ${grade === 'normal' ? '个工作日' : '天'}${hours > 0 ? ` ${hours} 小时` : ''}`
  return hours > 0 ? `${hours} 小时${minutes % 60 > 0 ? ` ${minutes % 60} 分` : ''}` : `${minutes} 分`
}

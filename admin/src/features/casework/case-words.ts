import { actionLabels } from '@xiangli/shared/casework/labels'
import type { CaseAction } from '@xiangli/shared/casework/case-type'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import type { IconName } from '../../components/Icon'

type ActionLook = { label: string; icon: IconName }

/** What the buttons of the case page say. */
export const actionLooks: Partial<Record<CaseAction, ActionLook>> = {
  accept: { label: '受理', icon: 'check' },
  answer: { label: '办好了，答复', icon: 'check' },
  handle: { label: '记一笔', icon: 'note' },
  route: { label: '转办', icon: 'route' },
  assign: { label: '换办理人', icon: 'person' },
  ask: { label: '请补充情况', icon: 'message' },
  unmerge: { label: '拆出来单独办', icon: 'route' },
  publish: { label: '公开进展', icon: 'eye' },
  unpublish: { label: '不再公开', icon: 'close' },
  giveUp: { label: '无法办理', icon: 'stop' },
  decline: { label: '不予受理', icon: 'hand' },
  disown: { label: '本人不要，撤销', icon: 'close' },
}

/** The action a row or a page puts first; the rest stands beside it. */
export function firstAction(can: readonly CaseAction[], state: string): CaseAction | undefined {
  const order: CaseAction[] =
    state === 'handling' ? ['answer', 'handle', 'route', 'assign'] : ['accept', 'handle', 'answer', 'route', 'assign']
  return order.find((action) => can.includes(action))
}

export function nextStep(row: Pick<CaseSummary, 'can' | 'state' | 'handlerIsMe'>): string | null {
  const first = firstAction(row.can, row.state)
  if (!first || (first !== 'accept' && !row.handlerIsMe)) return null
  return first === 'answer' ? '答复' : (actionLooks[first]?.label ?? actionLabels[first])
}

export const placeWords = (row: Pick<CaseSummary, 'villageName' | 'gridName'>) => row.villageName ?? row.gridName ?? '还没有地点'

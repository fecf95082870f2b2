import type { TemplateVariable } from '@xiangli/shared/casework/templates'
import type { CaseView } from '@xiangli/shared/casework/views'
import { fullTime } from '../../../components/time-words'

type Values = Partial<Record<TemplateVariable, string>>

/** What is known of the case for the words that start an answer; nothing that names the requester. */
export function valuesOf({ serial, place, categoryLabel, handler, owner, redAt, receivedAt }: CaseView): Values {
  const spot = [place.villageName, place.gridName, place.words].filter(Boolean).join('')
  return {
    编号: serial,
    办理单位: handler.unitName,
    负责单位: owner.name,
    反映日期: fullTime(receivedAt),
    ...(spot ? { 地点: spot } : {}),
    ...(categoryLabel ? { 类别: categoryLabel } : {}),
    ...(handler.personId ? { 办理人: handler.name } : {}),
    ...(redAt ? { 时限: fullTime(redAt) } : {}),
  }
}

export const EXAMPLE: Values = {
  编号: '于26-0012', 地点: '太阳墩村', 类别: '用电路灯', 办理单位: '太阳墩村村委会', 负责单位: '于都镇', 办理人: '王建国', 时限: '11月24日 18:00', 反映日期: '11月20日',
}

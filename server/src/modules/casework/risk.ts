import { categoryOf } from '@xiangli/shared/casework/case-type'
import { isRaised, proposeRisk, reproposed, type Risk } from '@xiangli/shared/casework/risk'
import { mayOn } from '@xiangli/shared/core/scope'
import type { CaseView } from '@xiangli/shared/casework/views'
import type { Context } from '../../core/operation'
import type { CaseDoc } from './case.model'
import { typeNamed } from './types'

type Sorted = Pick<CaseDoc, 'type' | 'words' | 'title'> & Partial<Pick<CaseDoc, 'risk'>>

/** What a new category makes of it, unless a person has spoken. */
export const riskAfter = ({ type, words, title, risk }: Sorted, category: string | null, now: Date): { risk?: Risk | null } => {
  const kind = typeNamed(type)
  return reproposed(risk, proposeRisk(kind.risk, { category: categoryOf(kind, category ?? undefined), words: [title, words].filter(Boolean).join('。') }, now))
}

/** Only for those who may open the case for their work: whoever said it needs no level put on their matter. */
export const presentRisk = (ctx: Context, { risk, scopeKeys }: Pick<CaseDoc, 'risk' | 'scopeKeys'>): Pick<CaseView, 'risk'> => {
  if (!risk || (!isRaised(risk.level) && risk.isProposed) || !mayOn(ctx.actor, 'casework.getCase', scopeKeys)) return {}
  return { risk: { level: risk.level, isProposed: risk.isProposed, because: (risk.because ?? []).map(({ label, value }) => `${label}${value}`) } }
}

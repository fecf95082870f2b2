import { categoryOf } from '@xiangli/shared/casework/case-type'
import type { TemplateView } from '@xiangli/shared/casework/contract/template'
import { grantsOf } from '@xiangli/shared/core/scope'
import type { Context } from '../../../core/operation'
import { namesOf } from '../../identity'
import { regionById } from '../../region'
import type { TemplateDoc } from '../template.model'
import { allCaseTypes } from '../types'

const labelOf = (code: string | null): string | undefined =>
  code === null ? undefined : allCaseTypes().map((type) => categoryOf(type, code)?.label).find(Boolean)

export const presentTemplates = async (ctx: Context, docs: readonly TemplateDoc[]): Promise<TemplateView[]> => {
  const names = await namesOf(docs.map(({ byId }) => byId))
  const own = new Set(grantsOf(ctx.actor, 'casework.saveTemplate').flatMap((held) => (held.isDepartment ? [] : held.regionId)))
  return docs.map((doc) => ({
    id: doc.templateId,
    version: doc.version,
    regionId: doc.regionId,
    regionName: regionById(doc.regionId)?.shortName ?? '',
    category: doc.category ?? undefined,
    categoryLabel: labelOf(doc.category),
    state: doc.state,
    title: doc.title,
    text: doc.text,
    at: doc.at.toISOString(),
    byName: names.get(doc.byId) ?? '',
    isRetired: doc.isRetired,
    mayEdit: own.has(doc.regionId),
  }))
}

import { categoryOf } from '@xiangli/shared/casework/case-type'
import { unknownVariables } from '@xiangli/shared/casework/templates'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { grantsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { regionById } from '../../region'
import { presentTemplates } from '../present/templates'
import { Templates, type TemplateDoc } from '../template.model'
import { allCaseTypes } from '../types'

/** More in one place nobody finds anything in. */
const MOST_IN_REGION = 200

type Input = ParsedOf<'casework.saveTemplate'>

const refuseWrong = async (ctx: CommandContext, { regionId, category, text, version }: Input): Promise<void> => {
  if (!regionById(regionId)) fail('region.unknown', { field: 'regionId' })
  ctx.scopeApplied = true
  if (!grantsOf(ctx.actor, 'casework.saveTemplate').some((held) => !held.isDepartment && held.regionId === regionId)) fail('casework.outsideScope', { field: 'regionId' })
  if (category && !allCaseTypes().some((type) => categoryOf(type, category))) fail('casework.unknownCategory', { field: 'category' })
  const [unknown] = unknownVariables(text)
  if (unknown !== undefined) fail('casework.unknownVariable', { field: 'text', message: `没有“{${unknown}}”这个变量，请从列表里选` })
  if (version === 0 && (await Templates.count({ regionId, isCurrent: true, isRetired: false }, MOST_IN_REGION)) >= MOST_IN_REGION) fail('core.badInput', { field: 'title', message: `模板最多 ${MOST_IN_REGION} 个，请先停用不用的` })
}

/** Compare-and-set by the version looked at; (template, version) is unique. */
export const saveTemplate = defineCommand('casework.saveTemplate', {
  run: async (ctx, input) => {
    await refuseWrong(ctx, input)
    const { id: templateId, version, regionId, category, state, title, text, isRetired } = input
    if (version > 0 && !(await Templates.change({ templateId, version, regionId, isCurrent: true }, { $set: { isCurrent: false } }))) fail('casework.templateChanged')
    const doc: TemplateDoc = {
      _id: newId(ctx.now), county: ctx.county, templateId, version: version + 1, regionId, category: category ?? null, state, title, text,
      at: ctx.now, byId: personIdOf(ctx), isRetired, isCurrent: true,
    }
    await Templates.add(doc)
    ctx.record({ type: 'template', id: doc._id, rev: doc.version })
    ctx.emit({ name: 'casework.templateSaved', id: templateId, rev: doc.version, staff: { operation: 'casework.listTemplates', scopeKeys: [regionId] } })
    return doc
  },
  present: async (ctx, doc) => (await presentTemplates(ctx, [doc]))[0]!,
  reload: (_ctx, target) => Templates.need({ _id: target.id }),
})

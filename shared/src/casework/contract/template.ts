import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Id, Instant, oneOf, RegionId, text } from '../../core/fields'
import { TEMPLATE_STATES } from '../templates'

export const TemplateView = z.object({
  id: Id,
  version: z.number().int(),
  regionId: RegionId,
  regionName: z.string(),
  category: z.string().optional(),
  categoryLabel: z.string().optional(),
  state: oneOf(TEMPLATE_STATES),
  title: z.string(),
  text: z.string(),
  at: Instant,
  byName: z.string(),
  isRetired: z.boolean(),
  mayEdit: z.boolean(),
})
export type TemplateView = z.infer<typeof TemplateView>

/** The template a text began as. */
export const FromTemplate = z.object({ id: Id, version: z.number().int().min(1) })

export const templateContract = {
  'casework.listTemplates': query({
    scope: 'staff',
    summary: '答复模板：本乡镇的和全县的，现行的一版',
    input: z.object({ state: oneOf(TEMPLATE_STATES).optional(), category: z.string().max(40).optional(), withRetired: z.boolean().default(false) }),
    output: z.object({ items: z.array(TemplateView) }),
    errors: [],
  }),
  'casework.saveTemplate': command({
    summary: '保存答复模板的新一版；version 是改之前看到的一版，新建为 0',
    input: z.object({
      id: Id,
      version: z.number().int().min(0),
      regionId: RegionId,
      category: z.string().max(40).optional(),
      state: oneOf(TEMPLATE_STATES),
      title: text(30),
      text: text(1000),
      isRetired: z.boolean().default(false),
    }),
    output: TemplateView,
    errors: ['casework.unknownVariable', 'casework.templateChanged', 'casework.unknownCategory', 'casework.outsideScope', 'region.unknown'],
  }),
}

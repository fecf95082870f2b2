import type { TemplateState } from '@xiangli/shared/casework/templates'
import { collection, type Stored } from '../../core/collection'

/** One version of a response template; only ever added. What a case was answered from stays readable. */
export interface TemplateDoc extends Stored {
  templateId: string
  version: number
  /** The township's own, or the county's. */
  regionId: string
  category: string | null
  state: TemplateState
  title: string
  text: string
  at: Date
  byId: string
  isRetired: boolean
  isCurrent: boolean
}

export const Templates = collection<TemplateDoc>({
  name: 'response_templates',
  indexes: [
    // Of two who save at once the second meets this, or no longer finds the version it changed.
    { name: 'template_version', key: { county: 1, templateId: 1, version: 1 }, unique: true },
    { name: 'template_region', key: { county: 1, regionId: 1, isCurrent: 1, _id: 1 } },
  ],
  duplicate: { template_version: 'casework.templateChanged' },
})

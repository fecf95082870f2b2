import { blanksIn } from '@xiangli/shared/casework/templates'
import { fail } from '../../core/fail'
import { Templates } from './template.model'

export interface FromTemplate {
  id: string
  version: number
}

/** Words that began as a template are sent by a person: nothing of it is left to fill in. */
export const readFromTemplate = async (words: string, from: FromTemplate | undefined, field: 'words' | 'reason'): Promise<{ fromTemplate?: FromTemplate }> => {
  if (!from) return {}
  if (!(await Templates.one({ templateId: from.id, version: from.version }, { projection: { _id: 1 } }))) fail('casework.unknownTemplate', { field })
  if (blanksIn(words).length > 0) fail('casework.blanksUnfilled', { field })
  return { fromTemplate: { id: from.id, version: from.version } }
}

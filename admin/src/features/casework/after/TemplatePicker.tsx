import { fillTemplate, type TemplateState } from '@xiangli/shared/casework/templates'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Select } from 'antd'
import { useMe } from '../../../services/me'
import { useQuery } from '../../../services/use-query'
import { valuesOf } from './template-values'

/** The template the words began as, and since when they have been lying there to be read. */
export type Inserted = { id: string; version: number; at: number }

type Props = { shown: CaseView; state: TemplateState; onInsert: (text: string, from: Inserted) => void }

/** Starts the words; not there at all where no template fits. */
export function TemplatePicker({ shown, state, onInsert }: Props) {
  const isOff = !useMe().operations.includes('casework.listTemplates')
  const { data } = useQuery('casework.listTemplates', { state, ...(shown.category ? { category: shown.category } : {}) }, { isOff })
  if (!data || data.items.length === 0) return null
  const insert = (id: string) => {
    const chosen = data.items.find((each) => each.id === id)
    if (chosen) onInsert(fillTemplate(chosen.text, valuesOf(shown)), { id, version: chosen.version, at: Date.now() })
  }
  return (
    <Select
      className="after-picker" aria-label="从模板开始写" placeholder="从模板开始写，要看过改过才能发" value={null} onChange={(id) => { if (id) insert(id) }}
      options={data.items.map(({ id, title, categoryLabel, regionName }) => ({ value: id, label: `${title}（${categoryLabel ?? '各类'}，${regionName}）` }))}
    />
  )
}

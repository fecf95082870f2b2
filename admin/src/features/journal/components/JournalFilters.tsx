import { dayOf } from '@xiangli/shared/core/time'
import type { JournalRow } from '@xiangli/shared/journal/contract'
import { Choice } from '../../../components/Choice'
import { Icon } from '../../../components/Icon'
import { operationLabels } from '../operation-labels'
import { periods } from '../period'

type Props = { params: URLSearchParams; rows: JournalRow[]; onChange: (next: Record<string, string>) => void }

const operations = [{ value: '', label: '全部' }, ...Object.entries(operationLabels).map(([value, label]) => ({ value, label: label ?? value }))]

/** People are offered from the rows on the screen: no list of everybody is needed to follow one. */
function peopleOf(rows: JournalRow[], chosen: string | null) {
  const people = new Map(rows.map((row) => [row.actor.id, row.actor.name]))
  if (chosen && !people.has(chosen)) people.set(chosen, '所选的人')
  return [{ value: '', label: '全部' }, ...[...people].map(([value, label]) => ({ value, label }))]
}

export function JournalFilters({ params, rows, onChange }: Props) {
  const period = params.get('period') ?? ''
  const isNarrowed = [...params.keys()].length > 0
  return (
    <div className="filters" role="group" aria-label="筛选">
      <Choice name="时间" value={period} options={periods} onChange={(value) => onChange({ period: value, day: '' })} />
      {period === 'day' && (
        <label className="filter">
          <span>哪一天</span>
          <input type="date" className="filter-date" value={params.get('day') ?? dayOf(new Date())} max={dayOf(new Date())} onChange={(event) => onChange({ day: event.target.value })} />
        </label>
      )}
      <Choice name="谁" value={params.get('actor') ?? ''} options={peopleOf(rows, params.get('actor'))} onChange={(actor) => onChange({ actor })} />
      <Choice name="操作" value={params.get('operation') ?? ''} options={operations} onChange={(operation) => onChange({ operation })} />
      {params.get('target') && (
        <button type="button" className="filter-toggle on" onClick={() => onChange({ target: '' })}>只看同一件 <Icon name="close" /></button>
      )}
      {isNarrowed && (
        <button type="button" className="link small filters-clear" onClick={() => onChange({ period: '', day: '', actor: '', operation: '', target: '' })}>清空</button>
      )}
    </div>
  )
}

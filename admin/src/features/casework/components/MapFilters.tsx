import { Segmented } from 'antd'
import { Choice } from '../../../components/Choice'
import { categoryOptions, useCaseType } from '../../../services/use-case-type'

type Props = { params: URLSearchParams; onChange: (next: URLSearchParams) => void }

const shows = [{ value: 'open', label: '在办' }, { value: 'pending', label: '待受理' }, { value: 'answered', label: '待评价' }]
const colours = [{ value: '', label: '全部' }, { value: 'red', label: '已超期' }, { value: 'yellow', label: '快到期' }, { value: 'green', label: '按时' }]

export function MapFilters({ params, onChange }: Props) {
  const categories = [{ value: '', label: '全部' }, ...categoryOptions(useCaseType())]
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    onChange(next)
  }
  const isMine = params.get('mine') === '1'
  return (
    <div className="map-float map-filters" role="group" aria-label="筛选">
      <Segmented options={shows} value={params.get('show') ?? 'open'} onChange={(value) => set('show', value)} />
      <Choice name="时限" value={params.get('colour') ?? ''} options={colours} onChange={(value) => set('colour', value)} />
      <Choice name="类别" value={params.get('category') ?? ''} options={categories} onChange={(value) => set('category', value)} />
      <button type="button" className={isMine ? 'filter-toggle on' : 'filter-toggle'} aria-pressed={isMine} onClick={() => set('mine', isMine ? '' : '1')}>我办的</button>
    </div>
  )
}

import { colourLabels, gradeLabels } from '@xiangli/shared/casework/labels'
import { RAISED_RISKS, riskLabels } from '@xiangli/shared/casework/risk'
import { Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Choice } from '../../../components/Choice'
import { Icon } from '../../../components/Icon'
import { categoryOptions, useCaseType } from '../../../services/use-case-type'
import { PlaceBrowser } from '../../region/components/PlaceBrowser'
import { useMyPlaces } from '../../region/components/PlaceSwitcher'
import { usePlace } from '../../region/hooks/use-place'
import { casesPath, showOptions, type ListFilter } from '../case-filter'

type Props = { filter: ListFilter; onChange: (next: Partial<ListFilter>) => void }

const any = { value: '', label: '全部' }
const colours = [any, ...(['red', 'yellow', 'green'] as const).map((value) => ({ value, label: colourLabels[value] }))]
const risks = [any, ...RAISED_RISKS.map((value) => ({ value, label: riskLabels[value] }))]
const grades = [any, ...(['urgent', 'normal'] as const).map((value) => ({ value, label: gradeLabels[value] }))]

export function FilterBar({ filter, onChange }: Props) {
  const categories = [any, ...categoryOptions(useCaseType())]
  return (
    <div className="filters" role="group" aria-label="筛选">
      <PlaceFilter filter={filter} onChange={onChange} />
      <Choice name="状态" value={filter.show} options={showOptions} onChange={(show) => onChange({ show })} />
      <Choice name="时限" value={filter.colour ?? ''} options={colours} onChange={(colour) => onChange({ colour })} />
      <Choice name="类别" value={filter.category ?? ''} options={categories} onChange={(category) => onChange({ category })} />
      <Choice name="等级" value={filter.grade ?? ''} options={grades} onChange={(grade) => onChange({ grade })} />
      <Choice name="风险" value={filter.risk ?? ''} options={risks} onChange={(risk) => onChange({ risk })} />
      <button
        type="button" className={filter.mine ? 'filter-toggle on' : 'filter-toggle'} aria-pressed={filter.mine}
        onClick={() => onChange({ mine: !filter.mine })}
      >
        我办的
      </button>
      {filter.unit && (
        <button type="button" className="filter-toggle on" onClick={() => onChange({ unit: '', unitName: '' })}>
          {filter.unitName ?? '部门'} <Icon name="close" />
        </button>
      )}
      {filter.code && (
        <button type="button" className="filter-toggle on" onClick={() => onChange({ code: '', codeName: '', show: 'open' })}>
          扫码 {filter.codeName ?? ''} <Icon name="close" />
        </button>
      )}
      {filter.serial && (
        <button type="button" className="filter-toggle on" onClick={() => onChange({ serial: '', show: 'open' })}>
          编号 {filter.serial} <Icon name="close" />
        </button>
      )}
      <Link className="small filters-clear" to={casesPath({})} replace>清空</Link>
    </div>
  )
}

type PlaceProps = { filter: Pick<ListFilter, 'at' | 'atName'>; onChange: (next: { at: string; atName: string }) => void }

export function PlaceFilter({ filter, onChange }: PlaceProps) {
  const [isOpen, setOpen] = useState(false)
  const { place } = usePlace()
  const mine = useMyPlaces()
  const roots = place ? [place] : mine
  const browser = (
    <PlaceBrowser
      roots={roots} allLabel={place?.name ?? '全部'} {...(filter.at ? { value: filter.at } : {})}
      onChoose={(next) => { onChange({ at: next?.id ?? '', atName: next?.name ?? '' }); setOpen(false) }}
    />
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} destroyOnHidden content={browser} styles={{ body: { padding: 0 } }}>
      <button type="button" className="filter filter-place" aria-expanded={isOpen}>
        <span>地方</span><b className="clip">{filter.atName ?? place?.name ?? '全部'}</b><Icon name="down" />
      </button>
    </Popover>
  )
}

import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../components/Icon'
import { useKept } from '../../../services/kept'
import { useQuery } from '../../../services/use-query'
import { useMe } from '../../../services/me'
import { useRegionFilter } from '../../region/hooks/use-place'
import { useCalled } from '../hooks/use-called'
import { casesPath, filterQuery, readFilter, type ListFilter } from '../case-filter'

type View = { name: string; query: string }

const usual: { name: string; filter: Partial<ListFilter>; counts?: 'red' | 'yellow' | 'pending' | 'answered'; needs?: OperationName }[] = [
  { name: '全部在办', filter: {} },
  { name: '我办的', filter: { mine: true } },
  { name: '已超期', filter: { colour: 'red' }, counts: 'red' },
  { name: '快到期', filter: { colour: 'yellow' }, counts: 'yellow' },
  { name: '待受理', filter: { show: 'pending' }, counts: 'pending' },
  { name: '待评价', filter: { show: 'answered' }, counts: 'answered' },
  { name: '等我签字', filter: { queue: 'signing' }, needs: 'casework.signAnswer' },
  { name: '等我们裁定', filter: { queue: 'arbitration' }, needs: 'casework.arbitrate' },
  { name: '请我们去的', filter: { queue: 'called' }, needs: 'casework.arrive' },
  { name: '请了没来的', filter: { queue: 'lateArrivals' }, needs: 'casework.whistle' },
  { name: '已结束', filter: { show: 'closed' } },
]

/** Two lines mean the same list when they read the same, whatever they leave out. */
const sameList = (query: string, filter: ListFilter) =>
  filterQuery({ ...readFilter(new URLSearchParams(query)), atName: '' }) === filterQuery({ ...filter, atName: '' })

/** The lists everybody needs, then the ones this person keeps. */
export function ViewTabs({ filter }: { filter: ListFilter }) {
  const me = useMe()
  const region = useRegionFilter()
  const counts = useQuery('casework.countByColour', region, { isKept: true }).data
  const [views, keep] = useKept<View[]>(`xl.views.${me.id}`, [])
  const offered = usual.filter(({ needs }) => !needs || me.operations.includes(needs))
  const isKnown = [...offered.map((view) => filterQuery(view.filter)), ...views.map((view) => view.query)].some((query) => sameList(query, filter))
  const countOf = (name: (typeof usual)[number]['counts']) => {
    const bounded = name && counts && (name === 'pending' || name === 'answered' ? counts[name] : counts.colours[name])
    return bounded ? `${bounded.count}${bounded.more ? '+' : ''}` : ''
  }
  const called = useCalled()
  const numberOf = ({ counts: name, filter: { queue } }: (typeof usual)[number]) =>
    queue === 'called' && called.count > 0 ? `${called.count}${called.hasMore ? '+' : ''}` : countOf(name)
  return (
    <nav className="views" aria-label="常用清单">
      {offered.map((view) => <Tab key={view.name} name={view.name} count={numberOf(view)} to={casesPath(view.filter)} isOn={sameList(filterQuery(view.filter), filter)} />)}
      {views.map((view) => (
        <Tab
          key={view.name} name={view.name} to={`/cases${view.query}`} isOn={sameList(view.query, filter)}
          onDrop={() => keep(views.filter((each) => each.name !== view.name))}
        />
      ))}
      {!isKnown && <SaveView onSave={(name) => keep([...views.filter((each) => each.name !== name), { name, query: filterQuery(filter) }])} />}
    </nav>
  )
}

type TabProps = { name: string; count?: string; to: string; isOn: boolean; onDrop?: () => void }

function Tab({ name, count, to, isOn, onDrop }: TabProps) {
  return (
    <span className={isOn ? 'view on' : 'view'}>
      <Link to={to} replace aria-current={isOn ? 'page' : undefined}>{name}{count && <em>{count}</em>}</Link>
      {onDrop && isOn && <button type="button" aria-label={`不再保留“${name}”`} title="不再保留" onClick={onDrop}><Icon name="close" /></button>}
    </span>
  )
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onSave(name.trim())
    setOpen(false)
    setName('')
  }
  const form = (
    <form className="row" onSubmit={save}>
      <Input value={name} maxLength={12} autoFocus placeholder="起个名字，如 夜里来的" aria-label="清单名字" onChange={(event) => setName(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={!name.trim()}>存下</Button>
    </form>
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form} arrow={false}>
      <button type="button" className="link small views-save"><Icon name="plus" /> 把现在的条件存为常用</button>
    </Popover>
  )
}

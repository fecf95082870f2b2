import type { StatsCase } from '@xiangli/shared/stats/contract'
import { figureNamed, outcomeLabels, periodLabel, type FigureKey } from '@xiangli/shared/stats/figures'
import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { shortDay, shortTime } from '../../../components/time-words'
import { usePages } from '../../../services/use-query'
import type { Asked } from '../stats-choice'
import { workWords } from '../stats-words'

type Props = { asked: Asked; figure: FigureKey; rowKey: string | undefined; name: string; count: number | undefined; onClose: () => void }

/** The very cases a number counts. */
export function FigureList({ asked, figure, rowKey, name, count, onClose }: Props) {
  const input = { ...asked, figure, ...(rowKey ? { key: rowKey } : {}) }
  const list = usePages('stats.listCases', { ...input, limit: 30 })
  const { label, what } = figureNamed(figure)
  return (
    <Drawer
      open width={520} onClose={onClose} title={`${name}　${label}${count === undefined ? '' : ` ${count}`}`}
      extra={<SheetButton list="stats.listCases" input={input} isOff={list.items.length === 0} />}
    >
      <p className="small second stats-what">{periodLabel(asked.period)}。{what}。</p>
      {list.isPending && <RowsSkeleton rows={6} />}
      {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <EmptyPanel title="这一栏现在没有了" hint="刚刚可能有变动，回到统计再看一眼。" />}
      <ul className="stats-cases" aria-label="清单">{list.items.map((item) => <Line key={item.id} item={item} />)}</ul>
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 30 件</Button>}
    </Drawer>
  )
}

function Line({ item }: { item: StatsCase }) {
  const about = [item.isDayOnly ? shortDay(item.at) : shortTime(item.at), item.unitName, outcomeLabels[item.outcome], item.minutes > 0 ? workWords(item.minutes) : ''].filter(Boolean)
  return (
    <li>
      {item.case ? <Link to={`/cases/${item.case.id}`}>{item.case.title}</Link> : <span className="second">已转到别处，看不到内容</span>}
      <span className="tiny second">{item.case && `${item.case.serial}，`}{about.join('，')}</span>
    </li>
  )
}

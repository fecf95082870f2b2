import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { CallError } from '@xiangli/shared/catalog/call'
import { EmptyPanel } from './EmptyPanel'
import { ErrorPanel } from './ErrorPanel'
import type { IconName } from './Icon'
import { RowsSkeleton } from './PageSkeleton'
import './list-with-card.css'
import './table.css'

type Pages<R> = {
  items: R[]
  isPending: boolean
  isSuccess: boolean
  isFetching: boolean
  error: CallError | null
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

type Props<R> = {
  list: Pages<R>
  label: string
  empty: { icon: IconName; title: string; hint: string }
  lines: (row: R) => React.ReactNode
  foot?: React.ReactNode
} & ({ card: (row: R) => React.ReactNode; pathOf?: never } | { card?: never; pathOf: (row: R) => string })

/** What waits, one after another, and beside it the card of the one in hand; or, with nothing to do, rows that lead to their page. */
export function ListWithCard<R extends { id: string }>({ list, label, empty, lines, foot, card, pathOf }: Props<R>) {
  const [chosen, setChosen] = useState<string | null>(null)
  const beside = useRef<HTMLDivElement>(null)
  const rows = list.items
  const current = card ? (rows.find(({ id }) => id === chosen) ?? rows[0]) : undefined
  const choose = (id: string) => {
    setChosen(id)
    // On a phone the card stands above the list, out of sight.
    requestAnimationFrame(() => beside.current?.scrollIntoView({ block: 'nearest' }))
  }
  return (
    <div className={card ? 'beside' : 'beside alone'}>
      <section className="card col beside-list" aria-label={label} aria-busy={list.isFetching}>
        <div className="table-scroll">
          {list.isPending && <RowsSkeleton rows={8} height={56} />}
          {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && <EmptyPanel {...empty} />}
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                {pathOf
                  ? <Link to={pathOf(row)}>{lines(row)}</Link>
                  : <button type="button" className={row.id === current?.id ? 'on' : ''} aria-current={row.id === current?.id} onClick={() => choose(row.id)}>{lines(row)}</button>}
              </li>
            ))}
          </ul>
          {list.hasNextPage && <div className="card-body"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 30 件</Button></div>}
        </div>
        {foot && rows.length > 0 && <footer className="table-foot">{foot}</footer>}
      </section>
      {card && current && <div className="beside-card" ref={beside} key={current.id}>{card(current)}</div>}
    </div>
  )
}

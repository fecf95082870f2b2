import { useEffect, useRef } from 'react'
import { Icon } from './Icon'
import './table.css'

export type Column<Row> = {
  key: string
  title: string
  width?: number
  /** Hidden on a phone, where a row becomes a card. */
  isDesk?: boolean
  isFaint?: boolean
  isEnd?: boolean
  sort?: string
  /** Its words are the button that opens the row, for those who do not use a mouse. */
  isOpener?: boolean
  render: (row: Row) => React.ReactNode
}

type Props<Row> = {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  idOf: (row: Row) => string
  current?: string | null
  changed?: ReadonlySet<string>
  sort?: string
  onSort?: (sort: string) => void
  onOpen: (row: Row) => void
}

/** A plain table: the whole row opens, the current row follows the arrow keys, fresh rows glow once. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, idOf, current, changed, onOpen } = props
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (current) body.current?.querySelector('tr.current')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const open = (event: React.MouseEvent, row: Row) => {
    const target = event.target instanceof Element ? event.target : null
    if (!target?.closest('a, button') && !getSelection()?.toString()) onOpen(row)
  }
  const look = (id: string) => [id === current && 'current', changed?.has(id) && 'changed'].filter(Boolean).join(' ')
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>{columns.map((column) => <HeadCell key={column.key} column={column} {...props} />)}</tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <tr key={idOf(row)} className={look(idOf(row))} onClick={(event) => open(event, row)}>
            {columns.map((column) => (
              <td key={column.key} className={cellLook(column)}>
                {column.isOpener ? <button type="button" className="table-opener" onClick={() => onOpen(row)}>{column.render(row)}</button> : column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellLook<Row>(column: Column<Row>): string {
  return [`at-${column.key}`, column.isDesk && 'desk', column.isFaint && 'faint', column.isEnd && 'to-end'].filter(Boolean).join(' ')
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row> } & Props<Row>) {
  const isOn = column.sort !== undefined && column.sort === sort
  return (
    <th
      scope="col" className={cellLook(column)} style={column.width ? { width: column.width } : undefined}
      aria-sort={isOn ? (column.sort === 'due' ? 'ascending' : 'descending') : undefined}
    >
      {column.sort && onSort ? (
        <button type="button" className={isOn ? 'on' : ''} onClick={() => onSort(column.sort ?? '')}>
          {column.title}<Icon name="down" />
        </button>
      ) : column.title}
    </th>
  )
}

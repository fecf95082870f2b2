import { dayOf } from '@xiangli/shared/core/time'
import { Button } from 'antd'
import type { Column } from '../../../components/DataTable'
import { Icon } from '../../../components/Icon'
import { saveCsv } from '../../../services/csv'

type Props<Row> = { name: string; rows: Row[]; columns: (Column<Row> & { csv: (row: Row) => string })[] }

/** Exports exactly what is on the screen: these rows, these columns, names masked as shown. */
export function ExportButton<Row>({ name, rows, columns }: Props<Row>) {
  const save = () =>
    saveCsv(`${name}-${dayOf(new Date())}`, [
      columns.map((column) => (column.key === 'due' ? '时限' : column.title)),
      ...rows.map((row) => columns.map((column) => column.csv(row))),
    ])
  return (
    <Button size="small" className="desk-only" disabled={rows.length === 0} onClick={save} icon={<Icon name="download" />}>
      导出这 {rows.length} 件
    </Button>
  )
}

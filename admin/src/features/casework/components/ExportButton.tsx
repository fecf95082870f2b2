import type { CaseSummary } from '@xiangli/shared/casework/views'
import { dayOf } from '@xiangli/shared/core/time'
import { Button } from 'antd'
import { Icon } from '../../../components/Icon'
import { saveCsv } from '../../../services/csv'
import type { CaseColumn } from './case-columns'

type Props = { rows: CaseSummary[]; columns: CaseColumn[] }

/** Exports exactly what is on the screen: these rows, these columns, names masked as shown. */
export function ExportButton({ rows, columns }: Props) {
  const save = () =>
    saveCsv(`办件-${dayOf(new Date())}`, [
      columns.map((column) => (column.key === 'due' ? '时限' : column.title)),
      ...rows.map((row) => columns.map((column) => column.csv(row))),
    ])
  return (
    <Button size="small" className="desk-only" disabled={rows.length === 0} onClick={save} icon={<Icon name="download" />}>
      导出这 {rows.length} 件
    </Button>
  )
}

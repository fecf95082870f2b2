import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Column } from '../../../components/DataTable'

/** Which rows of the list are ticked; only those that may be merged can be, and rows that left the list are not. */
export function usePicking(rows: CaseSummary[]) {
  const [ids, setIds] = useState<readonly string[]>([])
  const canPick = (row: CaseSummary) => row.can.includes('merge')
  const picked = rows.filter((row) => ids.includes(row.id) && canPick(row))
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])
  const column: Column<CaseSummary> = {
    key: 'pick', title: '选', width: 44, isDesk: true,
    render: (row) => canPick(row) && (
      <span role="presentation" onClick={(event) => event.stopPropagation()}>
        <Checkbox checked={ids.includes(row.id)} aria-label={`选中 ${row.serial}`} onChange={() => toggle(row.id)} />
      </span>
    ),
  }
  return { picked, clear: () => setIds([]), columns: rows.some(canPick) ? [column] : [] }
}

import { Button, Checkbox, Popover } from 'antd'
import { Icon } from '../../../components/Icon'
import type { Columns } from '../hooks/use-columns'
import { caseColumns } from './case-columns'

export function ColumnPicker({ columns }: { columns: Columns }) {
  const choices = (
    <div className="columns">
      <ul>
        {caseColumns.map((column) => (
          <li key={column.key}>
            <Checkbox checked={columns.has(column.key)} disabled={Boolean(column.isFixed)} onChange={() => columns.toggle(column.key)}>{column.title}</Checkbox>
            {column.isFixed && <span className="tiny second end">固定</span>}
          </li>
        ))}
      </ul>
      <div className="row columns-foot">
        <button type="button" className="link small" onClick={columns.reset}>恢复原样</button>
        <span className="tiny second end">只对我生效</span>
      </div>
    </div>
  )
  return (
    <Popover content={choices} trigger="click" placement="bottomRight" arrow={false} styles={{ body: { padding: 0 } }}>
      <Button size="small" className="desk-only" icon={<Icon name="columns" />}>列</Button>
    </Popover>
  )
}

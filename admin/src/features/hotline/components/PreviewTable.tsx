import { gradeLabels } from '@xiangli/shared/casework/labels'
import type { PreviewRow } from '@xiangli/shared/hotline/views'
import type { Column } from '../../../components/DataTable'
import { DataTable } from '../../../components/DataTable'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import type { Preview } from '../use-import'

const columns: Column<PreviewRow>[] = [
  { key: 'row', title: '行', width: 56, isFaint: true, render: ({ row }) => row },
  { key: 'number', title: '工单编号', width: 150, render: ({ externalNumber }) => externalNumber },
  { key: 'title', title: '诉求内容', render: ({ words, problems }) => words || <span className="second">{problems.some(({ isError }) => isError) ? '这一行不会导入' : ''}</span> },
  { key: 'caller', title: '来电人', width: 140, isDesk: true, render: ({ caller }) => caller },
  { key: 'category', title: '类别', width: 130, isDesk: true, render: ({ categoryLabel, grade }) => <>{categoryLabel} {grade === 'urgent' && <Tag tone="strong">{gradeLabels.urgent}</Tag>}</> },
  { key: 'place', title: '地点', width: 100, isDesk: true, render: ({ placeName }) => placeName },
  { key: 'due', title: '办理时限', width: 132, render: ({ due }) => due && shortTime(due) },
]

const nothing = () => undefined

/** The first rows as they would become cases, and every row with something wrong, by its number. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const bad = preview.total - preview.good
  return (
    <>
      <p role="status">
        共 {preview.total} 行，{preview.good} 行可以导入{bad > 0 && <>，<b className="hotline-bad">{bad} 行有错，不会导入</b></>}。
      </p>
      {preview.problems.length > 0 && (
        <ul className="hotline-problems" aria-label="有问题的行">
          {preview.problems.flatMap(({ row, problems }) => problems.map(({ column, text, isError }) => (
            <li key={`${row}${column}${text}`} className={isError ? 'bad' : ''}>
              <b>第 {row} 行</b> {column}：{text}{!isError && <Tag>仍会导入</Tag>}
            </li>
          )))}
        </ul>
      )}
      {preview.rows.length > 0 && (
        <div className="hotline-preview">
          <DataTable label={`前 ${preview.rows.length} 行`} columns={columns} rows={preview.rows} idOf={({ row }) => String(row)} onOpen={nothing} />
        </div>
      )}
    </>
  )
}

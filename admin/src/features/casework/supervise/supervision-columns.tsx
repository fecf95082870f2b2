import type { SupervisionRow } from '@xiangli/shared/casework/views'
import type { Column } from '../../../components/DataTable'
import { DeadlineShape } from '../../../components/DeadlineShape'
import { Tag } from '../../../components/Tag'
import { fullTime, shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { awaitedShort, isLateNow, levelWords, standWords } from './supervision-words'

function Due({ row }: { row: SupervisionRow }) {
  const now = useNow()
  if (row.ended) return <span className="second">{standWords(row, now)}</span>
  const colour = isLateNow(row, now) ? 'red' : 'yellow'
  return <span className={`deadline ${colour} pill`}><DeadlineShape colour={colour} />{standWords(row, now)}</span>
}

export type SupervisionColumn = Column<SupervisionRow> & { csv: (row: SupervisionRow) => string }

/** Whose duty, what it waits for, by when; never who is best. */
export const supervisionColumns: SupervisionColumn[] = [
  { key: 'due', title: '期限', width: 136, csv: (row) => fullTime(row.due), render: (row) => <Due row={row} /> },
  { key: 'title', title: '事项', isOpener: true, csv: (row) => row.title, render: (row) => row.title },
  { key: 'awaits', title: '在等', width: 78, csv: (row) => awaitedShort[row.awaits], render: (row) => <Tag tone={row.ended ? 'plain' : 'primary'}>{awaitedShort[row.awaits]}</Tag> },
  { key: 'unit', title: '谁的事', width: 138, csv: (row) => row.unitName, render: (row) => row.unitName },
  { key: 'level', title: '级别', width: 130, csv: levelWords, render: levelWords },
  { key: 'village', title: '村', width: 88, isDesk: true, isFaint: true, csv: (row) => row.villageName ?? '', render: (row) => row.villageName ?? '' },
  { key: 'handler', title: '办理人', width: 84, isDesk: true, isFaint: true, csv: (row) => row.handlerName, render: (row) => row.handlerName },
  { key: 'since', title: '开始', width: 112, isDesk: true, isFaint: true, csv: (row) => fullTime(row.since), render: (row) => shortTime(row.since) },
]

/** In a file the number is what finds the case again. */
export const exportedColumns: SupervisionColumn[] = [
  { key: 'serial', title: '编号', csv: (row) => row.serial, render: (row) => row.serial },
  ...supervisionColumns,
]

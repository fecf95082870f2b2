import type { SupervisionRow } from '@xiangli/shared/casework/views'
import type { Column } from '../../../components/DataTable'
import { DeadlineShape } from '../../../components/DeadlineShape'
import { RiskTag } from '../../../components/RiskTag'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { awaitedShort, isLateNow, levelWords, standWords } from './supervision-words'

function Due({ row }: { row: SupervisionRow }) {
  const now = useNow()
  if (row.ended) return <span className="second">{standWords(row, now)}</span>
  const colour = isLateNow(row, now) ? 'red' : 'yellow'
  return <span className={`deadline ${colour} pill`}><DeadlineShape colour={colour} />{standWords(row, now)}</span>
}

/** Whose duty, what it waits for, by when; never who is best. */
export const supervisionColumns: Column<SupervisionRow>[] = [
  { key: 'due', title: '期限', width: 136, render: (row) => <Due row={row} /> },
  { key: 'title', title: '事项', isOpener: true, render: (row) => <span className="supervision-title">{row.title}<RiskTag risk={row.risk} isShort /></span> },
  { key: 'awaits', title: '在等', width: 78, render: (row) => <Tag tone={row.ended ? 'plain' : 'primary'}>{awaitedShort[row.awaits]}</Tag> },
  { key: 'unit', title: '谁的事', width: 138, render: (row) => row.unitName },
  { key: 'level', title: '级别', width: 130, render: levelWords },
  { key: 'village', title: '村', width: 88, isDesk: true, isFaint: true, render: (row) => row.villageName ?? '' },
  { key: 'handler', title: '办理人', width: 84, isDesk: true, isFaint: true, render: (row) => row.handlerName },
  { key: 'since', title: '开始', width: 112, isDesk: true, isFaint: true, render: (row) => shortTime(row.since) },
]

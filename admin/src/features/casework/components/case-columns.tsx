import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Link } from 'react-router'
import type { Column } from '../../../components/DataTable'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { Icon } from '../../../components/Icon'
import { RiskTag } from '../../../components/RiskTag'
import { StateTag } from '../../../components/StateTag'
import { Tag } from '../../../components/Tag'
import { clipWords, fullTime, shortDay, shortTime } from '../../../components/time-words'
import { nextStep, placeWords } from '../case-words'

export type CaseColumn = Column<CaseSummary> & { isFixed?: boolean; isOptional?: boolean }

const due = (row: CaseSummary) => (row.redAt ? fullTime(row.redAt) : '')

function Title({ row }: { row: CaseSummary }) {
  return (
    <span className="case-title">
      {row.grade === 'urgent' && <Tag tone="strong">紧急</Tag>}
      {row.names === 'sealed' && <Tag tone="edit">隐名</Tag>}
      <Link to={`/cases/${row.id}`} className="clip" title={row.title}>{row.title}</Link>
      {row.isUnreleased && <Tag tone="soon">待转写</Tag>}
      {row.voiceSeconds !== undefined && <span className="case-mark" title="有语音"><Icon name="microphone" />{clipWords(row.voiceSeconds)}</span>}
      {row.thumbUrl && <span className="case-mark" title="有照片"><Icon name="photo" /></span>}
      {row.childCount && <Tag>并 {row.childCount} 件</Tag>}
      {row.supporterCount && <span className="case-mark" title="也遇到的人"><Icon name="people" />{row.supporterCount}</span>}
      <RiskTag risk={row.risk} isShort />
      {row.isSupervised && <Tag tone="soon">督办</Tag>}
      {row.isAsked && <Tag tone="soon">等补充</Tag>}
    </span>
  )
}

/** Every column a list of cases may show, in order. */
export const caseColumns: CaseColumn[] = [
  {
    key: 'due', title: '时限', width: 158, sort: 'due', isFixed: true,
    render: (row) => <DeadlineTag of={row} colour={row.colour} dueAt={row.redAt ?? null} />,
  },
  { key: 'title', title: '事项', isFixed: true, render: (row) => <Title row={row} /> },
  { key: 'serial', title: '编号', width: 116, isDesk: true, isFaint: true, render: (row) => <span title={row.serial}>{row.serial}</span> },
  { key: 'village', title: '村', width: 88, render: placeWords },
  { key: 'grid', title: '网格', width: 92, isDesk: true, isFaint: true, isOptional: true, render: (row) => row.gridName ?? '' },
  { key: 'category', title: '类别', width: 92, isDesk: true, isFaint: true, render: (row) => row.categoryLabel ?? '未定' },
  { key: 'state', title: '状态', width: 78, render: (row) => <StateTag state={row.state} /> },
  { key: 'handler', title: '办理人', width: 104, render: (row) => (row.handlerIsMe ? <b>{row.handlerName}</b> : row.handlerName) },
  { key: 'owner', title: '责任单位', width: 132, isDesk: true, isFaint: true, isOptional: true, render: (row) => row.ownerName },
  { key: 'requester', title: '反映人', width: 80, isDesk: true, isFaint: true, isOptional: true, render: (row) => row.requesterName },
  { key: 'received', title: '收到', width: 122, isDesk: true, isFaint: true, sort: 'newest', render: (row) => (row.names === 'sealed' ? shortDay(row.receivedAt) : shortTime(row.receivedAt)) },
  { key: 'until', title: '应办好', width: 156, isDesk: true, isFaint: true, isOptional: true, render: (row) => due(row) },
  { key: 'updated', title: '更新', width: 122, isDesk: true, isFaint: true, isOptional: true, render: (row) => shortTime(row.updatedAt) },
]

/** On the workbench the last column says what to do next. */
export const nextStepColumn: Column<CaseSummary> = {
  key: 'next', title: '下一步', width: 96, isEnd: true,
  render: (row) => {
    const step = nextStep(row)
    return step ? <Link to={`/cases/${row.id}`} className="case-next">{step}</Link> : <span className="second">查看</span>
  },
}

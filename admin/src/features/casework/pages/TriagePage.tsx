import type { TriageRow } from '@xiangli/shared/casework/contract/triage'
import { Segmented } from 'antd'
import { useState } from 'react'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ListWithCard } from '../../../components/ListWithCard'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { usePages } from '../../../services/use-query'
import { ReportCard } from '../triage/ReportCard'
import '../after/after.css'

type Show = 'waiting' | 'turnedAway'
const shows: { value: Show; label: string }[] = [{ value: 'waiting', label: '待核实' }, { value: 'turnedAway', label: '没有收的' }]

/** 待核实: said by somebody nobody knows yet; no unit's work, and in no figure, until it is taken in here. */
export default function TriagePage() {
  useTitle('待核实')
  const me = useMe()
  const [show, setShow] = useState<Show>('waiting')
  if (!me.operations.includes('casework.listTriage')) return <div className="page"><EmptyPanel isPage icon="lock" title="核实不是您的职责" hint="由乡镇、县的调度员先核实，收下以后才归地方办。" /></div>
  return (
    <div className="page after">
      <div className="page-head">
        <h1>待核实</h1>
        <Segmented options={shows} value={show} onChange={setShow} />
        <span className="small second">没登录的、还没有选定村的人反映的，先在这里看一眼</span>
      </div>
      <Reports key={show} show={show} />
    </div>
  )
}

function Reports({ show }: { show: Show }) {
  const list = usePages('casework.listTriage', { show, limit: 30 })
  const isWaiting = show === 'waiting'
  return (
    <ListWithCard
      list={list}
      label={isWaiting ? '待核实的反映' : '没有收的反映'}
      empty={{ icon: 'check', title: isWaiting ? '没有要核实的' : '没有不收的', hint: isWaiting ? '有人扫码反映、或新来的人反映，会列在这里，先到期的在前。' : '核实后没有收的会留在这里，写着理由。' }}
      lines={(row) => <RowLines row={row} />}
      card={(row) => <ReportCard row={row} />}
    />
  )
}

function RowLines({ row }: { row: TriageRow }) {
  return (
    <>
      <span className="row">
        {row.grade === 'urgent' && <Tag tone="strong">紧急</Tag>}
        <b className="clip fill">{row.title}</b>
        {row.turnedAwayAt ? <Tag>没有收</Tag> : <DeadlineTag colour={row.colour} dueAt={row.redAt ?? null} />}
      </span>
      <span className="tiny second clip">{shortTime(row.receivedAt)}　{row.placeName ?? '还没有地点'}　{row.placeCode ? `扫码：${row.placeCode.name}` : row.requesterName}</span>
    </>
  )
}

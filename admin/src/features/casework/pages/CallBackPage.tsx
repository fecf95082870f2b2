import { callEndLabels, callKindLabels } from '@xiangli/shared/casework/labels'
import type { CallBackRow } from '@xiangli/shared/casework/contract/call-back'
import { Segmented } from 'antd'
import { useState } from 'react'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { KeyHints } from '../../../components/KeyHints'
import { ListWithCard } from '../../../components/ListWithCard'
import { SheetButton } from '../../../components/SheetButton'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { usePages } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { CallBackCard } from '../after/CallBackCard'
import '../after/after.css'

type Show = 'open' | 'ended'
const shows: { value: Show; label: string }[] = [{ value: 'open', label: '要打的' }, { value: 'ended', label: '打过的' }]
const hints = [{ keys: ['1'], does: '办好了' }, { keys: ['2'], does: '没办好' }, { keys: ['3'], does: '没接通' }, { keys: ['4'], does: '不愿说' }]

/** 回访: the centre asks whether it is fixed; never whoever did the work. */
export default function CallBackPage() {
  useTitle('回访')
  const me = useMe()
  const [show, setShow] = useState<Show>('open')
  const region = useRegionFilter()
  if (!me.operations.includes('casework.listCallBacks')) return <div className="page"><EmptyPanel isPage icon="lock" title="回访不是您的职责" hint="由乡镇、县的调度员来问，办理的单位自己不问。" /></div>
  return (
    <div className="page after">
      <div className="page-head">
        <h1>回访</h1>
        <Segmented options={shows} value={show} onChange={setShow} />
        <span className="small second">答复后没人评价的，下一个工作日问；修好的，过一阵再问一次</span>
        <span className="end"><SheetButton list="casework.listCallBacks" input={{ ...region, show }} isLarge /></span>
      </div>
      <Calls key={show} show={show} />
    </div>
  )
}

const empty = {
  open: { icon: 'phone', title: '现在没有要回访的', hint: '答复后没人评价的，下一个工作日早上会列在这里。' },
  ended: { icon: 'phone', title: '还没有回访过', hint: '记过结果的会留在这里。' },
} as const

function Calls({ show }: { show: Show }) {
  const list = usePages('casework.listCallBacks', { ...useRegionFilter(), show, limit: 30 })
  const common = { list, empty: empty[show], lines: (row: CallBackRow) => <RowLines row={row} /> }
  return show === 'open'
    ? <ListWithCard {...common} label="要打的电话" foot={<KeyHints hints={hints} />} card={(row) => <CallBackCard row={row} />} />
    : <ListWithCard {...common} label="打过的电话" pathOf={({ caseId }) => `/cases/${caseId}`} />
}

function RowLines({ row }: { row: CallBackRow }) {
  const now = useNow()
  const isLater = !row.ended && Date.parse(row.nextTry) > now
  const when = row.endedAt ? `${shortTime(row.endedAt, now)}${row.byName ? `，${row.byName}` : ''}` : isLater ? `${shortTime(row.nextTry, now).split(' ')[0]}再打` : `${shortTime(row.due, now)} 前问`
  return (
    <>
      <span className="row">
        <b className="clip fill">{row.title}</b>
        {row.ended ? <Tag tone={row.ended === 'notFixed' ? 'soon' : 'plain'}>{callEndLabels[row.ended]}</Tag> : row.isLate && !isLater ? <Tag tone="soon">该打了</Tag> : null}
      </span>
      <span className="tiny second clip">{when}　{callKindLabels[row.kind]}　{row.requesterName}　{row.villageName ?? ''}{row.tries > 0 && !row.ended ? `　没接通 ${row.tries} 次` : ''}</span>
      {row.words && <span className="small">“{row.words}”</span>}
    </>
  )
}

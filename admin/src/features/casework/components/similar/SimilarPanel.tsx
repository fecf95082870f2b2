import { stateLabels } from '@xiangli/shared/casework/labels'
import { whyWords } from '@xiangli/shared/casework/similar'
import type { SimilarCase } from '@xiangli/shared/casework/similar-views'
import type { CaseView } from '@xiangli/shared/casework/views'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { FailureLine } from '../../../../components/FailureLine'
import { shortTime } from '../../../../components/time-words'
import { useQuery } from '../../../../services/use-query'
import { useMerge } from '../../hooks/use-merge'
import './similar.css'

const WORKED_ON: readonly string[] = ['pending', 'accepted', 'handling']

/** 相似的事: what may be the same matter, why, and making it one. Nothing is shown where there is none. */
export function SimilarPanel({ shown }: { shown: CaseView }) {
  const { data } = useQuery('casework.listSimilar', { caseId: shown.id }, { isOff: !WORKED_ON.includes(shown.state) })
  const [picked, setPicked] = useState<string[]>([])
  const merging = useMerge()
  const { modal, message } = App.useApp()
  const items = data?.items ?? []
  const chosen = items.filter(({ id, canTakeIn }) => canTakeIn && picked.includes(id))
  if (items.length === 0) return null

  const pick = (id: string, isOn: boolean) => setPicked(isOn ? [...picked, id] : picked.filter((each) => each !== id))
  const takeIn = () => modal.confirm({
    title: `把 ${chosen.length} 件并到这件里一起办？`,
    content: '并进来的几位反映人会收到消息，以后听这一件的答复；谁觉得没办好，可以单独说。并错了能拆出来。',
    okText: '合并', cancelText: '先不并',
    onOk: async () => {
      const done = await merging.merge({ caseId: shown.id, rev: shown.rev, children: chosen.map(({ id, rev }) => ({ caseId: id, rev })) })
      if (!done) return
      setPicked([])
      void message.success(`${chosen.length} 件已并进来`)
    },
  })
  const goInto = (other: SimilarCase) => modal.confirm({
    title: `把这件并到 ${other.serial} 里一起办？`,
    content: `${shown.requester.name} 会收到消息，以后听那一件的答复。并错了能拆出来。`,
    okText: '合并', cancelText: '先不并',
    onOk: async () => {
      if (await merging.merge({ caseId: other.id, rev: other.rev, children: [{ caseId: shown.id, rev: shown.rev }] })) void message.success(`已并到 ${other.serial}`)
    },
  })
  return (
    <section className="similar" aria-label="相似的事">
      <header className="row">
        <h2 className="section-name fill">相似的事</h2>
        {chosen.length > 0 && <Button size="small" type="primary" loading={merging.isBusy} onClick={takeIn}>并进来 {chosen.length} 件</Button>}
      </header>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} isPicked={picked.includes(item.id)} onPick={(isOn) => pick(item.id, isOn)} onInto={() => goInto(item)} />
        ))}
      </ul>
      <FailureLine failure={merging.failure} />
    </section>
  )
}

type ItemProps = { item: SimilarCase; isPicked: boolean; onPick: (isOn: boolean) => void; onInto: () => void }

const others = ({ reports, supporters }: SimilarCase) => [reports > 1 ? `已并 ${reports} 件` : '', supporters > 0 ? `${supporters} 人也遇到` : ''].filter(Boolean)

/** A title that is but the beginning of the words would say them twice. */
const isTold = ({ title, words }: SimilarCase): boolean => words?.startsWith(title.replace(/…$/, '')) ?? false

function Item({ item, isPicked, onPick, onInto }: ItemProps) {
  return (
    <li className="similar-item">
      {item.canTakeIn ? <Checkbox checked={isPicked} aria-label={`选中 ${item.serial}`} onChange={(event) => onPick(event.target.checked)} /> : <span className="similar-gap" />}
      <div className="fill">
        <Link to={`/cases/${item.id}`} className={isTold(item) ? 'similar-title similar-words' : 'similar-title clip'}>{isTold(item) ? item.words : item.title}</Link>
        {!isTold(item) && item.words && <p className="small second similar-words">{item.words}</p>}
        <p className="tiny second">{[stateLabels[item.state], item.requesterName, shortTime(item.receivedAt), ...others(item)].filter(Boolean).join(' · ')}</p>
        <p className="tiny similar-why">
          <span>{whyWords(item.why)}</span>
          {item.canMergeInto && <button type="button" className="link tiny" onClick={onInto}>把这件并过去</button>}
        </p>
      </div>
      {item.thumbUrl && <img src={item.thumbUrl} alt={`${item.serial} 的照片`} loading="lazy" />}
    </li>
  )
}

import type { CaseSummary } from '@xiangli/shared/casework/views'
import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { shortTime } from '../../../../components/time-words'
import { useMerge } from '../../hooks/use-merge'
import './similar.css'

type Props = { picked: CaseSummary[]; onDone: () => void }

/** The one that already has others, else who came first. */
const likelyParent = (picked: CaseSummary[]): CaseSummary | undefined =>
  [...picked].sort((a, b) => (b.childCount ?? 0) - (a.childCount ?? 0) || a.receivedAt.localeCompare(b.receivedAt))[0]

/** What can be done with the rows that are ticked: make them one. */
export function MergeBar({ picked, onDone }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [chosenId, choose] = useState<string>()
  const merging = useMerge()
  const { message } = App.useApp()
  const parent = picked.find(({ id }) => id === chosenId) ?? likelyParent(picked)
  const children = picked.filter(({ id }) => id !== parent?.id)
  if (picked.length === 0) return null
  const close = () => {
    setOpen(false)
    merging.clear()
  }
  const merge = async () => {
    if (!parent) return
    const done = await merging.merge({ caseId: parent.id, rev: parent.rev, children: children.map(({ id, rev }) => ({ caseId: id, rev })) })
    if (!done) return
    close()
    onDone()
    void message.success(`${children.length} 件已并到 ${parent.serial}`)
  }
  return (
    <span className="row">
      <span className="small">已选 {picked.length} 件</span>
      <Button size="small" type="primary" disabled={picked.length < 2} title={picked.length < 2 ? '再选一件同样的事' : ''} onClick={() => setOpen(true)}>合并</Button>
      <Button size="small" onClick={onDone}>不选了</Button>
      <Modal open={isOpen} title="并到哪一件里一起办" okText={`合并 ${children.length} 件`} cancelText="先不并" confirmLoading={merging.isBusy} onOk={() => void merge()} onCancel={close}>
        <Radio.Group value={parent?.id} onChange={(event) => choose(event.target.value as string)} className="merge-choice">
          {picked.map((row) => (
            <Radio key={row.id} value={row.id}>
              {row.title} <span className="tiny second">{row.serial} · {shortTime(row.receivedAt)}{row.childCount ? ` · 已并 ${row.childCount} 件` : ''}</span>
            </Radio>
          ))}
        </Radio.Group>
        <NoticeLine icon="message" tone="plain">其余的反映人会收到消息，以后听这一件的答复；谁觉得没办好可以单独说。只能合并同一个乡镇的，要么全并上，要么都不动。</NoticeLine>
        <FailureLine failure={merging.failure} />
      </Modal>
    </span>
  )
}

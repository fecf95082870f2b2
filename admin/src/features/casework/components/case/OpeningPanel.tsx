import { openingLabels } from '@xiangli/shared/casework/labels'
import type { OpeningView } from '@xiangli/shared/casework/sealed-views'
import type { CaseView } from '@xiangli/shared/casework/views'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../../components/FailureLine'
import { Tag } from '../../../../components/Tag'
import { fullTime, shortTime } from '../../../../components/time-words'
import { useCommands } from '../../../../services/use-command'
import './sealed.css'

const FEWEST = 10
type Contact = OutputOf<'casework.readOpened'>

/** 身份开封: who asked to see whose it is, why, and what became of it; a name stays on the screen until the page is left. */
export function OpeningPanel({ shown }: { shown: CaseView }) {
  const openings = shown.sealed?.openings
  if (!openings) return null
  return (
    <section className="openings" aria-label="身份开封">
      <h2 className="section-name">身份开封</h2>
      {openings.length === 0 && <p className="small second">没有人申请过。确有必要才申请，要村外另一个人同意，反映人会看到是哪个单位、为什么。</p>}
      {openings.map((opening) => <Opening key={opening.id} opening={opening} />)}
      {shown.sealed?.mayAskOpening && <AskOpening caseId={shown.id} />}
    </section>
  )
}

const useRefresh = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => operation === 'casework.getCase' })
}

function Opening({ opening }: { opening: OpeningView }) {
  const commands = useCommands()
  const refresh = useRefresh()
  const [contact, setContact] = useState<Contact | null>(null)
  const [words, setWords] = useState('')
  const decide = async (isYes: boolean) => {
    if (isYes) await commands.run('casework.confirmOpening', { openingId: opening.id })
    else await commands.run('casework.refuseOpening', { openingId: opening.id, words: words.trim() })
    await refresh()
  }
  const read = async () => setContact(await commands.run('casework.readOpened', { openingId: opening.id }))
  return (
    <div className="opening">
      <p className="row"><b className="fill">{opening.askedBy}{opening.isMine && '（我）'}</b><Tag tone={opening.state === 'asked' ? 'soon' : 'plain'}>{openingLabels[opening.state]}</Tag></p>
      <p className="small">{opening.reason}</p>
      <p className="tiny second">
        {shortTime(opening.at)} 申请{opening.decidedBy && opening.decidedAt && `；${opening.decidedBy} ${shortTime(opening.decidedAt)} ${openingLabels[opening.state]}`}
        {opening.decidedWords && `：${opening.decidedWords}`}{opening.state === 'asked' && `；${fullTime(opening.lapsesAt)} 前没人答复就作废`}
      </p>
      {opening.can.includes('confirm') && (
        <>
          <Input value={words} maxLength={300} aria-label="不同意的理由" placeholder="不同意请写理由" onChange={(event) => setWords(event.target.value)} />
          <div className="row">
            <Button size="small" type="primary" loading={commands.isBusy} onClick={() => void decide(true)}>同意，两人 24 小时内可看</Button>
            <Button size="small" disabled={!words.trim() || commands.isBusy} onClick={() => void decide(false)}>不同意</Button>
          </div>
        </>
      )}
      {opening.can.includes('read') && !contact && <Button size="small" loading={commands.isBusy} onClick={() => void read()}>看姓名和电话（记入日志）</Button>}
      {contact && <p className="opened" role="status"><b>{contact.name}</b> {contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : <span className="second">没有留电话</span>}</p>}
      <FailureLine failure={commands.failure} />
    </div>
  )
}

function AskOpening({ caseId }: { caseId: string }) {
  const commands = useCommands()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [openingId] = useState(ulid)
  const ask = async (event: React.FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < FEWEST) return
    if (await commands.run('casework.askOpening', { openingId, caseId, reason: reason.trim() })) await refresh()
  }
  if (!isOpen) return <button type="button" className="link small" onClick={() => setOpen(true)}>申请看是谁反映的</button>
  return (
    <form className="opening-ask" onSubmit={(event) => void ask(event)}>
      <label htmlFor="opening-reason">为什么要知道是谁（反映人看得到）</label>
      <Input.TextArea id="opening-reason" value={reason} maxLength={300} autoFocus autoSize={{ minRows: 2, maxRows: 5 }} placeholder={`至少 ${FEWEST} 个字`} onChange={(event) => setReason(event.target.value)} />
      <FailureLine failure={commands.failure} />
      <div className="row">
        <Button type="primary" size="small" htmlType="submit" loading={commands.isBusy} disabled={reason.trim().length < FEWEST}>申请，等另一个人同意</Button>
        <Button size="small" onClick={() => setOpen(false)}>不申请了</Button>
      </div>
    </form>
  )
}

import { callEndLabels, callKindLabels, stateLabels } from '@xiangli/shared/casework/labels'
import { MOST_TRIES, type CallResult } from '@xiangli/shared/casework/call-back'
import type { CallBackRow } from '@xiangli/shared/casework/contract/call-back'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { FailureLine } from '../../../components/FailureLine'
import { NoticeLine } from '../../../components/NoticeLine'
import { useKeys } from '../../../services/keys'
import { useCommand } from '../../../services/use-command'
import { useDraft } from '../../../services/use-draft'
import { CallNumber } from './CallNumber'
import { scriptOf } from './call-words'

const results: { result: CallResult; key: string; said: string }[] = [
  { result: 'fixed', key: '1', said: '记下了：办好了' },
  { result: 'notFixed', key: '2', said: '记下了，已升一级重新办理' },
  { result: 'noReply', key: '3', said: '记下了：没接通' },
  { result: 'refused', key: '4', said: '记下了：不愿说' },
]

/** One call: whom, what to ask, and one key for what was said. */
export function CallBackCard({ row }: { row: CallBackRow }) {
  const mayRecord = row.can.includes('recordCallBack')
  return (
    <section className="card col" aria-label="这一通电话">
      <header className="card-head"><h2>{callKindLabels[row.kind]}</h2><span className="tiny second">第 {row.round} 次回访，{row.tries > 0 ? `已打 ${row.tries} 次没接通，最多 ${MOST_TRIES} 次` : '还没有打过'}</span></header>
      <div className="after-body">
        <dl className="facts">
          <dt>事项</dt><dd><Link to={`/cases/${row.caseId}`}>{row.title}</Link><span className="tiny second"><br />{row.serial}，{stateLabels[row.state]}</span></dd>
          <dt>责任单位</dt><dd>{row.ownerName}</dd>
          {row.answer && <><dt>答复</dt><dd>{row.answer}</dd></>}
          <dt>反映人</dt><dd><CallNumber key={row.caseId} caseId={row.caseId} name={row.requesterName} /></dd>
          {row.others.length > 0 && <dt>一起的</dt>}
          {row.others.map((other) => <dd key={other.caseId} className="after-other"><CallNumber caseId={other.caseId} name={other.requesterName} /></dd>)}
        </dl>
        <blockquote className="after-script" aria-label="这样问">{scriptOf(row)}</blockquote>
        {mayRecord ? <Results row={row} /> : <NoticeLine icon="lock">这件事您或您的单位经手过，由没有经手的人来问。</NoticeLine>}
      </div>
    </section>
  )
}

function Results({ row }: { row: CallBackRow }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [words, write] = useDraft(`call.${row.id}`)
  const [isAsking, setAsking] = useState(false)
  const record = useCommand('casework.recordCallBack')
  const give = async (result: CallResult, said: string) => {
    if (record.isBusy) return
    const note = words.trim()
    if (result === 'notFixed' && !note) return setAsking(true)
    const done = await record.run({ caseId: row.caseId, rev: row.rev, result, ...(note ? { words: note } : {}) })
    if (done) write('')
    await client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => String(operation).startsWith('casework.') })
    if (done) void message.success(said)
  }
  useKeys(Object.fromEntries(results.map(({ key, result, said }) => [key, () => void give(result, said)])))
  return (
    <>
      <label htmlFor="call-words">对方怎么说{isAsking && <b>（没办好要记下哪里没办好）</b>}</label>
      <Input.TextArea
        id="call-words" key={isAsking ? 'asked' : 'plain'} value={words} maxLength={300} autoFocus={isAsking} autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder="如：晚上八点以后还是黑的" onChange={(event) => write(event.target.value)}
      />
      <FailureLine failure={record.failure} />
      <div className="after-results">
        {results.map(({ result, key, said }) => (
          <Button key={result} type={result === 'fixed' ? 'primary' : 'default'} danger={result === 'notFixed'} loading={record.isBusy} onClick={() => void give(result, said)}>
            {callEndLabels[result]} <kbd>{key}</kbd>
          </Button>
        ))}
      </div>
    </>
  )
}

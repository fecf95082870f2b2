import type { CaseSummary } from '@xiangli/shared/casework/views'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { usePages } from '../../../services/use-query'
import { type SignedAnswer, useSignAnswers } from '../supervise/use-sign-answers'
import './signing.css'

/** 待签: answers of one's own unit, read as they would go out, signed one by one or many at once. */
export default function SigningPage() {
  useTitle('待签')
  const client = useQueryClient()
  const { message } = App.useApp()
  const mayList = useMe().operations.includes('casework.signAnswer')
  const list = usePages('casework.listCases', { queue: 'signing', sort: 'newest', limit: 50 }, { isOff: !mayList })
  const [picked, pick] = useState<ReadonlySet<string>>(new Set())
  const { results, isBusy, run } = useSignAnswers(() => client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => String(operation).startsWith('casework.') }))
  const rows = list.items.filter(({ can }) => can.includes('signAnswer'))
  const chosen = rows.filter(({ id }) => picked.has(id) && results.get(id) !== 'done')
  const sign = async () => {
    const signed = await run(chosen)
    if (signed > 0) void message.success(`签了 ${signed} 件，答复已发给反映人`)
  }
  const set = (ids: readonly string[], isOn: boolean) => pick((before) => new Set([...before].filter((id) => !ids.includes(id)).concat(isOn ? ids : [])))
  if (!mayList) return <div className="page"><EmptyPanel isPage icon="lock" title="签字不是您的职责" hint="由单位的负责人签。" /></div>
  return (
    <div className="page">
      <div className="page-head">
        <h1>待签</h1>
        <span className="small second">到时没签的，答复照发，标明未签；时限照走</span>
        {rows.length > 0 && (
          <span className="row end">
            <Checkbox checked={chosen.length === rows.length} indeterminate={chosen.length > 0 && chosen.length < rows.length} onChange={(event) => set(rows.map(({ id }) => id), event.target.checked)}>全选</Checkbox>
            <Button type="primary" loading={isBusy} disabled={chosen.length === 0} onClick={() => void sign()}>{chosen.length > 0 ? `签这 ${chosen.length} 件` : '签字'}</Button>
          </span>
        )}
      </div>
      {list.isPending && <section className="card"><RowsSkeleton rows={4} height={72} /></section>}
      {list.error && list.items.length === 0 && <section className="card col"><ErrorPanel failure={list.error} retry={() => void list.refetch()} /></section>}
      {!list.isPending && !list.error && rows.length === 0 && <section className="card col"><EmptyPanel icon="check" title="没有等您签的答复" hint="单位设了要签字，办理人写好的答复会列在这里。" /></section>}
      <ul className="sign-answers">{rows.map((row) => <Row key={row.id} row={row} isPicked={picked.has(row.id)} result={results.get(row.id)} onPick={(isOn) => set([row.id], isOn)} />)}</ul>
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看一些</Button>}
    </div>
  )
}

type RowProps = { row: CaseSummary; isPicked: boolean; result: SignedAnswer | undefined; onPick: (isOn: boolean) => void }

function Row({ row: { id, title, serial, handlerName, signing, isSupervised }, isPicked, result, onPick }: RowProps) {
  return (
    <li className="card">
      <Checkbox checked={isPicked} aria-label={`选 ${title}`} onChange={(event) => onPick(event.target.checked)} />
      <div className="fill">
        <p className="sign-title"><Link to={`/cases/${id}`}><b>{title}</b></Link><span className="tiny second nowrap">{serial}</span>{isSupervised && <Tag tone="soon">督办</Tag>}</p>
        <p className="sign-words">{signing?.words}</p>
        <p className="tiny second">{handlerName}写的；{signing && shortTime(signing.due)} 前要签；要改的点开事项，退给办理人</p>
        {typeof result === 'object' && <p className="small sign-not" role="alert">没签上：{result.message}</p>}
      </div>
    </li>
  )
}

import { stateLabels } from '@xiangli/shared/casework/labels'
import { DAY, dayOf } from '@xiangli/shared/core/time'
import { differenceLabels, platformStateLabels } from '@xiangli/shared/hotline/states'
import type { ReportView } from '@xiangli/shared/hotline/views'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { shortTime } from '../../../components/time-words'
import { useCommand } from '../../../services/use-command'
import { usePages } from '../../../services/use-query'

/** 对账: what of a day differs between the platform and us; yesterday's comes by itself. */
export function Reports({ isConnected }: { isConnected: boolean }) {
  const list = usePages('hotline.listReports', { limit: 7 })
  return (
    <section className="card col hotline-reports" aria-label="对账">
      {isConnected && <Ask />}
      {list.isPending && <RowsSkeleton rows={5} />}
      {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <EmptyPanel icon="journal" title="还没有对账报告" hint={isConnected ? '每天早上六点会自动对前一天的账，也可以现在对一次。' : '还没有接通热线平台。接通后每天早上自动对前一天的账。'} />
      )}
      {list.items.map((report) => <Report key={report.id} report={report} />)}
      {list.hasNextPage && <div className="rows-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再早一些</Button></div>}
    </section>
  )
}

function Ask() {
  const client = useQueryClient()
  const [day, setDay] = useState(() => dayOf(new Date(Date.now() - DAY)))
  const { run, isBusy, failure } = useCommand('hotline.reconcile')
  const ask = async () => {
    if (await run({ day })) await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'hotline.listReports' })
  }
  return (
    <form className="hotline-ask" onSubmit={(event) => { event.preventDefault(); void ask() }}>
      <label>哪一天 <input type="date" value={day} max={dayOf(new Date())} required onChange={({ target }) => setDay(target.value)} /></label>
      <Button htmlType="submit" loading={isBusy} disabled={!day}>对账</Button>
      <FailureLine failure={failure} />
    </form>
  )
}

function Report({ report: { day, at, byName, theirs, ours, rows, hasMore } }: { report: ReportView }) {
  return (
    <article className="hotline-report">
      <h2 className="section-name">{day} <span className="small second">平台 {theirs} 件，我们 {ours} 件；{shortTime(at)} {byName}对的</span></h2>
      {rows.length === 0 ? <p className="small second">两边一样。</p> : (
        <ul>
          {rows.map(({ externalNumber, difference, theirs: there, ours: here, caseId }) => (
            <li key={externalNumber}>
              <b className="nowrap">{externalNumber}</b>
              <span className="hotline-bad">{differenceLabels[difference]}</span>
              <span className="second small">{there && `平台：${platformStateLabels[there]}`}{there && here && '，'}{here && `我们：${stateLabels[here]}`}</span>
              {caseId && <Link to={`/cases/${caseId}`} className="small">看办件</Link>}
            </li>
          ))}
        </ul>
      )}
      {hasMore && <p className="small second">差别太多，只列出前 {rows.length} 件。</p>}
    </article>
  )
}

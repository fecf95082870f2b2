import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { Drawer } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { fullTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useQuery } from '../../../services/use-query'
import { supervisionName, supervisionWords } from '../above-words'
import { AboveBanner } from '../components/case/AboveBanner'
import { CaseDesk } from '../components/case/CaseDesk'
import { CaseFacts } from '../components/case/CaseFacts'
import { CaseHistory } from '../components/case/CaseHistory'
import '../pages/case.css'
import { endedWords } from './supervision-words'

type Props = { row: SupervisionRow; onClose: () => void }

/** In a form Escape leaves the form, outside it the drawer; after a form is sent the focus is nowhere. */
function useEscape(onClose: () => void) {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Element && event.target.closest('.act-form, .reveal, .ant-modal-wrap')
      if (event.key === 'Escape' && !isInside) latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** One 督办单 with its case: what is owed is done here, without leaving the list. */
export function SupervisionDrawer({ row, onClose }: Props) {
  const { data, error, refetch } = useQuery('casework.getCase', { caseId: row.caseId })
  useEscape(onClose)
  return (
    <Drawer
      open width="min(620px, 100vw)" keyboard={false} title={<span className="row"><span className="clip">{row.title}</span></span>} onClose={onClose}
      extra={<Link to={`/cases/${row.caseId}`} className="small nowrap">打开办件</Link>} styles={{ body: { padding: 12 } }}
    >
      <div className="supervision">
        <Form row={row} />
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {!data && !error && <RowsSkeleton rows={8} />}
        {data && (
          <>
            <AboveBanner shown={data} />
            <CaseDesk shown={data} key={data.id} />
            <CaseFacts shown={data} />
            <CaseHistory shown={data} />
          </>
        )}
      </div>
    </Drawer>
  )
}

/** The form itself, as far as it is filled in. */
function Form({ row }: { row: SupervisionRow }) {
  const now = useNow()
  const { feedback, ended, endedAt } = row
  if (!feedback && !ended) return null
  return (
    <section className="card card-body" aria-label="督办单">
      <dl className="facts">
        {ended && <><dt>督办单</dt><dd>{supervisionName(row)}：{endedWords[ended]}{endedAt && `，${fullTime(endedAt, now)}`}</dd></>}
        {ended && <><dt>当时</dt><dd>{supervisionWords({ ...row, isTop: true }, Date.parse(row.due) - 1)}</dd></>}
        {feedback && <><dt>原因</dt><dd>{feedback.reason}</dd><dt>措施</dt><dd>{feedback.measures}</dd><dt>答应</dt><dd>{fullTime(feedback.promisedAt, now)} 前办好</dd><dt>反馈人</dt><dd>{feedback.byName}，{fullTime(feedback.at, now)}</dd></>}
      </dl>
    </section>
  )
}

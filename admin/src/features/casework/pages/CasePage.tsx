import type { CaseView } from '@xiangli/shared/casework/views'
import { Link, useNavigate, useParams } from 'react-router'
import { CaseSteps } from '../../../components/CaseSteps'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { Bones, RowsSkeleton } from '../../../components/PageSkeleton'
import { RiskTag } from '../../../components/RiskTag'
import { Tag } from '../../../components/Tag'
import { useKeys } from '../../../services/keys'
import { neighboursOf } from '../../../services/trail'
import { useQuery } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { stepsOf } from '../case-steps'
import { AboveBanner } from '../components/case/AboveBanner'
import { CaseDesk } from '../components/case/CaseDesk'
import { CaseFacts } from '../components/case/CaseFacts'
import { CaseHistory } from '../components/case/CaseHistory'
import './case.css'

const fromNames: Record<string, string> = { '/': '我的工作台', '/map': '网格地图' }

export default function CasePage() {
  const { caseId = '' } = useParams()
  const { data, error, refetch } = useQuery('casework.getCase', { caseId })
  useTitle(data?.title)
  return (
    <div className="page case">
      {data ? <Case shown={data} key={data.id} /> : error ? <Unseen failure={error} retry={() => void refetch()} /> : <CaseSkeleton />}
    </div>
  )
}

function Unseen(props: Parameters<typeof ErrorPanel>[0]) {
  return <ErrorPanel {...props}><Link to="/cases">回到办件</Link></ErrorPanel>
}

function Case({ shown }: { shown: CaseView }) {
  return (
    <>
      <CaseHead shown={shown} />
      <AboveBanner shown={shown} />
      <CaseSteps steps={stepsOf(shown)} />
      <div className="case-three">
        <CaseFacts shown={shown} />
        <CaseHistory shown={shown} />
        <CaseDesk shown={shown} />
      </div>
    </>
  )
}

function CaseHead({ shown }: { shown: CaseView }) {
  const navigate = useNavigate()
  const { from, previous, next } = neighboursOf(shown.id)
  const go = (id: string | undefined) => { if (id) void navigate(`/cases/${id}`, { replace: true }) }
  useKeys({ j: () => go(next), k: () => go(previous) })
  const path = from.split('?')[0] ?? ''
  return (
    <header className="case-head">
      <Link to={from} className="row small second case-back"><Icon name="left" />{fromNames[path] ?? '办件'}</Link>
      <h1>{shown.title}</h1>
      {shown.colour !== 'none' && <DeadlineTag of={shown} colour={shown.colour} isShort />}
      {shown.grade === 'urgent' && <Tag tone="strong">紧急</Tag>}
      <RiskTag risk={shown.risk} />
      {shown.names === 'sealed' && <Tag tone="edit">隐名</Tag>}
      {shown.asked && <Tag tone="soon">等群众补充</Tag>}
      <span className="small second nowrap">{shown.serial}</span>
      {(previous ?? next) && (
        <span className="row end case-steps-keys">
          <button type="button" className="link small" disabled={!previous} onClick={() => go(previous)}><kbd aria-hidden="true">K</kbd> 上一件</button>
          <button type="button" className="link small" disabled={!next} onClick={() => go(next)}><kbd aria-hidden="true">J</kbd> 下一件</button>
        </span>
      )}
    </header>
  )
}

function CaseSkeleton() {
  return (
    <div role="status" aria-label="正在载入">
      <div className="case-head"><Bones width={280} height={26} /></div>
      <div className="card" style={{ padding: 18, marginBottom: 14 }}><Bones height={18} /></div>
      <div className="case-three">
        <div className="card"><RowsSkeleton rows={7} /></div>
        <div className="card"><RowsSkeleton rows={7} height={56} /></div>
        <div className="card"><RowsSkeleton rows={5} /></div>
      </div>
    </div>
  )
}

import type { CaseView } from '@xiangli/shared/casework/views'
import { App, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useQuery } from '../../../services/use-query'
import { ActForm } from '../components/case/ActForm'
import { useCaseAct } from '../hooks/use-case-act'
import '../pages/case.css'

type Way = 'assign' | 'route'
const labels: Record<Way, string> = { assign: '交给人', route: '转给单位' }

/** Gives a case to a person or a unit without leaving the room. */
export function AssignDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery('casework.getCase', { caseId })
  return (
    <Modal open title={data?.title ?? '派办'} footer={null} onCancel={onClose} width={520} destroyOnHidden>
      {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={6} />}
      {data && <Assigning shown={data} onClose={onClose} />}
    </Modal>
  )
}

function Assigning({ shown, onClose }: { shown: CaseView; onClose: () => void }) {
  const desk = useCaseAct(shown)
  const { message } = App.useApp()
  const ways = (['assign', 'route'] as const).filter((way) => shown.can.includes(way))
  const [chosen, choose] = useState<Way>()
  const way = chosen && ways.includes(chosen) ? chosen : ways[0]
  if (!way) return <EmptyPanel icon="lock" title="这件事现在不能派" hint="可能刚被别人办完，或不归您调度。"><Link to={`/cases/${shown.id}`}>打开看看</Link></EmptyPanel>
  const finish = (said: string) => {
    onClose()
    void message.success(said)
  }
  return (
    <div className="dispatch-form">
      {shown.words && <p className="small second dispatch-words">{shown.words}</p>}
      {ways.length > 1 && <Segmented block value={way} options={ways.map((value) => ({ value, label: labels[value] }))} onChange={choose} aria-label="交给人还是转给单位" />}
      <ActForm key={way} action={way} shown={shown} desk={desk} onDone={finish} onStop={onClose} />
    </div>
  )
}

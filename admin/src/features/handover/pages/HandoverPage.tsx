import type { HandoverItem } from '@xiangli/shared/handover/contract'
import { handsOver } from '@xiangli/shared/duty/rules'
import { App } from 'antd'
import { useSearchParams } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useMe } from '../../../services/me'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { UnitChoice } from '../../duty/components/UnitChoice'
import { useRefresh, useUnits } from '../../duty/use-roster'
import { HandoverList } from '../components/HandoverList'
import { PastList } from '../components/PastList'
import { SignCard } from '../components/SignCard'
import '../../duty/duty.css'
import '../../../components/table.css'
import '../handover.css'

export default function HandoverPage() {
  useTitle('交接班')
  const me = useMe()
  const units = useUnits()
  const [params, setParams] = useSearchParams()
  const own = units.find(({ id, kind }) => handsOver(kind) && me.appointments.some(({ unitId }) => unitId === id))
  const unitId = params.get('unit') ?? own?.id ?? ''
  return (
    <div className="page handover">
      <div className="page-head">
        <h1>交接班</h1>
        <UnitChoice value={unitId} isMeant={({ kind }) => handsOver(kind)} onChange={(unit) => setParams({ unit }, { replace: true })} />
        <span className="small second">县中心、调度室、乡镇分班值守，下班前两小时起可以交班</span>
      </div>
      {unitId === '' ? <EmptyPanel icon="note" title="您的单位不分班交接" hint="可以在上面选乡镇、调度室或县中心来看。" /> : <Handover key={unitId} unitId={unitId} />}
    </div>
  )
}

function Handover({ unitId }: { unitId: string }) {
  const { data, error, refetch, isPending } = useQuery('handover.prepare', { unitId })
  const end = useCommand('handover.endWatch')
  const refresh = useRefresh()
  const { message } = App.useApp()
  const stop = async ({ watch }: HandoverItem) => {
    if (!watch || !(await end.run({ watchId: watch.id, rev: watch.rev }))) return
    await refresh()
    void message.success('不再盯这件事')
  }
  return (
    <div className="duty-two">
      <section className="card col duty-main" aria-label="交接单">
        <header className="card-head">
          <Icon name="list" /><h2>交接单</h2>
          <span className="tiny second">{data?.isFrozen ? '签字时定下的，颜色不再变' : '随办件实时变，签字时定下'}</span>
        </header>
        <div className="table-scroll">
          {isPending && <RowsSkeleton rows={8} height={52} />}
          {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
          <FailureLine failure={end.failure} />
          {data && !data.leaving && <EmptyPanel icon="clock" title="这个单位还没有排班" hint="到值班页排好班，交接单就会按班出现。" />}
          {data?.leaving && data.items.length === 0 && <EmptyPanel icon="check" title="没有要交的事" hint="紧急、超期、快到期、答应过群众的和接着盯的，会列在这里。" />}
          {data?.leaving && <HandoverList view={data} onEnd={data.isFrozen ? undefined : (item) => void stop(item)} isBusy={end.isBusy} />}
        </div>
      </section>
      <aside className="duty-side col">
        {data && <SignCard view={data} />}
        <PastList unitId={unitId} />
      </aside>
    </div>
  )
}

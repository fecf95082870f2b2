import { groupLabels } from '@xiangli/shared/handover/labels'
import { GROUPS } from '@xiangli/shared/handover/rules'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { fullTime, shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { usePages, useQuery } from '../../../services/use-query'
import { HandoverList } from './HandoverList'

export function PastList({ unitId }: { unitId: string }) {
  const now = useNow()
  const list = usePages('handover.listPast', { unitId, limit: 10 })
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <section className="card" aria-label="以往的交接">
      <header className="card-head"><Icon name="journal" /><h2>以往的交接</h2><span className="end"><SheetButton list="handover.listPast" input={{ unitId }} isOff={list.items.length === 0} /></span></header>
      {list.isPending && <RowsSkeleton rows={3} height={52} />}
      {list.error && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <p className="card-body small second">还没有交接过；签过的会留在这里。</p>}
      <ul className="handover-past">
        {list.items.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => setOpened(row.id)}>
              <span>{row.leavingName} 交{row.arrivingName ? `，${row.arrivingName} 接` : '，还没人接'}</span>
              <span className="tiny second">{shortTime(row.to, now)}，{GROUPS.filter((group) => row.counts[group] > 0).map((group) => `${groupLabels[group]} ${row.counts[group]}`).join('、') || '没有要交的事'}{row.signedAt ? '' : '，上一班没签'}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="card-body"><Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>更早的</Button></div>}
      {opened && <Past handoverId={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function Past({ handoverId, onClose }: { handoverId: string; onClose: () => void }) {
  const now = useNow()
  const { data, error, refetch } = useQuery('handover.getPast', { handoverId })
  return (
    <Drawer open width={520} title={data?.leaving ? `${fullTime(data.leaving.from, now)} 的班` : '交接'} onClose={onClose}>
      {error && <ErrorPanel failure={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={6} />}
      {data && (
        <>
          {[data.signed && { label: '交班', ...data.signed }, data.accepted && { label: '接班', ...data.accepted }].map((each) => each && (
            <p key={each.label} className="small">{each.label} <b>{each.byName}</b> {shortTime(each.at, now)}{each.words && `：${each.words}`}</p>
          ))}
          <p className="tiny second">颜色是签字时的，别的是现在的；您看不到的事不在这里。</p>
          <HandoverList view={data} />
        </>
      )}
    </Drawer>
  )
}

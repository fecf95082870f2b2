import { FEWEST_SHOWN, OPINIONS, type Opinion } from '@xiangli/shared/casework/satisfaction'
import { opinionLabels } from '@xiangli/shared/casework/labels'
import { dayOf } from '@xiangli/shared/core/time'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Choice } from '../../../components/Choice'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { useNow } from '../../../services/clock'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { OpinionList } from '../after/OpinionList'
import '../../../components/kit.css'
import '../../../components/table.css'
import '../after/after.css'

/** The present month and eleven before it. */
function monthsUntil(now: number): string[] {
  const [year = 0, month = 0] = dayOf(new Date(now)).split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
}

export default function SatisfactionPage() {
  useTitle('满意情况')
  const me = useMe()
  const months = monthsUntil(useNow())
  const [params, setParams] = useSearchParams()
  const month = params.get('month') ?? months[0] ?? ''
  if (!me.operations.includes('casework.showSatisfaction')) return <div className="page"><EmptyPanel isPage icon="lock" title="满意情况不是您的职责" hint="由村党组织书记、乡镇和县里看。" /></div>
  return (
    <div className="page after">
      <div className="page-head">
        <h1>满意情况</h1>
        <Choice name="月份" value={month} options={months.map((each) => ({ value: each, label: `${each.slice(0, 4)} 年 ${Number(each.slice(5))} 月` }))} onChange={(next) => setParams({ month: next }, { replace: true })} />
        <span className="small second">按答复那天的责任单位算；不足 {FEWEST_SHOWN} 件不显示，没接通、没评价都不算满意</span>
        <span className="end"><SheetButton list="casework.showSatisfaction" input={{ month }} isLarge /></span>
      </div>
      <Figures key={month} month={month} />
    </div>
  )
}

type Opened = { unitId: string; unitName: string; opinion: Opinion }

function Figures({ month }: { month: string }) {
  const { data, error, isPending, refetch } = useQuery('casework.showSatisfaction', { month })
  const mayOpen = useMe().operations.includes('casework.listOpinions')
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <section className="card col" aria-label="各单位">
      <div className="table-scroll">
        {isPending && <RowsSkeleton rows={8} />}
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {data?.items.length === 0 && <EmptyPanel icon="star" title="这个月还没有答复过的事" hint="有了答复，群众的评价和回访结果会按单位列在这里。" />}
        {data && data.items.length > 0 && (
          <table className="table after-figures" aria-label="各单位满意情况">
            <thead><tr><th scope="col">单位</th>{OPINIONS.map((opinion) => <th scope="col" className="to-end" key={opinion}>{opinionLabels[opinion]}</th>)}</tr></thead>
            <tbody>
              {data.items.map(({ unitId, unitName, counts }) => (
                <tr key={unitId}>
                  <th scope="row">{unitName}</th>
                  {counts ? OPINIONS.map((opinion) => (
                    <td key={opinion} className="to-end" data-label={opinionLabels[opinion]}>
                      {mayOpen && counts[opinion] ? <button type="button" className="count-link table-opener" aria-label={`${unitName} ${opinionLabels[opinion]} ${counts[opinion]} 件，打开清单`} onClick={() => setOpened({ unitId, unitName, opinion })}>{counts[opinion]}</button> : (counts[opinion] ?? 0)}
                    </td>
                  )) : <td colSpan={OPINIONS.length} className="faint">不足 {FEWEST_SHOWN} 件</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {opened && <OpinionList month={month} {...opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

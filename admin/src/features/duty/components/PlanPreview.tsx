import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { dayOf } from '@xiangli/shared/core/time'
import { FailureLine } from '../../../components/FailureLine'
import { NoticeLine } from '../../../components/NoticeLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useQuery } from '../../../services/use-query'
import { dayLabel, timesWords, weekdayName } from '../days'

export function PlanPreview({ plan }: { plan: InputOf<'duty.previewPlan'> }) {
  const { data, error, isPending } = useQuery('duty.previewPlan', plan, { freshFor: 0 })
  if (error) return <FailureLine failure={error} />
  if (isPending || !data) return <RowsSkeleton rows={4} />
  const taken = data.shifts.filter(({ isTaken }) => isTaken).length
  return (
    <section aria-label="预览">
      <p className="small">会新增 <b>{data.shifts.length - taken}</b> 个班{taken > 0 && `，${taken} 个时间已有班，不动`}{data.replaced > 0 && `，换掉 ${data.replaced} 个还没开始的班`}。</p>
      {data.gaps.length > 0 && (
        <NoticeLine icon="warning" tone="soon">有 {data.gaps.length} 段时间没人值班，最早是 {dayLabel(dayOf(new Date(data.gaps[0]!.from)))} {timesWords(data.gaps[0]!.from, data.gaps[0]!.to)}。</NoticeLine>
      )}
      <ol className="duty-preview" tabIndex={0} aria-label="会排出的班">
        {data.shifts.map((shift) => {
          const day = dayOf(new Date(shift.from))
          return (
            <li key={shift.from} className={shift.isTaken ? 'row second' : 'row'}>
              <span className="nowrap">{dayLabel(day)} {weekdayName(day)}</span>
              <span className="second nowrap">{timesWords(shift.from, shift.to)}</span>
              <b className="fill">{shift.isTaken ? '已有班' : shift.mainName}</b>
              {!shift.isTaken && shift.backupName && <span className="tiny second">备班 {shift.backupName}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

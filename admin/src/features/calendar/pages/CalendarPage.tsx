import type { CalendarYear } from '@xiangli/shared/calendar/contract'
import { yearOf } from '@xiangli/shared/calendar/rules'
import { dayOf } from '@xiangli/shared/core/time'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { KeyHints } from '../../../components/KeyHints'
import { NoticeLine } from '../../../components/NoticeLine'
import { PageSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { DayPanel } from '../components/DayPanel'
import { HoursCard } from '../components/HoursCard'
import { PublishForm } from '../components/PublishForm'
import { VersionsCard } from '../components/VersionsCard'
import { YearGrid } from '../components/YearGrid'
import { useCalendarDraft, type CalendarDraft } from '../hooks/use-calendar-draft'
import './calendar.css'

export default function CalendarPage() {
  useTitle('工作日历')
  const today = dayOf(new Date(useNow()))
  const [params, setParams] = useSearchParams()
  const year = Number(params.get('year')) || yearOf(today)
  const { data, error, refetch } = useQuery('calendar.getCalendar', { year }, { isKept: true })
  if (error && !data) return <ErrorPanel failure={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <Calendar shown={data} today={today} onYear={(next) => setParams({ year: String(next) }, { replace: true })} />
}

type Props = { shown: CalendarYear; today: string; onYear: (year: number) => void }

function Calendar({ shown, today, onYear }: Props) {
  const me = useMe()
  const draft = useCalendarDraft()
  const [chosen, setChosen] = useState(today)
  const [isPublishing, setPublishing] = useState(false)
  const canKeep = me.operations.includes('calendar.publishCalendar')
  const published = shown.days.find(({ day }) => day === chosen) ?? shown.days[0]
  const isClosed = (day: string) => day < today && day <= shown.knownTo
  const press = (day: string) => {
    setChosen(day)
    const one = shown.days.find((each) => each.day === day)
    if (one && canKeep && !isClosed(day)) draft.toggle(one)
  }
  return (
    <div className="page">
      <YearHead shown={shown} onYear={onYear} />
      {shown.isProvisional && <Provisional shown={shown} draft={draft} canKeep={canKeep} />}
      <div className="cal">
        <section className="card cal-board" aria-label="一年">
          <Legend canKeep={canKeep} />
          {published && <YearGrid shown={shown} draft={draft} current={published.day} today={today} onChoose={setChosen} onPress={press} />}
        </section>
        {published && <DayPanel published={published} draft={draft} canKeep={canKeep} isClosed={isClosed(published.day)} onPublish={() => setPublishing(true)} />}
        <div className="cal-side">
          <HoursCard published={shown.hours} draft={draft} canKeep={canKeep} />
          {me.operations.includes('calendar.listVersions') && <VersionsCard />}
        </div>
      </div>
      {isPublishing && <PublishForm version={shown.version} draft={draft} onClose={() => setPublishing(false)} />}
    </div>
  )
}

function YearHead({ shown, onYear }: Pick<Props, 'shown' | 'onYear'>) {
  const { year, firstYear, lastYear, version, publishedAt } = shown
  return (
    <div className="page-head">
      <h1>工作日历</h1>
      <div className="row cal-switch" role="group" aria-label="看哪一年">
        <button type="button" className="head-button" aria-label="上一年" disabled={year <= firstYear} onClick={() => onYear(year - 1)}><Icon name="left" /></button>
        <b aria-live="polite">{year}年</b>
        <button type="button" className="head-button" aria-label="下一年" disabled={year >= lastYear} onClick={() => onYear(year + 1)}><Icon name="right" /></button>
      </div>
      {shown.isProvisional && <Tag tone="soon">暂定</Tag>}
      <span className="small second">第 {version} 版，{shortTime(publishedAt)} 发布</span>
    </div>
  )
}

/** Says what nobody knows yet, and lets the keeper say that it is known now. */
function Provisional({ shown: { year, knownTo }, draft, canKeep }: { shown: CalendarYear; draft: CalendarDraft; canKeep: boolean }) {
  return (
    <div className="cal-provisional">
      <NoticeLine icon="clock" tone="soon">
        {year} 年的放假安排还没有录入，先照周一到周五上班算；落在这一年的时限都标“暂定”，定下来后会重新算。
        {canKeep && yearOf(knownTo) + 1 === year && (
          <Checkbox checked={draft.knownYear === year} onChange={(event) => draft.setKnownYear(event.target.checked ? year : undefined)}>
            {year} 年的放假和调休已照通知录完，发布时定下来
          </Checkbox>
        )}
      </NoticeLine>
    </div>
  )
}

function Legend({ canKeep }: { canKeep: boolean }) {
  return (
    <div className="cal-legend small">
      <span><i className="cal-day work">1</i>上班</span>
      <span><i className="cal-day rest">1</i>休息</span>
      <span><i className="cal-day shifted">1<i>班</i></i>调休上班</span>
      <span><i className="cal-day holiday">1<i>休</i></i>放假</span>
      {canKeep && <span><i className="cal-day work changed">1</i>改了，没发布</span>}
      {canKeep && <span className="end"><KeyHints hints={[{ keys: ['←', '→', '↑', '↓'], does: '选日子' }, { keys: ['Enter'], does: '换上班、不上班' }]} /></span>}
    </div>
  )
}

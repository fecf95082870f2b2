import type { CalendarVersion } from '@xiangli/shared/calendar/contract'
import { Button } from 'antd'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { shortTime } from '../../../components/time-words'
import { usePages } from '../../../services/use-query'
import { differenceWords } from '../day-words'
import { DifferenceList } from './DifferenceList'

/** Who published what, when and why; the first came with the program. */
export function VersionsCard() {
  const list = usePages('calendar.listVersions', { limit: 10 })
  return (
    <section className="card cal-card" aria-label="版本">
      <div className="row"><h2 className="section-name">版本</h2><span className="end"><SheetButton list="calendar.listVersions" input={{}} /></span></div>
      {list.isPending && <RowsSkeleton rows={2} />}
      {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      <ol className="cal-versions">{list.items.map((each) => <Version key={each.version} {...each} />)}</ol>
      {list.hasNextPage && <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>更早的</Button>}
    </section>
  )
}

function Version({ version, at, byName, reason, difference }: CalendarVersion) {
  const words = differenceWords(difference)
  return (
    <li>
      <div className="row small"><b>第 {version} 版</b><span className="second end">{byName}，{shortTime(at)}</span></div>
      <p className="small">{reason}</p>
      {words && <details><summary className="small">{words}</summary><DifferenceList difference={difference} /></details>}
    </li>
  )
}

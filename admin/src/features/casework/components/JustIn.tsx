import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon, type IconName } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { agoWords, clipWords } from '../../../components/time-words'
import { useChanged } from '../../../components/use-rows'
import { useNow } from '../../../services/clock'
import { useLine } from '../../../services/socket'
import { useQuery } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { placeWords } from '../case-words'

function kindOf(row: CaseSummary): { icon: IconName; label: string } {
  if (row.voiceSeconds !== undefined) return { icon: 'microphone', label: `语音 ${clipWords(row.voiceSeconds)}` }
  if (row.thumbUrl) return { icon: 'photo', label: '有照片' }
  return { icon: 'message', label: '文字' }
}

/** What has just arrived, without reloading the page. */
export function JustIn() {
  const now = useNow()
  const line = useLine()
  const region = useRegionFilter()
  const { data, error, refetch, isPending } = useQuery('casework.listCases', { ...region, sort: 'newest', limit: 14 }, { isKept: true })
  const changed = useChanged(data?.items ?? [], 'just-in')
  return (
    <section className="card col just-in" aria-label="刚到的">
      <header className="card-head">
        <Icon name="signal" />
        <h2>刚到的</h2>
        <span className="small second">{line === 'live' ? '实时' : '连上后自动更新'}</span>
      </header>
      <div className="table-scroll">
        {isPending && <RowsSkeleton rows={8} height={52} />}
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {data?.items.length === 0 && <EmptyPanel icon="message" title="还没有人反映" hint="群众一提交，这里马上就有，不用刷新。" />}
        <ul>
          {data?.items.map((row) => {
            const kind = kindOf(row)
            return (
              <li key={row.id} className={changed.has(row.id) ? 'changed' : ''}>
                <Link to={`/cases/${row.id}`}>
                  <span className="second" title={kind.label}><Icon name={kind.icon} /></span>
                  <span className="col fill">
                    <span className="clip">{row.title}</span>
                    <span className="tiny second clip">{placeWords(row)}，{row.handlerName}</span>
                  </span>
                  <time className="tiny second nowrap" dateTime={row.receivedAt}>{agoWords(row.receivedAt, now)}</time>
                </Link>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

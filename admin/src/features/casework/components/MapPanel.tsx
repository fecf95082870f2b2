import { colourLabels, stateLabels } from '@xiangli/shared/casework/labels'
import type { Colour } from '@xiangli/shared/casework/states'
import type { CallError } from '@xiangli/shared/catalog/call'
import { Link } from 'react-router'
import { CountLink } from '../../../components/CountLink'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import '../../../components/table.css'
import { useQuery } from '../../../services/use-query'
import { casesPath, type ListFilter } from '../case-filter'
import type { MapCase } from '../map/case-layer'

type Region = { id: string; name: string }
type Props = {
  region: Region | null
  /** What is looked at while no village is chosen. */
  home: Region | null
  cases: MapCase[] | undefined
  hasMore: boolean
  failure: CallError | null
  retry: () => void
  chosen: string[]
  filter: ListFilter
  onChoose: (id: string) => void
  onOpen: (id: string) => void
  onLeave: () => void
}

const SHOWN = 100
const NEVER = '9999'

const byUrgency = (a: MapCase, b: MapCase) => ((a.redAt ?? NEVER) < (b.redAt ?? NEVER) ? -1 : 1)

/** Beside the map, the same cases in words: the map's list, most urgent first. */
export function MapPanel({ region, home, cases, hasMore, failure, retry, chosen, filter, onChoose, onOpen, onLeave }: Props) {
  const listed = cases?.filter((each) => chosen.length < 2 || chosen.includes(each.id)).sort(byUrgency)
  const name = region?.name ?? home?.name ?? '图上的办件'
  const at = region ?? home
  return (
    <aside className="map-panel" aria-label={name}>
      <header>
        <h2>{name}</h2>
        {region && <button type="button" className="head-button" aria-label="不再只看这里" onClick={onLeave}><Icon name="close" /></button>}
      </header>
      {region && <Team region={region} />}
      {at && <Counts region={at} />}
      <div className="map-panel-list">
        {!cases && !failure && <RowsSkeleton rows={8} height={62} />}
        {failure && <ErrorPanel failure={failure} retry={retry} />}
        {listed?.length === 0 && <EmptyPanel icon="map" title="这一片没有符合条件的办件" hint="移动或缩小地图，或放宽上面的条件。" />}
        <ul>
          {listed?.slice(0, SHOWN).map((each) => (
            <CaseItem key={each.id} item={each} isOn={chosen.length === 1 && chosen[0] === each.id} onChoose={() => onChoose(each.id)} onOpen={() => onOpen(each.id)} />
          ))}
        </ul>
      </div>
      <footer className="table-foot">
        {cases && <span role="status">图上 {cases.length}{hasMore ? '+' : ''} 件{(listed?.length ?? 0) > SHOWN ? `，列出最急的 ${SHOWN} 件` : ''}</span>}
        <Link className="end" to={casesPath({ ...filter, ...(region ? { at: region.id, atName: region.name } : {}) })}>在办件里打开</Link>
      </footer>
    </aside>
  )
}

type ItemProps = { item: MapCase; isOn: boolean; onChoose: () => void; onOpen: () => void }

function CaseItem({ item, isOn, onChoose, onOpen }: ItemProps) {
  return (
    <li className={isOn ? 'on' : ''}>
      <button type="button" className="map-item" aria-pressed={isOn} onClick={isOn ? onOpen : onChoose} onDoubleClick={onOpen}>
        <span className="clip map-item-title">{item.title}</span>
        <span className="row tiny second">
          <DeadlineTag of={item} colour={item.colour} dueAt={item.redAt ?? null} isPlain />
          <span className="end clip">{[item.villageName, stateLabels[item.state], item.handlerName].filter(Boolean).join('，')}</span>
        </span>
      </button>
      {isOn && <button type="button" className="link small map-item-open" onClick={onOpen}>打开这一件</button>}
    </li>
  )
}

function Counts({ region }: { region: Region }) {
  const { data } = useQuery('casework.countByColour', { regionId: region.id }, { isKept: true })
  const at = { at: region.id, atName: region.name }
  return (
    <div className="map-counts">
      {(['red', 'yellow', 'green'] as Colour[]).map((colour) => (
        <div key={colour}>
          <b>{data ? <CountLink to={casesPath({ colour, ...at })} count={data.colours[colour].count} hasMore={data.colours[colour].more} label={colourLabels[colour]} /> : '–'}</b>
          <DeadlineTag colour={colour} isPlain isShort />
        </div>
      ))}
      <div>
        <b>{data ? <CountLink to={casesPath({ show: 'pending', ...at })} count={data.pending.count} hasMore={data.pending.more} label={stateLabels.pending} /> : '–'}</b>
        <span className="deadline none">{stateLabels.pending}</span>
      </div>
    </div>
  )
}

function Team({ region }: { region: Region }) {
  const { data } = useQuery('identity.listTeam', { regionId: region.id }, { freshFor: 300_000 })
  const held = data?.items.filter((post) => post.holders.length > 0) ?? []
  if (held.length === 0) return null
  return (
    <p className="small second map-team">
      {held.slice(0, 3).map((post) => `${post.label} ${post.holders.slice(0, 2).map((who) => who.name).join('、')}${post.holders.length > 2 ? ` 等 ${post.holders.length} 人` : ''}`).join('；')}
    </p>
  )
}

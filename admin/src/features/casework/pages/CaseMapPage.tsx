import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { Icon } from '../../../components/Icon'
import { leaveTrail } from '../../../services/trail'
import { useQuery } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { useMyPlaces } from '../../region/components/PlaceSwitcher'
import { usePlace } from '../../region/hooks/use-place'
import '../../region/map/map.css'
import { listInput, readFilter } from '../case-filter'
import { MapFilters } from '../components/MapFilters'
import { MapPanel } from '../components/MapPanel'
import { useCaseMap, type Box } from '../map/use-case-map'
import './case-map.css'

/** With no sort of its own the map would carry the list's. */
function mapInput(params: URLSearchParams, region: { regionId?: string }) {
  const { sort: _unused, ...input } = listInput(readFilter(params), region)
  return input
}

export default function CaseMapPage() {
  useTitle('网格地图')
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const { place } = usePlace()
  const roots = useMyPlaces()
  const home = place ?? (roots.length === 1 ? (roots[0] ?? null) : null)
  const [box, setBox] = useState<Box | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const [region, setRegion] = useState<{ id: string; name: string } | null>(null)
  const within = region?.id ?? place?.id
  const input = { ...mapInput(params, within ? { regionId: within } : {}), ...(box ?? { west: 0, south: 0, east: 0, north: 0 }) }
  const found = useQuery('casework.listOnMap', input, { isOff: !box, isKept: true })

  const chooseRegion = (next: typeof region) => {
    setChosen([])
    setRegion(next)
  }
  const map = useCaseMap(
    { cases: found.data?.items, chosenCase: chosen.length === 1 ? (chosen[0] ?? null) : null, chosenRegion: region?.id, home: home ?? roots[0], onCases: setChosen, onRegion: chooseRegion, onBox: setBox },
  )
  const open = (id: string) => {
    leaveTrail({ from: `/map?${params}`, ids: found.data?.items.map((each) => each.id) ?? [id] })
    void navigate(`/cases/${id}`)
  }
  return (
    <div className="case-map">
      <h1 className="unseen">网格地图</h1>
      <div className="case-map-ground">
        <div ref={map.element} className="map-box" role="application" aria-label="办件地图，方向键移动，加减键缩放" tabIndex={0} />
        <MapFilters params={params} onChange={(next) => setParams(next, { replace: true })} />
        {!map.isReady && <div className="case-map-wait map-float" role="status">正在画地图</div>}
        {found.data?.more && <div className="case-map-more map-float" role="status">这一片太多，先画最急的 1000 件；放大看得更全。</div>}
        <Legend />
        <div className="map-float map-buttons">
          <button type="button" aria-label="放大" onClick={() => map.zoom(1)}><Icon name="plus" /></button>
          <button type="button" aria-label="缩小" onClick={() => map.zoom(-1)}><Icon name="minus" /></button>
          <button type="button" aria-label="回到全貌" onClick={map.goHome}><Icon name="expand" /></button>
        </div>
      </div>
      <MapPanel
        region={region} home={home} cases={found.data?.items} hasMore={found.data?.more ?? false} failure={found.data ? null : found.error}
        retry={() => void found.refetch()} chosen={chosen} onChoose={(id) => setChosen([id])} onOpen={open}
        onLeave={() => chooseRegion(null)} filter={readFilter(params)}
      />
    </div>
  )
}

function Legend() {
  return (
    <div className="map-float legend" aria-label="图例">
      {(['red', 'yellow', 'green', 'none'] as const).map((colour) => (
        colour === 'none'
          ? <span key={colour} className="deadline none"><DeadlineRing />等评价</span>
          : <DeadlineTag key={colour} colour={colour} isPlain isShort />
      ))}
      <span className="tiny second">乡镇以下边界为演示数据</span>
    </div>
  )
}

const DeadlineRing = () => <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" /></svg>

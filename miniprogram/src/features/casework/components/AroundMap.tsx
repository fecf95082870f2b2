import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { Icon } from '@/components/Icon'
import { SpotsView } from '@/components/SpotsView'
import { useGround } from '@/features/region/use-ground'
import { shapesOf } from '@/features/region/shapes'
import { usePull } from '@/hooks/use-pull'
import { useQuery } from '@/hooks/use-query'
import '@/components/MapCard.scss'
import './AroundMap.scss'
import { askedView, clustersOf, type View as Looked } from '../around'
import { PublicItem } from './PublicItem'

/** Under the map so many rows: the rest is one look closer. */
const MOST_ROWS = 20
const [NEAR, FAR] = [12, 9.5]

interface AroundMapProps {
  villageId?: string
  status?: 'open' | 'closed'
}

/** 身边事 on a map: what is public in view, together where it lies together; a home is its grid's middle. */
export function AroundMap({ villageId, status }: AroundMapProps) {
  const own = useGround(villageId)
  const towns = useQuery('region.getBorders', { level: 'town' }, { isOff: villageId !== undefined })
  const [view, setView] = useState<Looked>()
  const [chosen, setChosen] = useState<string>()
  const asked = view && askedView(view)
  const { data, error, isLoading, reload } = useQuery('casework.listPublicOnMap', { ...(asked ?? { west: 0, south: 0, east: 0, north: 0 }), ...(status && { status }) }, { isOff: !asked })
  usePull(reload)
  const [kept, setKept] = useState(data)
  // While the next view is on its way the last one's marks stay.
  if (data && data !== kept) setKept(data)
  const items = useMemo(() => (data ?? kept)?.items ?? [], [data, kept])
  const clusters = useMemo(() => (view ? clustersOf(items, view) : []), [items, view])
  const shapes = useMemo(() => (villageId ? own.shapes : shapesOf(towns.data?.items ?? [], undefined)), [villageId, own.shapes, towns.data])
  const centre = villageId ? own.centre : middleOf(shapes.map((shape) => shape.centre))
  const on = clusters.find(({ id }) => id === chosen)
  const inView = view ? items.filter(({ spot: [lng, lat] }) => lng >= view.west && lng <= view.east && lat >= view.south && lat <= view.north) : []
  const listed = on ? items.filter(({ id }) => on.ids.includes(id)) : inView
  if (towns.error && !centre) return <ErrorState error={towns.error} onRetry={() => void towns.reload()} />
  if (!centre) return <View className="card"><View className="map-box around-box" /></View>
  return (
    <>
      <View className="card">
        <View className="map-box around-box">
          <SpotsView
            centre={centre} zoom={villageId ? NEAR : FAR} shapes={shapes} onLook={(next) => { setView(next); setChosen(undefined) }} onTap={setChosen}
            spots={clusters.map(({ id, at, ids }) => ({ id, at, count: ids.length, isOn: id === chosen }))}
          />
        </View>
        <View className="around-words second" role="status">
          {on ? `点的这一处 ${on.ids.length} 件` : data ? `图上 ${inView.length} 件${data.more ? '，太多了没有画全，放大再看' : ''}` : '正在看这一片有什么'}
        </View>
      </View>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!error && !isLoading && data && listed.length === 0 && <EmptyState icon="pin" words="这一片还没有公开的事" note="移动或缩小地图，看看别处" />}
      {listed.length > 0 && <View className="card list">{listed.slice(0, MOST_ROWS).map((each) => <PublicItem key={each.id} item={each} />)}</View>}
      {listed.length > MOST_ROWS && <View className="second middle">还有 {listed.length - MOST_ROWS} 件，放大地图再看</View>}
      <View className="note"><Icon name="lock" size="xs" /><Text>住处只画在网格正中，公开的路、井、灯才画在大约的地方。</Text></View>
    </>
  )
}

function middleOf(centres: readonly (readonly [number, number])[]): readonly [number, number] | undefined {
  if (centres.length === 0) return undefined
  const sum = centres.reduce(([lng, lat], [x, y]) => [lng + x, lat + y] as const, [0, 0] as const)
  return [sum[0] / centres.length, sum[1] / centres.length]
}

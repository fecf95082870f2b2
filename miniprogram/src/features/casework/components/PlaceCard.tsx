import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Place } from '@xiangli/shared/region/contract'
import { Icon } from '@/components/Icon'
import { MapCard } from '@/components/MapCard'
import type { LonLat } from '@/components/MapView'
import { Tap } from '@/components/Tap'
import { useGround } from '@/features/region/use-ground'
import { call } from '@/services/call'
import { whereAmI } from '@/services/place'
import { tell } from '@/services/tell'

interface PlaceCardProps {
  village?: { id: string; name: string }
  point?: LonLat
  onPoint: (point: [number, number], located: Place | undefined) => void
  onChange: () => void
}

const OUTSIDE = '这儿不在泾川县，请换个地方，或者用字说。'

/** Where it is: one's own village unless said otherwise; the pin may be set, and never outside the county. */
export function PlaceCard({ village, point, onPoint, onChange }: PlaceCardProps) {
  const [isPicking, setPicking] = useState(point !== undefined)
  const [located, setLocated] = useState<Place>()
  const [middle, setMiddle] = useState(point)
  const { shapes, centre: own } = useGround(village?.id, located?.gridId)
  // A map moves whenever its centre changes: dragging it must not change what it was opened at.
  const centre = middle ?? own

  const place = async (to: LonLat) => {
    const answer = await call('region.locate', { point: [to[0], to[1]] }).catch(() => undefined)
    if (answer && answer.place === null) return tell(OUTSIDE)
    setLocated(answer?.place ?? undefined)
    return onPoint([to[0], to[1]], answer?.place ?? undefined)
  }
  const here = async () => {
    const found = await whereAmI()
    if (!found.point) return tell(found.refusal ?? OUTSIDE)
    setPicking(true)
    setMiddle(found.point)
    return place(found.point)
  }
  const facts = (
    <View className="map-fact">
      <Icon name="pin" />
      <View className="grow">
        <View className="b">{village ? (located?.villageName ?? village.name) : '还没有选村'}</View>
        <View className="second">{located ? `${located.townName} ${located.gridName}` : village ? (isPicking ? '图钉在图的正中' : '您的村，可以标得更细') : '不知道也行，县里会有人接'}</View>
      </View>
      <Tap id="change-place" className="link" onTap={onChange}>{village ? '换地方' : '选村'}</Tap>
    </View>
  )
  if (!village || !centre) return <View className="card">{facts}</View>
  return (
    <MapCard
      centre={centre} shapes={shapes} point={point} isPicking={isPicking} onMove={(to) => void place(to)} onHere={() => void here()}
      tip={isPicking ? undefined : { words: '标个地方', onTap: () => { setPicking(true); void place(centre) } }}
    >
      {facts}
    </MapCard>
  )
}

import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Place } from '@xiangli/shared/region/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { MapCard } from '@/components/MapCard'
import type { LonLat } from '@/components/MapView'
import { Tap } from '@/components/Tap'
import { useGround } from '@/features/region/use-ground'
import { call } from '@/services/call'
import { whereAmI } from '@/services/place'
import { tell } from '@/services/tell'
import './PlaceCard.scss'

interface PlaceCardProps {
  village?: { id: string; name: string }
  point?: LonLat
  onPoint: (point: [number, number], located: Place | undefined) => void
  onChange: () => void
}

interface Stand { hasVillage: boolean; isPicking: boolean; isPinned: boolean; located: Place | undefined }

function noteOf({ hasVillage, isPicking, isPinned, located }: Stand): string {
  if (!hasVillage) return '不知道也行，县里会有人接'
  if (isPicking) return '挪动地图，让圆圈对准那个地方'
  if (located) return `${located.townName} ${located.gridName}`
  return isPinned ? '地方标好了' : '您的村，可以标得更细'
}

const OUTSIDE = '这儿不在泾川县，请换个地方，或者用字说。'

const Facts = ({ name, words, onChange }: { name: string | undefined; words: string; onChange: (() => void) | undefined }) => (
  <View className="map-fact">
    <Icon name="pin" />
    <View className="grow">
      <View className="b">{name ?? '还没有选村'}</View>
      <View className="second">{words}</View>
    </View>
    {onChange && <Tap id="change-place" className="link" onTap={onChange}>{name ? '换地方' : '选村'}</Tap>}
  </View>
)

const Choice = ({ onHere, onStop }: { onHere: () => void; onStop: () => void }) => (
  <View className="row place-do">
    <View className="grow"><Button id="not-here" isWide kind="line" words="先不标" onTap={onStop} /></View>
    <View className="grow"><Button id="pin-here" isWide kind="tint" words="就是这里" onTap={onHere} /></View>
  </View>
)

/** Where it is: one's own village unless said otherwise. A pin stands only where somebody said "here", and never outside the county. */
export function PlaceCard({ village, point, onPoint, onChange }: PlaceCardProps) {
  const [isPicking, setPicking] = useState(false)
  const [place, setPlace] = useState<Place>()
  // A map moves whenever its centre changes: dragging it must not change what it was opened at.
  const [middle, setMiddle] = useState(point)
  const aim = useRef<LonLat>()
  const located = point && place
  const { shapes, centre: own } = useGround(village?.id, located?.gridId)
  const centre = middle ?? own

  const pin = async (to: LonLat | undefined) => {
    if (!to) return undefined
    const answer = await call('region.locate', { point: [to[0], to[1]] }).catch(() => undefined)
    if (answer && answer.place === null) return tell(OUTSIDE)
    setPlace(answer?.place ?? undefined)
    setMiddle(to)
    aim.current = to
    setPicking(false)
    return onPoint([to[0], to[1]], answer?.place ?? undefined)
  }
  const here = async () => {
    const found = await whereAmI()
    return found.point ? pin(found.point) : tell(found.refusal ?? OUTSIDE)
  }
  const change = () => {
    setPicking(false)
    setMiddle(undefined)
    aim.current = undefined
    onChange()
  }
  const facts = <Facts words={noteOf({ hasVillage: village !== undefined, isPicking, isPinned: point !== undefined, located })} name={located?.villageName ?? village?.name} onChange={isPicking ? undefined : change} />
  if (!village || !centre) return <View className="card">{facts}</View>
  return (
    <MapCard
      centre={centre} shapes={shapes} point={point} isPicking={isPicking} onMove={(to) => { aim.current = to }} onHere={() => void here()}
      tip={isPicking ? undefined : { words: point ? '重新标' : '标个地方', onTap: () => setPicking(true) }}
    >
      {facts}
      {isPicking && <Choice onHere={() => void pin(aim.current ?? centre)} onStop={() => setPicking(false)} />}
    </MapCard>
  )
}

import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { MapView, type Shape, type LonLat } from './MapView'
import { Tap } from './Tap'
import './MapCard.scss'

interface MapCardProps {
  centre: LonLat
  shapes: readonly Shape[]
  /** Where the pin stands. While picking there is none yet: the map moves beneath a ring in the middle. */
  point?: LonLat
  isPicking?: boolean
  onMove?: (point: LonLat) => void
  tip?: { words: string; onTap: () => void }
  onHere?: () => void
  children?: ReactNode
}

export function MapCard({ centre, shapes, point, isPicking = false, onMove, tip, onHere, children }: MapCardProps) {
  return (
    <View className="card">
      <View className="map-box">
        <MapView centre={centre} shapes={shapes} point={isPicking ? undefined : point} onMove={onMove} />
        {isPicking && <View className="map-aim" aria-hidden="true" />}
        {onHere && <Tap className="map-tool here" label="用我现在的位置" onTap={onHere}><Icon name="crosshair" size="s" /></Tap>}
        {tip && <Tap id="map-tip" className="map-tool tip" onTap={tip.onTap}><Icon name="pin" size="s" /><Text>{tip.words}</Text></Tap>}
      </View>
      {children}
    </View>
  )
}

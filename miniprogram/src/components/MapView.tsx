import { Map } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { modeOf, useLook } from '@/services/look'
import { strokes } from './map-strokes'

export type LonLat = readonly [number, number]

/** An area to draw: outer rings only, which is what both maps can. */
export interface Shape {
  id: string
  name: string
  rings: readonly (readonly LonLat[])[]
  centre: LonLat
  isHere: boolean
}

interface MapViewProps {
  centre: LonLat
  shapes: readonly Shape[]
  point?: LonLat
  onMove?: (point: LonLat) => void
}

const ID = 'map'

interface Moved {
  type: string
  detail?: { type?: string; causedBy?: string; centerLocation?: { longitude: number; latitude: number } }
}

const where = ([longitude, latitude]: LonLat) => ({ longitude, latitude })

/** WeChat's own map with the village's borders over it. */
export function MapView({ centre, shapes, point, onMove }: MapViewProps) {
  const mode = useLook(modeOf)
  const polygons = useMemo(() => shapes.flatMap((shape) => shape.rings.map((ring) => ({
    points: ring.map(where), strokeWidth: shape.isHere ? 3 : 1, ...strokes(mode, shape.isHere),
  }))), [shapes, mode])
  const markers = point ? [{ id: 1, ...where(point), iconPath: '', width: 28, height: 36 }] : []

  const moved = (event: Moved) => {
    const isEnd = event.type === 'end' || event.detail?.type === 'end'
    if (!onMove || !isEnd) return
    const middle = event.detail?.centerLocation
    if (middle) return onMove([middle.longitude, middle.latitude])
    Taro.createMapContext(ID).getCenterLocation({ success: ({ longitude, latitude }) => onMove([longitude, latitude]) })
    return undefined
  }
  return (
    <Map
      id={ID} className="map-view" {...where(centre)} scale={14} markers={markers} polygons={polygons}
      layerStyle={mode === 'dark' ? 2 : 1} onRegionChange={moved} onError={() => undefined}
    />
  )
}

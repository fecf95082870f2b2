import { Map } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { dark, light } from '@xiangli/shared/look/tokens'
import { modeOf, useLook } from '@/services/look'
import { strokes } from './map-strokes'
import type { LonLat, Shape } from './MapView'

export interface Spot {
  id: string
  at: LonLat
  count: number
  isOn: boolean
}

export interface SpotsViewProps {
  centre: LonLat
  zoom: number
  shapes: readonly Shape[]
  spots: readonly Spot[]
  onLook: (view: { west: number; south: number; east: number; north: number }) => void
  onTap: (id: string) => void
}

const ID = 'spots'
const where = ([longitude, latitude]: LonLat) => ({ longitude, latitude })

/** WeChat's own map; each mark is a label with a number, because its markers need pictures of their own. */
export function SpotsView({ centre, zoom, shapes, spots, onLook, onTap }: SpotsViewProps) {
  const mode = useLook(modeOf)
  const look = mode === 'dark' ? dark : light
  const polygons = useMemo(() => shapes.flatMap((shape) => shape.rings.map((ring) => ({ points: ring.map(where), strokeWidth: shape.isHere ? 3 : 1, ...strokes(mode, shape.isHere) }))), [shapes, mode])
  const markers = spots.map((spot, index) => ({
    id: index, ...where(spot.at), iconPath: '', width: 1, height: 1,
    callout: {
      content: ` ${spot.count} `, display: 'ALWAYS' as const, fontSize: 15, padding: 8, borderRadius: 20, borderWidth: 2, textAlign: 'center' as const, anchorX: 0, anchorY: 0,
      color: spot.isOn ? look.primary : '#FFFFFF', bgColor: spot.isOn ? '#FFFFFF' : look.primary, borderColor: look.primary,
    },
  }))
  const looked = () => Taro.createMapContext(ID).getRegion({
    success: ({ southwest, northeast }) => onLook({ west: southwest.longitude, south: southwest.latitude, east: northeast.longitude, north: northeast.latitude }),
  })
  const tapped = (event: { detail: { markerId?: number | string } }) => {
    const spot = spots[Number(event.detail.markerId)]
    if (spot) onTap(spot.id)
  }
  const moved = (event: { type: string; detail?: { type?: string } }) => { if (event.type === 'end' || event.detail?.type === 'end') looked() }
  return (
    <Map
      id={ID} className="map-view" {...where(centre)} scale={zoom} markers={markers} polygons={polygons} layerStyle={mode === 'dark' ? 2 : 1}
      onUpdated={looked} onRegionChange={moved} onMarkerTap={tapped} onCalloutTap={tapped} onError={() => undefined}
    />
  )
}

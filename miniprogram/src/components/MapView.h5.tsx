import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { modeOf, useLook } from '@/services/look'
import type { Drawing, LonLat, Shape } from './map/drawing'

export type { LonLat, Shape }

interface MapViewProps {
  centre: LonLat
  shapes: readonly Shape[]
  point?: LonLat
  onMove?: (point: LonLat) => void
}

/** Drawn from our own borders by OpenLayers, fetched only when a map is on the screen. */
export function MapView({ centre, shapes, point, onMove }: MapViewProps) {
  const box = useRef<HTMLElement>()
  const drawing = useRef<Drawing>()
  const mode = useLook(modeOf)
  const move = useRef(onMove)
  move.current = onMove
  const latest = useRef({ shapes, point, mode, centre })
  latest.current = { shapes, point, mode, centre }
  const [longitude, latitude] = centre

  useEffect(() => {
    let isGone = false
    void import('./map/drawing').then(({ draw }) => {
      if (isGone || !box.current) return
      drawing.current = draw(box.current, { centre: latest.current.centre, onMove: (to) => move.current?.(to) })
      drawing.current.show(latest.current)
    })
    return () => { isGone = true; drawing.current?.remove(); drawing.current = undefined }
  }, [])
  useEffect(() => { drawing.current?.show({ shapes, point, mode }) }, [shapes, point, mode])
  useEffect(() => { drawing.current?.go([longitude, latitude]) }, [longitude, latitude])

  return <View className="map-view" ref={(element: unknown) => { box.current = (element as HTMLElement | null) ?? undefined }} />
}

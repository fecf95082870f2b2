import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { modeOf, useLook } from '@/services/look'
import type { Overview } from './map/overview'
import type { SpotsViewProps } from './SpotsView'

export type { Spot, SpotsViewProps } from './SpotsView'

/** Drawn from our own borders by OpenLayers, fetched only when a map is on the screen. */
export function SpotsView({ centre, zoom, shapes, spots, onLook, onTap }: SpotsViewProps) {
  const box = useRef<HTMLElement>()
  const drawing = useRef<Overview>()
  const mode = useLook(modeOf)
  const latest = useRef({ centre, zoom, shapes, spots, mode, onLook, onTap })
  latest.current = { centre, zoom, shapes, spots, mode, onLook, onTap }
  const [longitude, latitude] = centre

  useEffect(() => {
    let isGone = false
    void import('./map/overview').then(({ drawOverview }) => {
      if (isGone || !box.current) return
      drawing.current = drawOverview(box.current, { ...latest.current, onLook: (view) => latest.current.onLook(view), onTap: (id) => latest.current.onTap(id) })
      drawing.current.show(latest.current)
    })
    return () => { isGone = true; drawing.current?.remove(); drawing.current = undefined }
  }, [])
  useEffect(() => { drawing.current?.show({ shapes, spots, mode }) }, [shapes, spots, mode])
  useEffect(() => { drawing.current?.go([longitude, latitude], zoom) }, [longitude, latitude, zoom])

  return <View className="map-view" ref={(element: unknown) => { box.current = (element as HTMLElement | null) ?? undefined }} />
}

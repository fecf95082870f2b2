import Feature from 'ol/Feature'
import PointGeometry from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat, toLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { Fill, Stroke, Style } from 'ol/style'
import CircleStyle from 'ol/style/Circle'
import { useEffect, useMemo } from 'react'
import { useAppearance } from '../../../services/appearance'
import { paletteOf } from './border-style'
import './map.css'
import { fitTo, useAreaMap } from './use-area-map'

type LngLat = [number, number]

type Props = {
  label: string
  point?: LngLat
  /** The region round the point, or all that is known of the place. */
  regionId?: string
  gridsWithin?: string
  onPick?: (point: LngLat) => void
}

const pinStyle = (colour: string, rim: string) =>
  new Style({ image: new CircleStyle({ radius: 7, fill: new Fill({ color: colour }), stroke: new Stroke({ color: rim, width: 3 }) }) })

/** Where one thing is: a region and a pin; with `onPick`, a click moves the pin. */
export default function PointMap({ label, point, regionId, gridsWithin, onPick }: Props) {
  const isPicking = onPick !== undefined
  const { box, area, isReady, grids } = useAreaMap({ isStill: !isPicking, ...(gridsWithin ? { gridsWithin } : {}) })
  const isKnown = isReady && (!gridsWithin || grids !== undefined)
  const [lng, lat] = point ?? []
  const palette = paletteOf(useAppearance())
  const pin = useMemo(() => new VectorLayer({ source: new VectorSource(), zIndex: 5 }), [])

  useEffect(() => {
    if (!area) return undefined
    area.map.addLayer(pin)
    return () => { area.map.removeLayer(pin) }
  }, [area, pin])

  useEffect(() => {
    pin.setStyle(pinStyle(palette.primary, palette.card))
    pin.getSource()?.clear()
    if (lng === undefined || lat === undefined) return
    pin.getSource()?.addFeature(new Feature(new PointGeometry(fromLonLat([lng, lat]))))
  }, [pin, palette, lng, lat])

  useEffect(() => {
    if (!area || !isKnown || !regionId) return
    area.layers.choose(regionId)
    fitTo(area, regionId, { padding: isPicking ? 40 : 12 })
  }, [area, isKnown, regionId, isPicking])

  useEffect(() => {
    if (!area || !onPick) return undefined
    const pick = (event: { coordinate: number[] }) => {
      const [lng = 0, lat = 0] = toLonLat(event.coordinate)
      onPick([Number(lng.toFixed(6)), Number(lat.toFixed(6))])
    }
    area.map.on('singleclick', pick)
    return () => area.map.un('singleclick', pick)
  }, [area, onPick])

  return <div ref={box} className="map-box" role={isPicking ? 'application' : 'img'} aria-label={label} tabIndex={isPicking ? 0 : -1} />
}

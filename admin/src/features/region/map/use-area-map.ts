import OlMap from 'ol/Map'
import View from 'ol/View'
import { defaults as defaultInteractions } from 'ol/interaction'
import 'ol/ol.css'
import { fromLonLat } from 'ol/proj'
import { useEffect, useRef, useState } from 'react'
import { useAppearance } from '../../../services/appearance'
import { createAreaLayers, type AreaLayers } from './area-layers'
import { paletteOf } from './border-style'
import { useBorders } from './use-borders'

export type AreaMap = { map: OlMap; layers: AreaLayers }

const JINGCHUAN: [number, number] = [107.36, 35.33]
const NEAR = 25

type Options = {
  isStill?: boolean
  /** Where the grid borders are wanted from the start; elsewhere they come when one looks closely. */
  gridsWithin?: string
}

/** A map in a box, with the county's borders on it, painted light or dark. */
export function useAreaMap({ isStill, gridsWithin }: Options = {}) {
  const box = useRef<HTMLDivElement>(null)
  const [area, setArea] = useState<AreaMap | null>(null)
  const [isNear, setNear] = useState(false)
  const appearance = useAppearance()

  useEffect(() => {
    if (!box.current) return undefined
    const layers = createAreaLayers()
    const map = new OlMap({
      target: box.current,
      layers: layers.all,
      controls: [],
      interactions: isStill ? [] : defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      view: new View({ center: fromLonLat(JINGCHUAN), zoom: 10.5, minZoom: 9, maxZoom: 17, enableRotation: false }),
    })
    map.on('moveend', () => setNear((map.getView().getResolution() ?? Infinity) <= NEAR))
    setArea({ map, layers })
    return () => map.setTarget(undefined)
  }, [isStill])

  useEffect(() => area?.layers.paint(paletteOf(appearance)), [area, appearance])

  const county = useBorders('county')
  const towns = useBorders('town')
  const villages = useBorders('village')
  const grids = useBorders('grid', gridsWithin ? { within: gridsWithin } : { isOff: !isNear })
  useEffect(() => { if (county) area?.layers.show('county', county) }, [area, county])
  useEffect(() => { if (towns) area?.layers.show('town', towns) }, [area, towns])
  useEffect(() => { if (villages) area?.layers.show('village', villages) }, [area, villages])
  useEffect(() => { if (grids) area?.layers.show('grid', grids) }, [area, grids])

  return { box, area, isReady: Boolean(county && towns && villages), grids }
}

type Fit = { padding?: number; isGliding?: boolean }

/**
 * Moves the view so that a region or the whole county fills the box; a box not laid out yet is waited for.
 * The first look jumps: a press on the map stops a glide half-way, and the map stayed where it was.
 */
export function fitTo(area: AreaMap, id: string, { padding = 32, isGliding = false }: Fit = {}) {
  const { map, layers } = area
  const [width = 0, height = 0] = map.getSize() ?? []
  if (width * height === 0) {
    map.once('change:size', () => fitTo(area, id, { padding }))
    return
  }
  const extent = layers.find(id)?.getGeometry()?.getExtent()
  if (extent) map.getView().fit(extent, { size: [width, height], padding: [padding, padding, padding, padding], maxZoom: 15.5, duration: isGliding ? 180 : 0 })
}

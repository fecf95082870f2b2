import { transformExtent } from 'ol/proj'
import { useEffect, useMemo, useRef, useState, type MutableRefObject } from 'react'
import { useAppearance } from '../../../services/appearance'
import { paletteOf } from '../../region/map/border-style'
import { fitTo, useAreaMap, type AreaMap } from '../../region/map/use-area-map'
import { createCaseLayer, type CaseLayer, type MapCase } from './case-layer'

export type Box = { west: number; south: number; east: number; north: number }

const STEP = 0.02
const GRID_DEPTH = 4

/** Rounded outwards, so that a small move of the map needs no new answer. */
function boxOf({ map }: AreaMap): Box {
  const [west = 0, south = 0, east = 0, north = 0] = transformExtent(map.getView().calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326')
  const down = (n: number) => Number((Math.floor(n / STEP) * STEP).toFixed(2))
  const up = (n: number) => Number((Math.ceil(n / STEP) * STEP).toFixed(2))
  return { west: down(west), south: down(south), east: up(east), north: up(north) }
}

type Handlers = {
  onCases: (ids: string[]) => void
  onRegion: (region: { id: string; name: string } | null) => void
  onBox: (box: Box) => void
}

function listen(area: AreaMap, cases: CaseLayer, handlers: MutableRefObject<Handlers>) {
  const { map, layers } = area
  const inCases = { layerFilter: (layer: unknown) => layer === cases.layer, hitTolerance: 6 }
  const pressed = (event: { pixel: number[] }) => {
    const hit = map.forEachFeatureAtPixel(event.pixel, (feature) => feature, inCases)
    if (hit) {
      const ids = cases.membersOf(hit)
      const isClose = (map.getView().getZoom() ?? 0) >= 15.5
      if (ids.length > 1 && !isClose) map.getView().fit(cases.extentOf(hit), { padding: [90, 90, 90, 90], maxZoom: 16, duration: 180 })
      return handlers.current.onCases(ids)
    }
    const village = map.forEachFeatureAtPixel(event.pixel, (feature) => feature, { layerFilter: (layer) => layer === layers.villageLayer })
    handlers.current.onRegion(village ? { id: String(village.getId()), name: String(village.get('name')) } : null)
  }
  const moved = (event: { pixel: number[]; dragging: boolean }) => {
    const target = map.getTargetElement()
    if (!event.dragging && target) target.style.cursor = map.hasFeatureAtPixel(event.pixel, inCases) ? 'pointer' : ''
  }
  map.on('singleclick', pressed)
  map.on('pointermove', moved)
  return () => {
    map.un('singleclick', pressed)
    map.un('pointermove', moved)
  }
}

type Options = Handlers & { cases: MapCase[] | undefined; chosenCase: string | null; chosenRegion: string | undefined; home: { id: string; path: string[] } | undefined }

/** The layer is on the map as long as the page is, and tells the page what is pressed and looked at. */
function useHandlers(area: AreaMap | null, layer: CaseLayer, latest: MutableRefObject<Handlers>) {
  useEffect(() => {
    if (!area) return undefined
    area.map.addLayer(layer.layer)
    const look = () => latest.current.onBox(boxOf(area))
    area.map.on('moveend', look)
    return () => {
      area.map.un('moveend', look)
      area.map.removeLayer(layer.layer)
    }
  }, [area, layer, latest])
  useEffect(() => (area ? listen(area, layer, latest) : undefined), [area, layer, latest])
}

/** Ties the drawn map to what the page knows: cases, choice, and the box being looked at. */
export function useCaseMap({ cases, chosenCase, chosenRegion, home, ...handlers }: Options) {
  const latest = useRef<Handlers>(handlers)
  latest.current = handlers
  // A grid's own border has to be there before the map can go to it.
  const homeVillage = home?.path.length === GRID_DEPTH ? home.path[GRID_DEPTH - 2] : undefined
  const { box: element, area, isReady, grids } = useAreaMap(homeVillage ? { gridsWithin: homeVillage } : {})
  const homeId = home?.id
  const isKnown = isReady && (!homeVillage || grids !== undefined)
  const layer = useMemo(createCaseLayer, [])
  const [isPlaced, setPlaced] = useState(false)
  const palette = paletteOf(useAppearance())

  useHandlers(area, layer, latest)
  useEffect(() => layer.paint(palette), [layer, palette])
  useEffect(() => { if (cases) layer.show(cases) }, [layer, cases])
  useEffect(() => layer.choose(chosenCase), [layer, chosenCase])
  useEffect(() => {
    if (area && isReady) area.layers.choose(chosenRegion)
  }, [area, isReady, chosenRegion])
  useEffect(() => {
    if (!area || !isKnown || !homeId) return
    area.layers.makeHome(homeId)
    fitTo(area, homeId)
    setPlaced(true)
  }, [area, isKnown, homeId])

  return {
    element,
    isReady: isReady && (isPlaced || !homeId),
    zoom: (by: number) => area?.map.getView().animate({ zoom: (area.map.getView().getZoom() ?? 11) + by, duration: 150 }),
    goHome: () => { if (area && homeId) fitTo(area, homeId, { isGliding: true }) },
    goTo: (regionId: string) => { if (area) fitTo(area, regionId, { padding: 80, isGliding: true }) },
  }
}

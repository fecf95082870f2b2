import OlMap from 'ol/Map'
import View from 'ol/View'
import Feature from 'ol/Feature'
import Point from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { fromLonLat, toLonLat } from 'ol/proj'
import { styleFor, type Mode } from './styles'

export type LonLat = readonly [number, number]

export interface Shape {
  id: string
  name: string
  rings: readonly (readonly LonLat[])[]
  centre: LonLat
  isHere: boolean
}

interface Shown {
  shapes: readonly Shape[]
  point?: LonLat
  mode: Mode
}

export interface Drawing {
  show: (shown: Shown) => void
  go: (centre: LonLat) => void
  remove: () => void
}

const at = (place: LonLat) => fromLonLat([...place])

function featuresOf({ shapes, point, mode }: Shown): Feature[] {
  const areas = shapes.map((shape) => {
    const area = new Feature(new Polygon(shape.rings.map((ring) => ring.map(at))))
    area.setStyle(styleFor({ kind: 'area', isHere: shape.isHere, name: shape.name, mode, isNamedBelow: shape.isHere }))
    return area
  })
  if (!point) return areas
  const pin = new Feature(new Point(at(point)))
  pin.setStyle(styleFor({ kind: 'pin', mode }))
  return [...areas, pin]
}

export function draw(target: HTMLElement, { centre, onMove }: { centre: LonLat; onMove: (to: LonLat) => void }): Drawing {
  const source = new VectorSource()
  const view = new View({ center: at(centre), zoom: 13, minZoom: 9, maxZoom: 18 })
  const map = new OlMap({ target, view, controls: [], layers: [new VectorLayer({ source, declutter: true })] })
  let isFitted = false

  map.on('moveend', () => {
    const middle = view.getCenter()
    if (!middle) return
    const [longitude = 0, latitude = 0] = toLonLat(middle)
    onMove([longitude, latitude])
  })
  return {
    show(shown) {
      source.clear()
      source.addFeatures(featuresOf(shown))
      const here = shown.shapes.filter((shape) => shape.isHere)
      if (isFitted || here.length === 0) return
      const extent = new VectorSource({ features: featuresOf({ shapes: here, mode: shown.mode }) }).getExtent()
      if (extent && !shown.point) view.fit(extent, { padding: [16, 16, 16, 16], maxZoom: 16 })
      isFitted = true
    },
    go: (to) => view.setCenter(at(to)),
    remove: () => map.setTarget(undefined),
  }
}

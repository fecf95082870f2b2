import { dark, fonts, light } from '@xiangli/shared/look/tokens'
import OlMap from 'ol/Map'
import View from 'ol/View'
import Feature from 'ol/Feature'
import Point from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { fromLonLat, transformExtent } from 'ol/proj'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Spot, SpotsViewProps } from '../SpotsView'
import type { LonLat, Shape } from './drawing'
import { styleFor, type Mode } from './styles'

interface Shown {
  shapes: readonly Shape[]
  spots: readonly Spot[]
  mode: Mode
}

export interface Overview {
  show: (shown: Shown) => void
  go: (centre: LonLat, zoom: number) => void
  remove: () => void
}

const at = (place: LonLat) => fromLonLat([...place])
/** A thumb is wider than a mark. */
const REACH = 14

function spotStyle({ count, isOn }: Spot, mode: Mode): Style {
  const look = mode === 'dark' ? dark : light
  const [fill, ink] = isOn ? [look.card, look.primary] : [look.primary, look.onPrimary]
  return new Style({
    zIndex: isOn ? 11 : 10,
    image: new CircleStyle({ radius: 15 + Math.min(8, Math.log2(count) * 2), fill: new Fill({ color: fill }), stroke: new Stroke({ color: isOn ? look.primary : look.card, width: 2.5 }) }),
    text: new Text({ text: String(count), font: `600 14px ${fonts.phone}`, fill: new Fill({ color: ink }) }),
  })
}

/** The county's ground with a numbered mark where something is. */
export function drawOverview(target: HTMLElement, { centre, zoom, onLook, onTap }: Pick<SpotsViewProps, 'centre' | 'zoom' | 'onLook' | 'onTap'>): Overview {
  const ground = new VectorSource()
  const marks = new VectorSource()
  const view = new View({ center: at(centre), zoom, minZoom: 8, maxZoom: 17 })
  const map = new OlMap({ target, view, controls: [], layers: [new VectorLayer({ source: ground, declutter: true }), new VectorLayer({ source: marks })] })

  const look = () => {
    const [west = 0, south = 0, east = 0, north = 0] = transformExtent(view.calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326')
    onLook({ west, south, east, north })
  }
  map.on('moveend', look)
  // What is drawn at once and never moves ends no move: the first look is told by itself.
  map.once('rendercomplete', look)
  map.on('click', ({ pixel }) => {
    const id = map.forEachFeatureAtPixel(pixel, (feature) => feature.get('spot') as string | undefined, { hitTolerance: REACH })
    if (id) onTap(id)
  })
  return {
    show({ shapes, spots, mode }) {
      ground.clear()
      ground.addFeatures(shapes.map((shape) => {
        const area = new Feature(new Polygon(shape.rings.map((ring) => ring.map(at))))
        area.setStyle(styleFor({ kind: 'area', isHere: shape.isHere, name: shape.name, mode }))
        return area
      }))
      marks.clear()
      marks.addFeatures(spots.map((spot) => {
        const mark = new Feature({ geometry: new Point(at(spot.at)), spot: spot.id })
        mark.setStyle(spotStyle(spot, mode))
        return mark
      }))
    },
    go: (to, near) => { view.setCenter(at(to)); view.setZoom(near) },
    remove: () => map.setTarget(undefined),
  }
}

import type { Border } from '@xiangli/shared/region/contract'
import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorImageLayer from 'ol/layer/VectorImage'
import { fromLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import type { Palette } from '@xiangli/shared/look/tokens'
import { borderStyle, chosenStyle, homeStyle, nameStyle, type Level } from './border-style'

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
const LEVELS: Level[] = ['county', 'grid', 'village', 'town']

export type AreaLayers = ReturnType<typeof createAreaLayers>

function featuresOf(borders: Border[]): Feature[] {
  return borders.map((border) => {
    const feature = format.readFeature({
      type: 'Feature',
      id: border.id,
      geometry: border.geometry,
      properties: { level: border.level, name: border.shortName || border.name, path: border.path },
    }) as Feature
    return feature
  })
}

function namesOf(borders: Border[]): Feature[] {
  return borders.map((border) => {
    const name = new Feature({ geometry: new Point(fromLonLat(border.centre)), name: border.shortName || border.name, level: border.level })
    name.setId(`name-${border.id}`)
    return name
  })
}

type Sources = Record<Level, VectorSource>

function findIn(sources: Sources, id: string | undefined): Feature | undefined {
  if (!id) return undefined
  for (const level of LEVELS) {
    const feature = sources[level].getFeatureById(id)
    if (feature) return feature
  }
  return undefined
}

function showOnly(layer: VectorLayer, feature: Feature | undefined) {
  layer.getSource()?.clear()
  if (feature) layer.getSource()?.addFeature(feature.clone())
}

function showNames(source: VectorSource | null, items: Border[]) {
  items.forEach((item) => {
    const known = source?.getFeatureById(`name-${item.id}`)
    if (known) source?.removeFeature(known)
  })
  source?.addFeatures(namesOf(items))
}

/** The ground every map of ours stands on: four levels of borders, what is chosen, and the names. */
export function createAreaLayers() {
  const sources = Object.fromEntries(LEVELS.map((level) => [level, new VectorSource()])) as Sources
  const borders = LEVELS.map((level) => new VectorImageLayer({ source: sources[level], properties: { level }, imageRatio: 1.3 }))
  const home = new VectorLayer({ source: new VectorSource() })
  const chosen = new VectorLayer({ source: new VectorSource() })
  const names = new VectorLayer({ source: new VectorSource(), declutter: true })
  const [land, ...lines] = borders
  const find = (id: string | undefined) => findIn(sources, id)

  return {
    all: [...(land ? [land] : []), home, ...lines, chosen, names],
    villageLayer: borders.find((layer) => layer.get('level') === 'village'),
    find,
    show(level: Level, items: Border[]) {
      sources[level].clear()
      sources[level].addFeatures(featuresOf(items))
      if (level !== 'county') showNames(names.getSource(), items)
    },
    choose: (id: string | undefined) => showOnly(chosen, find(id)),
    /** The part of the county that is this person's to look after. */
    makeHome: (id: string | undefined) => showOnly(home, find(id)),
    paint(palette: Palette) {
      borders.forEach((layer) => layer.setStyle(borderStyle(layer.get('level') as Level, palette)))
      home.setStyle(homeStyle(palette))
      chosen.setStyle(chosenStyle(palette))
      names.setStyle(nameStyle(palette))
    },
  }
}

import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Colour } from '@xiangli/shared/casework/states'
import type { Palette } from '@xiangli/shared/look/tokens'
import Feature, { type FeatureLike } from 'ol/Feature'
import { boundingExtent } from 'ol/extent'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat } from 'ol/proj'
import Cluster from 'ol/source/Cluster'
import VectorSource from 'ol/source/Vector'
import type { Style } from 'ol/style'
import { caseStyle, clusterStyle, worstOf } from './case-style'

export type MapCase = OutputOf<'casework.listOnMap'>['items'][number]
export type CaseLayer = ReturnType<typeof createCaseLayer>

const membersOf = (feature: FeatureLike): Feature[] => (feature.get('features') as Feature[] | undefined) ?? []

/** Cases as points; those that would overlap are drawn as one with their number. */
export function createCaseLayer() {
  const points = new VectorSource<Feature<Point>>()
  const layer = new VectorLayer({ source: new Cluster({ source: points, distance: 30, minDistance: 18 }), zIndex: 10 })
  let chosen: string | null = null

  const drawn = (palette: Palette) => {
    const cache = new Map<string, Style[]>()
    return (feature: FeatureLike): Style[] => {
      const members = membersOf(feature)
      const colour = worstOf(members.map((each) => each.get('colour') as Colour))
      const hasChosen = members.some((each) => each.getId() === chosen)
      const key = `${members.length}${colour}${hasChosen}`
      const known = cache.get(key)
      if (known) return known
      const style = members.length > 1 ? clusterStyle(members.length, colour, palette) : caseStyle(colour, palette, hasChosen)
      cache.set(key, style)
      return style
    }
  }
  return {
    layer,
    membersOf: (feature: FeatureLike) => membersOf(feature).map((each) => String(each.getId())),
    extentOf: (feature: FeatureLike) =>
      boundingExtent(membersOf(feature).map((each) => (each.getGeometry() as Point).getCoordinates())),
    show(cases: MapCase[]) {
      points.clear()
      points.addFeatures(cases.map((each) => {
        const feature = new Feature({ geometry: new Point(fromLonLat(each.point)), colour: each.colour })
        feature.setId(each.id)
        return feature
      }))
    },
    choose(id: string | null) {
      chosen = id
      layer.changed()
    },
    paint: (palette: Palette) => layer.setStyle(drawn(palette)),
  }
}

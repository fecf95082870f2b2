import { dark, fonts, light } from '@xiangli/shared/look/tokens'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'

export type Mode = 'light' | 'dark'
/** A pin often stands in the middle of its ground, where the name would be. */
const NAME_BELOW = 24
type Drawn = { kind: 'pin'; mode: Mode } | { kind: 'area'; isHere: boolean; name: string; mode: Mode; isNamedBelow?: boolean }

export function styleFor(drawn: Drawn): Style {
  const look = drawn.mode === 'dark' ? dark : light
  if (drawn.kind === 'pin') {
    return new Style({ zIndex: 9, image: new CircleStyle({ radius: 10, fill: new Fill({ color: look.primary }), stroke: new Stroke({ color: '#FFFFFF', width: 3 }) }) })
  }
  return new Style({
    zIndex: drawn.isHere ? 2 : 1,
    fill: new Fill({ color: drawn.isHere ? look.mapHere : look.mapLand }),
    stroke: new Stroke({ color: drawn.isHere ? look.primary : look.mapTown, width: drawn.isHere ? 2 : 1 }),
    text: new Text({
      text: drawn.name, font: `600 13px ${fonts.phone}`, overflow: true, offsetY: drawn.isNamedBelow ? NAME_BELOW : 0,
      fill: new Fill({ color: drawn.isHere ? look.primaryText : look.second }), stroke: new Stroke({ color: look.mapLand, width: 3 }),
    }),
  })
}

import type { Palette } from '@xiangli/shared/look/tokens'
import type { Colour } from '@xiangli/shared/casework/states'
import { fonts } from '@xiangli/shared/look/tokens'
import { Fill, RegularShape, Stroke, Style, Text } from 'ol/style'
import CircleStyle from 'ol/style/Circle'

const RANK: Colour[] = ['red', 'yellow', 'green', 'paused', 'none']

export const worstOf = (colours: Colour[]): Colour => RANK.find((each) => colours.includes(each)) ?? 'none'

const fillOf = (colour: Colour, palette: Palette) =>
  ({ red: palette.overdueFill, yellow: palette.soonFill, green: palette.onTimeFill, paused: palette.card, none: palette.card })[colour]

/** The same shapes as everywhere: diamond late, triangle soon, disc in time, ring waiting. */
function shapeOf(colour: Colour, palette: Palette, size = 1) {
  const fill = new Fill({ color: fillOf(colour, palette) })
  const rim = new Stroke({ color: palette.card, width: 1.6 })
  if (colour === 'red') return new RegularShape({ points: 4, radius: 9 * size, fill, stroke: rim })
  if (colour === 'yellow') return new RegularShape({ points: 3, radius: 9 * size, fill, stroke: rim, displacement: [0, -1] })
  if (colour === 'green') return new CircleStyle({ radius: 6.5 * size, fill, stroke: rim })
  return new CircleStyle({ radius: 5.5 * size, fill, stroke: new Stroke({ color: palette.second, width: 2 }) })
}

export function caseStyle(colour: Colour, palette: Palette, isChosen: boolean): Style[] {
  const shape = new Style({ image: shapeOf(colour, palette, isChosen ? 1.25 : 1), zIndex: isChosen ? 3 : 1 })
  if (!isChosen) return [shape]
  const ring = new Style({ image: new CircleStyle({ radius: 16, stroke: new Stroke({ color: palette.ink, width: 2 }), fill: new Fill({ color: palette.card }) }), zIndex: 2 })
  return [ring, shape]
}

/** Many cases in one place: how many, ringed in the worst of their colours, with its shape on the rim. */
export function clusterStyle(count: number, colour: Colour, palette: Palette): Style[] {
  const radius = count > 99 ? 19 : count > 9 ? 16 : 14
  const shape = shapeOf(colour, palette, 0.75)
  shape.setDisplacement([radius * 0.75, radius * 0.75])
  return [
    new Style({
      image: new CircleStyle({ radius, fill: new Fill({ color: palette.card }), stroke: new Stroke({ color: colour === 'paused' || colour === 'none' ? palette.second : fillOf(colour, palette), width: 2.4 }) }),
      text: new Text({ text: String(count), font: `600 13px ${fonts.desk}`, fill: new Fill({ color: palette.ink }), offsetY: 1 }),
      zIndex: 2,
    }),
    new Style({ image: shape, zIndex: 3 }),
  ]
}

import { dark, fonts, light, type Palette } from '@xiangli/shared/look/tokens'
import type { FeatureLike } from 'ol/Feature'
import { Fill, Stroke, Style, Text } from 'ol/style'
import type { Appearance } from '../../../services/appearance'

export type Level = 'county' | 'town' | 'village' | 'grid'

export const paletteOf = (appearance: Appearance): Palette => (appearance === 'dark' ? dark : light)

const strokes: Record<Level, { colour: keyof Palette; width: number; dash?: number[] }> = {
  county: { colour: 'second', width: 2 },
  town: { colour: 'mapTown', width: 1.6 },
  village: { colour: 'mapTown', width: 0.8 },
  grid: { colour: 'mapTown', width: 0.8, dash: [3, 4] },
}

/** Borders get heavier the higher they are; only the county's own land is filled. */
export function borderStyle(level: Level, palette: Palette): Style {
  const { colour, width, dash } = strokes[level]
  return new Style({
    stroke: new Stroke({ color: palette[colour], width, lineJoin: 'round', ...(dash ? { lineDash: dash } : {}) }),
    // A clear fill makes the inside of a village answer to a click.
    fill: new Fill({ color: level === 'county' ? palette.mapLand : 'rgba(0,0,0,0)' }),
  })
}

export const chosenStyle = (palette: Palette) =>
  new Style({
    stroke: new Stroke({ color: palette.primary, width: 2.5, lineJoin: 'round' }),
    fill: new Fill({ color: `${palette.primary}1c` }),
  })

export const homeStyle = (palette: Palette) =>
  new Style({
    stroke: new Stroke({ color: palette.second, width: 2.2, lineJoin: 'round' }),
    fill: new Fill({ color: palette.card }),
  })

const sizes: Record<Level, string> = { county: '600 16px', town: '600 14px', village: '12px', grid: '11px' }

/** Names are drawn while there is room for them: towns from afar, villages and grids from near. */
export function nameStyle(palette: Palette) {
  return (feature: FeatureLike, resolution: number): Style | undefined => {
    const level = feature.get('level') as Level
    const isSeen = level === 'town' ? resolution > 40 : level === 'village' ? resolution <= 40 && resolution > 4 : resolution <= 9
    if (!isSeen) return undefined
    return new Style({
      text: new Text({
        text: String(feature.get('name')),
        font: `${sizes[level]} ${fonts.desk}`,
        fill: new Fill({ color: level === 'grid' ? palette.faint : palette.second }),
        stroke: new Stroke({ color: palette.mapLand, width: 3 }),
        overflow: true,
      }),
    })
  }
}

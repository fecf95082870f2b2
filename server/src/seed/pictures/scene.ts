import type { Brush, Light } from './brush'
import { HEIGHT, land, WIDTH } from './brush'
import * as outdoors from './outdoors'
import * as streets from './streets'

interface Setting {
  light: Light
  ground?: string
  draw: (brush: Brush) => string
}

const settings = {
  lamp: { light: 'dusk', draw: streets.lamp },
  mud: { light: 'grey', draw: outdoors.mud },
  railing: { light: 'day', draw: outdoors.railing },
  rubbish: { light: 'grey', draw: streets.rubbish },
  rubble: { light: 'day', draw: streets.rubble },
  wire: { light: 'day', draw: outdoors.wire },
  pothole: { light: 'grey', draw: streets.pothole },
  cover: { light: 'day', draw: streets.cover },
  water: { light: 'grey', draw: streets.water },
  orchard: { light: 'day', ground: '#8d8a55', draw: outdoors.orchard },
  crack: { light: 'grey', draw: streets.crack },
  field: { light: 'day', ground: '#93874f', draw: outdoors.field },
  road: { light: 'day', draw: outdoors.road },
  street: { light: 'day', ground: '#a3a19a', draw: streets.street },
} as const satisfies Record<string, Setting>

export type SceneName = keyof typeof settings

/** One drawn view of a place, before or after it was put right. */
export const sceneSvg = (name: SceneName, brush: Brush): string => {
  const { light, draw, ...rest }: Setting = settings[name]
  const body = `${land(brush.dice, light, rest.ground)}${draw(brush)}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body}</svg>`
}

import type { OutlineIndex } from './outline-index'
import { urbanArea } from './plan'
import { fromPlane, planeOfPosition, squaredDistance } from './plane'
import type { PlanePoint } from './plane'
import { createNoise } from './random'
import type { Random } from './random'

/**
 * The county is cut out of small cells, one around each site, as mosaics are: coarse in the country,
 * fine in and around the county town. Beyond the outline there are some more, so that cells at the
 * border keep their shape.
 */
export type Site = {
  /** Metres east and north of the origin. */
  x: number
  y: number
  /** Square metres it stands for. */
  mass: number
  setting: 'urban' | 'rural' | 'outside'
  /** Where divisions see it: slightly displaced, so that straight dividing lines come out winding. */
  bent: PlanePoint
}

const COUNTRY_SPACING = 400
const TOWN_SPACING = 75
/** The county's box and 3 km more. */
const COUNTY: Box = { middle: { x: 29_350, y: 19_700 }, halfWidth: 32_600, halfHeight: 22_900 }
/** How far, in units of the built-up ellipse, the fine cells reach beyond it. */
const FINE_REACH = 1.3

export function scatterSites(outline: OutlineIndex, random: Random): Site[] {
  const bend = createBend()
  const town = planeOfPosition(urbanArea.centre)
  const distance = (point: PlanePoint) => {
    const { x, y } = bend(point)
    const offset = { x: (x - town.x) / urbanArea.halfWidth, y: (y - town.y) / urbanArea.halfHeight }
    return Math.sqrt(squaredDistance(offset, { x: 0, y: 0 }))
  }
  // Twice the ellipse: room for its reach and for bending.
  const townBox = { middle: town, halfWidth: 2 * urbanArea.halfWidth, halfHeight: 2 * urbanArea.halfHeight }
  const fine = jittered(TOWN_SPACING, { box: townBox, random }).filter((point) => distance(point) < FINE_REACH)
  const coarse = jittered(COUNTRY_SPACING, { box: COUNTY, random }).filter((point) => distance(point) >= FINE_REACH + 0.06)
  const settingOf = (point: PlanePoint): Site['setting'] => {
    if (!outline.isInside(fromPlane(point))) return 'outside'
    return distance(point) < 1 ? 'urban' : 'rural'
  }
  const asSite = (spacing: number) => (point: PlanePoint): Site => ({
    ...point,
    mass: spacing * spacing,
    setting: settingOf(point),
    bent: bend(point),
  })
  return [...fine.map(asSite(TOWN_SPACING)), ...coarse.map(asSite(COUNTRY_SPACING))]
}

type Box = { middle: PlanePoint; halfWidth: number; halfHeight: number }

/** Points of a square lattice shaken by up to a third of its spacing. */
function jittered(spacing: number, { box, random }: { box: Box; random: Random }): PlanePoint[] {
  const { middle, halfWidth, halfHeight } = box
  const shaken = () => (random() - 0.5) * spacing * 0.66
  const points: PlanePoint[] = []
  for (let y = -halfHeight; y < halfHeight; y += spacing) {
    for (let x = -halfWidth; x < halfWidth; x += spacing) {
      points.push({ x: middle.x + x + shaken(), y: middle.y + y + shaken() })
    }
  }
  return points
}

/** Two sizes of smooth displacement; weak enough never to fold the plane. */
function createBend(): (point: PlanePoint) => PlanePoint {
  const [east, north, eastFine, northFine] = [11, 12, 13, 14].map(createNoise) as [Noise, Noise, Noise, Noise]
  return ({ x, y }) => ({
    x: x + 600 * east(x / 4000, y / 4000) + 180 * eastFine(x / 1300, y / 1300),
    y: y + 600 * north(x / 4000, y / 4000) + 180 * northFine(x / 1300, y / 1300),
  })
}

type Noise = ReturnType<typeof createNoise>

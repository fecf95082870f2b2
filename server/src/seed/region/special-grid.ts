import type { GridRecord } from '@xiangli/shared/region/divisions'
import { sideOf, ringsOf, toPosition } from '@xiangli/shared/region/geometry'
import type { Area, LatticePoint } from '@xiangli/shared/region/geometry'
import { mintGrid, villageIdOf } from './mint'

/** Corners of a block of about 270 by 180 metres, a little askew, around its middle. */
const BLOCK: readonly LatticePoint[] = [[-1400, -1000], [1500, -700], [1400, 1000], [-1500, 700]]

type Surroundings = { basic: readonly GridRecord[]; community: Area }

/** A specialised grid (专属网格), such as a market or a school, across the basic grids of a community. */
export function buildSpecialGrid(villageCode: string, { basic, community }: Surroundings): GridRecord {
  const borders = ringsOf(community)
  const fits = (middle: LatticePoint) =>
    blockAround(middle).every((corner) => sideOf(corner, borders) === 'inside')
  const middle = meetingPoints(basic).find(fits)
  if (!middle) throw new Error('the community has no room for the specialised grid')
  const ring = blockAround(middle).map(toPosition)
  return {
    ...mintGrid(villageCode, basic.length + 1),
    name: '专属网格',
    kind: 'special',
    setting: 'urban',
    villageId: villageIdOf(villageCode),
    centre: toPosition(middle),
    polygon: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
    households: 0,
  }
}

const blockAround = ([x, y]: LatticePoint): LatticePoint[] => BLOCK.map(([dx, dy]) => [x + dx, y + dy])

/** Vertices shared by three or more grids. */
function meetingPoints(grids: readonly GridRecord[]): LatticePoint[] {
  const meetings = new Map<string, number>()
  for (const point of grids.flatMap(({ polygon }) => ringsOf(polygon).flat())) {
    meetings.set(String(point), (meetings.get(String(point)) ?? 0) + 1)
  }
  return grids
    .flatMap(({ polygon }) => ringsOf(polygon).flat())
    .filter((point) => meetings.get(String(point))! >= 3)
}

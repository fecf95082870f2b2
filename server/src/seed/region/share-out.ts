import { divide } from './divide'
import type { Mesh } from './mesh'
import * as plan from './plan'
import { planeOfPosition } from './plane'
import type { PlanePoint } from './plane'
import { createRandom } from './random'
import type { Random } from './random'
import type { DivisionRow } from './read-data'
import { middleThenClockwise, southWesternmost } from './village-order'

/** One basic grid to be: the 12-digit code of its village, and its sites. */
export type GridShare = { villageCode: string; setting: 'urban' | 'rural'; members: number[] }

type Context = { mesh: Mesh; rows: readonly DivisionRow[]; random: Random }
type Share = { code: string; members: number[] }

/** Towns, then villages, then grids: each division lies wholly inside the one above. */
export function shareOut(mesh: Mesh, rows: readonly DivisionRow[]): GridShare[] {
  const context: Context = { mesh, rows, random: createRandom(20230630) }
  const rural = townsOf(context).flatMap((town) => villagesOf(context, town))
  const urban = communitiesOf(context)
  return [...gridsOfCommunities(context, urban), ...gridsOfVillages(context, rural)]
}

const membersIn = ({ mesh }: Context, setting: string): number[] =>
  mesh.sites.flatMap((site, i) => (site.setting === setting ? [i] : []))

const codesUnder = ({ rows }: Context, parent: string): DivisionRow[] =>
  rows.filter((row) => row.level === 'village' && row.parent.startsWith(parent))

/** A town grows with its villages, a little less than in proportion. */
function townsOf(context: Context): Share[] {
  const codes = Object.keys(plan.townSeats)
  const parts = divide({
    ...context,
    members: membersIn(context, 'rural'),
    shares: codes.map((code) => codesUnder(context, code).length + 3),
    seats: Object.values(plan.townSeats).map(planeOfPosition),
  })
  return codes.map((code, i) => ({ code, members: parts[i]! }))
}

function villagesOf(context: Context, { code: townCode, members }: Share): Share[] {
  const rows = codesUnder(context, townCode)
  const parts = divide({ ...context, members, shares: rows.map(() => 0.7 + 0.6 * context.random()) })
  const places = middleThenClockwise(context.mesh, parts)
  // In the middle lies the village the town is named after, at the south-western edge the farm.
  const namesake = rows.find((row) => row.name === nameInTheMiddle(context, townCode))
  const farm = rows.find((row) => row.code === plan.FARM_COMMUNITY_CODE)
  const fixed: Share[] = []
  if (namesake) fixed.push({ code: namesake.code, members: places.shift()! })
  if (farm) fixed.push({ code: farm.code, members: places.splice(southWesternmost(context.mesh, places), 1)[0]! })
  const others = rows.filter((row) => row !== namesake && row !== farm)
  return [...fixed, ...others.map((row, i) => ({ code: row.code, members: places[i]! }))]
}

/** 玉都镇 → 玉都村民委员会, whether or not there is one. */
function nameInTheMiddle({ rows }: Context, townCode: string): string {
  const town = rows.find((row) => row.level === 'town' && row.code.startsWith(townCode))
  return `${town?.name.slice(0, -1)}村民委员会`
}

function communitiesOf(context: Context): Share[] {
  const centre = planeOfPosition(plan.urbanArea.centre)
  const codes = Object.keys(plan.communitySeats)
  const seats = Object.values(plan.communitySeats).map(([east, north]): PlanePoint => ({ x: centre.x + east, y: centre.y + north }))
  const parts = divide({ ...context, members: membersIn(context, 'urban'), shares: codes.map(() => 1), seats })
  return codes.map((code, i) => ({ code, members: parts[i]! }))
}

/** Urban grids are spread evenly; what does not divide goes to the first communities. */
function gridsOfCommunities(context: Context, communities: readonly Share[]): GridShare[] {
  const grids = plan.URBAN_GRIDS - plan.FARM_COMMUNITY_GRIDS
  const least = Math.floor(grids / communities.length)
  return communities.flatMap((community, i) =>
    gridsOf(context, community, { setting: 'urban', count: least + (i < grids % communities.length ? 1 : 0) }),
  )
}

/** Every village is one grid; the largest ones are two, until the county's number is reached. */
function gridsOfVillages(context: Context, villages: readonly Share[]): GridShare[] {
  const ordinary = villages.filter((village) => village.code !== plan.FARM_COMMUNITY_CODE)
  const mass = ({ members }: Share) => members.reduce((sum, i) => sum + context.mesh.sites[i]!.mass, 0)
  const bySize = ordinary.toSorted((a, b) => mass(b) - mass(a))
  const divided = new Set(bySize.slice(0, plan.RURAL_GRIDS - ordinary.length))
  return villages.flatMap((village) =>
    village.code === plan.FARM_COMMUNITY_CODE
      ? gridsOf(context, village, { setting: 'urban', count: plan.FARM_COMMUNITY_GRIDS })
      : gridsOf(context, village, { setting: 'rural', count: divided.has(village) ? 2 : 1 }),
  )
}

type Splitting = { setting: GridShare['setting']; count: number }

function gridsOf(context: Context, village: Share, { setting, count }: Splitting): GridShare[] {
  const shares = Array.from({ length: count }, () => 0.85 + 0.3 * context.random())
  const parts = divide({ ...context, members: village.members, shares })
  return parts.map((members) => ({ villageCode: village.code, setting, members }))
}

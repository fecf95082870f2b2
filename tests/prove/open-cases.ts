import { buildSubmitted, Cases, chargeFor, locateCase, addPlaces, type CaseDoc } from '../../server/src/modules/casework'
import { placeOf, regionById, regionsTouching } from '../../server/src/modules/region'
import { createDice, type Dice } from '../../server/src/seed/people/dice'
import { complaint } from '@xiangli/shared/complaint/case-type'
import type { Point } from '@xiangli/shared/core/fields'
import { DAY } from '@xiangli/shared/core/time'
import { ulid } from 'ulid'
import type { Town } from '@xiangli/server/testing'

const BATCH = 5_000
/** Villages are small: most of what happens lies within half a kilometre of the middle of a grid. */
const SPREAD = 0.01
const UNSORTED_SHARE = 0.4
const DAYS = 25

const SAID = {
  power: ['停电了，从早上到现在', '村口路灯不亮，晚上看不见路', '电压低，水泵带不动', '家里没电两天了', '变压器响得厉害'],
  water: ['停水三天了', '水管漏水，路上都是', '水渠盖板断了', '自来水小得很'],
  road: ['路面塌了个坑', '桥头护栏倒了', '通社路积水，车陷住了', '井盖没了，危险'],
  rubbish: ['垃圾点好几天没拉', '污水流到路上，臭得很', '沟口有人倒建筑垃圾'],
  farming: ['果树虫害厉害', '农机坏在地里'],
} as const
type Kind = keyof typeof SAID
const KINDS = Object.keys(SAID) as Kind[]

export interface Spot {
  point: Point
  category: Kind
  words: string
}

export const draftIn = (dice: Dice, centres: readonly Point[]): Spot => {
  const centre = dice.pick(centres)
  const category = dice.pick(KINDS)
  const away = (): number => (dice.next() - 0.5) * SPREAD
  const point: Point = [centre[0] + away(), centre[1] + away()]
  // Beyond the county's border nobody asks: the middle of the grid instead.
  return { point: placeOf(point) ? point : centre, category, words: dice.pick(SAID[category]) }
}

/** The middle of every grid of the county. */
export const centresOf = (): Point[] => regionsTouching({ west: 100, south: 30, east: 115, north: 40 }, 'grid').flatMap((id) => {
    const centre = regionById(id)?.centre as unknown as Point | undefined
    return centre ? [centre] : []
  })

/** So many cases that nobody has finished, spread over the county as its grids are, with their rows of places. */
export const fillOpenCases = async (town: Town, count: number): Promise<{ centres: Point[]; dice: Dice; ids: string[] }> => {
  const dice = createDice(count)
  const centres = centresOf()
  const charge = await chargeFor(locateCase({ point: town.here.point }), new Date())
  const ids: string[] = []
  const makeAt = (at: number): CaseDoc => {
    const { point, category, words } = draftIn(dice, centres)
    const receivedAt = new Date(Date.now() - dice.between(0, DAYS * DAY))
    const id = ulid(receivedAt.getTime())
    ids.push(id)
    const origin = { serial: `测26-${at}`, requesterId: `r${at % 5_000}`, requesterName: '李**', words, photoFileIds: [], receivedAt }
    const sorted = dice.chance(UNSORTED_SHARE) ? null : category
    return buildSubmitted({ id, county: town.county, type: complaint, category: sorted, located: locateCase({ point }), charge, origin }).record
  }
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => makeAt(from + n))
    await Promise.all([Cases.addMany(batch), addPlaces(batch)])
  }
  return { centres, dice, ids }
}

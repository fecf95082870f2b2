import type { StatsRow } from '@xiangli/shared/stats/contract'
import { FEWEST_SHOWN } from '@xiangli/shared/casework/satisfaction'
import { counts, figureNamed, figuresFor, NOWHERE, nowhereLabels, type FigureKey, type Way } from '@xiangli/shared/stats/figures'
import { defineQuery, type Context } from '../../../core/operation'
import { regionName, unitById } from '../../region'
import { Changed, Facts, Gathered } from '../fact.model'
import { namesOfRows } from '../row-names'
import { mayReadOpinions } from '../opinions'
import { fieldOf, viewOf, type View } from '../view'

interface Cell {
  kind: string
  outcome: string
  dimension: string
  count: number
  minutes: number
}

const cellsOf = async ({ filter, index, region }: View, by: Way): Promise<Cell[]> => {
  const groups = await Facts.aggregate<{ _id: Pick<Cell, 'kind' | 'outcome' | 'dimension'>; count: number; minutes: number }>(
    [{ $match: filter }, { $group: { _id: { kind: '$kind', outcome: '$outcome', dimension: `$${fieldOf(by, region)}` }, count: { $sum: 1 }, minutes: { $sum: '$minutes' } } }],
    { hint: index },
  )
  return groups.map(({ _id, ...rest }) => ({ ..._id, ...rest }))
}

const meanOf = (cells: readonly Cell[], kind: 'answered' | 'held'): number | undefined => {
  const own = cells.filter((cell) => cell.kind === kind)
  const count = own.reduce((sum, cell) => sum + cell.count, 0)
  return count === 0 ? undefined : Math.round(own.reduce((sum, cell) => sum + cell.minutes, 0) / count)
}

const sumOf = (cells: readonly Cell[], key: FigureKey): number =>
  cells.filter((cell) => counts(figureNamed(key), cell)).reduce((sum, { count }) => sum + count, 0)

interface Drawn {
  figures: readonly FigureKey[]
  showsAll: boolean
}

const rowOf = (about: Pick<StatsRow, 'key' | 'name' | 'isWhole'>, cells: readonly Cell[], { figures, showsAll }: Drawn): StatsRow => {
  const asked = cells.filter(({ kind }) => kind === 'calledBack').reduce((sum, { count }) => sum + count, 0)
  const isShown = (key: FigureKey): boolean => !figureNamed(key).isOpinion || showsAll || asked >= FEWEST_SHOWN
  const [meanMinutes, meanOwnMinutes] = [meanOf(cells, 'answered'), meanOf(cells, 'held')]
  return {
    ...about,
    counts: Object.fromEntries(figures.filter(isShown).map((key) => [key, sumOf(cells, key)])),
    ...(meanMinutes === undefined ? {} : { meanMinutes }),
    ...(meanOwnMinutes === undefined ? {} : { meanOwnMinutes }),
  }
}

const rowsOf = (ctx: Context, view: View, { by, cells }: { by: Way; cells: readonly Cell[] }): StatsRow[] => {
  const drawn = { figures: figuresFor({ by, unitId: view.unitId }), showsAll: mayReadOpinions(ctx) }
  const present = new Set(cells.map(({ dimension }) => dimension))
  const rows = namesOfRows(view.region, by, present).map(({ key, name }) => rowOf({ key, name, isWhole: false }, cells.filter(({ dimension }) => dimension === key), drawn))
  const nowhere = by !== 'unit' && present.has(NOWHERE) ? [rowOf({ key: NOWHERE, name: nowhereLabels[by], isWhole: false }, cells.filter(({ dimension }) => dimension === NOWHERE), drawn)] : []
  // The whole of a place says what came in there as well, however it is taken apart.
  const figures = [...new Set([...drawn.figures, ...figuresFor({ by: 'place', unitId: view.unitId })])]
  const whole = rowOf({ key: view.region.id, name: view.unitId ? (unitById(view.unitId)?.name ?? '') : regionName(view.region.id), isWhole: true }, cells, { ...drawn, figures })
  return [whole, ...rows, ...nowhere]
}

/** Everything of a period in one pass along one index; each number exact, as of what has been taken in. */
export const show = defineQuery('stats.show', async (ctx, asked) => {
  const view = viewOf(ctx, asked)
  const [cells, [oldest], gathered] = await Promise.all([cellsOf(view, asked.by), Changed.list({}, { sort: { since: 1 }, limit: 1 }), Gathered.one({ _id: ctx.county })])
  const { id: regionId, level } = view.region
  return {
    period: asked.period,
    place: { regionId, name: regionName(regionId), level },
    ...(view.unitId ? { unit: { unitId: view.unitId, name: unitById(view.unitId)?.name ?? '' } } : {}),
    by: asked.by,
    asOf: (oldest?.since ?? ctx.now).toISOString(),
    isGathering: !gathered?.isDone,
    items: rowsOf(ctx, view, { by: asked.by, cells }),
  }
})

import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Colour } from '@xiangli/shared/casework/states'
import { barsOf } from '@xiangli/shared/core/scope'
import { defineQuery, type Context } from '../../../core/operation'
import { notBarred } from '../../../core/within'
import { childrenOf, departments, regionById } from '../../region'
import { boundedCount } from '../bounded-count'
import { Cases } from '../case.model'
import { caseFilter, keysToRead, regionsToRead } from '../list-filter'

type Board = OutputOf<'casework.countBoard'>
type Row = Board['rows'][number]
type Line = Pick<Row, 'regionId' | 'unitId' | 'name' | 'isWhole'>

interface Asked {
  regionId?: string | undefined
  by: 'place' | 'unit'
}

/** A board is looked at by many and at every change: within this time they share one counting. */
const SHARED_MS = 2_000
/** One board per reader's place and way of looking; more than this is no county. */
const MOST_KEPT = 200

const shared = new Map<string, { at: number; board: Promise<Board> }>()

const linesIn = (regionId: string, by: Asked['by']): Line[] => {
  const whole = { regionId, name: regionById(regionId)?.shortName ?? '', isWhole: true }
  const parts = by === 'place'
    ? childrenOf(regionId).map(({ id, shortName }) => ({ regionId: id, name: shortName, isWhole: false }))
    : departments().map(({ id, name }) => ({ regionId, unitId: id, name, isWhole: false }))
  return [whole, ...parts]
}

/** Each cell is a stretch of `case_due` and stops at a thousand: the cost hangs on the rows of the board, not on what lies open. */
const counted = async (ctx: Context, line: Line): Promise<Row> => {
  const count = (about: { colour?: Exclude<Colour, 'none'>; states?: 'pending'[] }) =>
    boundedCount(Cases, { ...caseFilter(ctx, { mine: false, regionId: line.regionId, ...(line.unitId ? { unitId: line.unitId } : {}), ...about }, true), ...notBarred(ctx) }, 'case_due')
  const [red, yellow, green, pending] = await Promise.all([count({ colour: 'red' }), count({ colour: 'yellow' }), count({ colour: 'green' }), count({ states: ['pending'] })])
  return { ...line, red, yellow, green, pending }
}

const countAll = async (ctx: Context, { regionId, by }: Asked): Promise<Board> => {
  const rows = await Promise.all(regionsToRead(ctx, regionId).flatMap((each) => linesIn(each, by)).map((line) => counted(ctx, line)))
  return { at: ctx.now.toISOString(), rows }
}

export const countBoard = defineQuery('casework.countBoard', async (ctx, asked) => {
  // The keys are what the reader may see: whoever shares them shares the numbers.
  const key = JSON.stringify([ctx.county, keysToRead(ctx, asked.regionId), barsOf(ctx.actor), asked])
  const kept = shared.get(key)
  if (kept && performance.now() - kept.at < SHARED_MS) return kept.board
  const board = countAll(ctx, asked)
  if (shared.size >= MOST_KEPT) shared.clear()
  shared.set(key, { at: performance.now(), board })
  board.catch(() => shared.delete(key))
  return board
})

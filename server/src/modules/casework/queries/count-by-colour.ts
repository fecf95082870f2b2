import type { Filter } from 'mongodb'
import type { Colour } from '@xiangli/shared/casework/states'
import { defineQuery, type Context } from '../../../core/operation'
import { Cases, type CaseDoc } from '../case.model'
import { caseFilter } from '../list-filter'

/** Counting stops here: "1000+" tells as much and costs the same on any day. */
const MOST = 1000

const bounded = async (filter: Filter<CaseDoc>) => {
  const count = await Cases.count(filter, MOST + 1)
  return { count: Math.min(count, MOST), more: count > MOST }
}

export const countByColour = defineQuery('casework.countByColour', async (ctx: Context, { regionId, mine }) => {
  const count = (about: { colour?: Exclude<Colour, 'none'>; states?: CaseDoc['state'][] }) =>
    bounded(caseFilter(ctx, { mine, ...(regionId ? { regionId } : {}), ...about }, true))
  const [green, yellow, red, paused, pending] = await Promise.all([
    count({ colour: 'green' }),
    count({ colour: 'yellow' }),
    count({ colour: 'red' }),
    count({ colour: 'paused' }),
    count({ states: ['pending'] }),
  ])
  return { colours: { green, yellow, red, paused, none: { count: 0, more: false } }, pending, answered: paused }
})

import type { Colour } from '@xiangli/shared/casework/states'
import { defineQuery, type Context } from '../../../core/operation'
import { notBarred } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { boundedCount } from '../bounded-count'
import { caseFilter } from '../list-filter'

export const countByColour = defineQuery('casework.countByColour', async (ctx: Context, { regionId, mine }) => {
  const count = (about: { colour?: Exclude<Colour, 'none'>; states?: CaseDoc['state'][] }) =>
    boundedCount(Cases, { ...caseFilter(ctx, { mine, ...(regionId ? { regionId } : {}), ...about }, true), ...notBarred(ctx) })
  const [green, yellow, red, paused, pending] = await Promise.all([
    count({ colour: 'green' }),
    count({ colour: 'yellow' }),
    count({ colour: 'red' }),
    count({ colour: 'paused' }),
    count({ states: ['pending'] }),
  ])
  return { colours: { green, yellow, red, paused, none: { count: 0, more: false } }, pending, answered: paused }
})

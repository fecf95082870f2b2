import { defineQuery } from '../../../core/operation'
import { notBarred } from '../../../core/within'
import { boundedCount } from '../bounded-count'
import { supervisionFilter } from '../supervision-filter'
import { Supervisions } from '../supervision.model'

/** What my unit owes now; the menu shows it. */
export const countSupervisions = defineQuery('casework.countSupervisions', async (ctx, { regionId }) => {
  const filter = { ...supervisionFilter(ctx, { regionId, show: 'open', mine: true }), ...notBarred(ctx) }
  const [owed, late] = await Promise.all([boundedCount(Supervisions, filter), boundedCount(Supervisions, { ...filter, due: { $lte: ctx.now } })])
  return { owed, late }
})

import { dayAfter, dayOf, instantOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { postsAt, withoutSuspended } from '../../identity'
import { writePlan } from '../plan'
import { lockRoster, rosterId, Rosters } from '../roster.model'

/** A standing plan is kept so many days ahead. */
export const AHEAD_DAYS = 28

/** Goes on where the plan ended, or today if that lies behind; a past nobody planned stays as it was. */
export const extendPlan = defineCommand('duty.extendPlan', {
  run: async (ctx, roster) => {
    const { standing } = await lockRoster(roster)
    const today = dayOf(ctx.now)
    const to = dayAfter(today, AHEAD_DAYS)
    // Refused, not done as nothing: a row in the journal would use up the key before it is time.
    if (!standing || standing.plannedTo >= to) return fail('duty.badPeriod')
    const next = dayAfter(standing.plannedTo, 1)
    const from = next < today ? today : next
    const span = { from: instantOf(from, '00:00'), to: instantOf(dayAfter(to, 1), '00:00') }
    const posts = await withoutSuspended(await postsAt([roster.unitId], { ...span, people: standing.pattern.personIds }))
    const staying = standing.pattern.personIds.filter((id) => posts.some(({ accountId }) => accountId === id))
    ctx.record({ type: 'roster', id: rosterId(roster) })
    if (staying.length === 0) {
      // Everybody on the list has left: the plan ends, and the roster shows that nobody is planned.
      await Rosters.change({ _id: rosterId(roster) }, { $set: { standing: null } })
      return 0
    }
    const pattern = { ...standing.pattern, personIds: staying }
    const { added } = await writePlan({ ...roster, pattern, from, to, replaces: false }, ctx.now)
    await Rosters.change({ _id: rosterId(roster) }, { $set: { standing: { pattern, plannedTo: to } } })
    return added.length
  },
  present: (_ctx, added) => ({ added }),
  reload: async () => 0,
})

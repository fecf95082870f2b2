import { usualSlots } from '@xiangli/shared/duty/labels'
import type { Desk, Slot } from '@xiangli/shared/duty/shifts'
import { dayAfter, dayOf } from '@xiangli/shared/core/time'
import { setClock } from '../../core/clock'
import { execute } from '../../core/execute'
import { newId } from '../../core/ids'
import type { StaffMember } from '../organisation/staff'
import { CENTRE, committeeId, DISPATCH_ROOM, townshipId } from '../organisation/units'
import { places } from '../places'
import { asActor } from '../stories/uploads'

const KEEPERS = ['countyDispatcher', 'townDispatcher', 'villageSecretary']
const DAYS_BACK = 14
const DAYS_AHEAD = 28

interface Kept {
  unitId: string
  desk: Desk
  slots: readonly Slot[]
}

const wholeDay: Slot = { name: '全天', days: 'everyDay', from: '08:30', to: '08:30' }
const office: Slot = { name: '兜底', days: 'workdays', from: '08:30', to: '18:00' }

/** Where a visitor of the demo looks: the village and town of the stories, the dispatch room, the county centre and its fallback pool. */
const kept: readonly Kept[] = [
  { unitId: townshipId(places.town), desk: 'duty', slots: usualSlots },
  { unitId: DISPATCH_ROOM, desk: 'duty', slots: usualSlots },
  { unitId: CENTRE, desk: 'duty', slots: usualSlots },
  { unitId: CENTRE, desk: 'pool', slots: [office] },
  { unitId: committeeId(places.village), desk: 'duty', slots: [wholeDay] },
]

/** Planned two weeks ago and going on by themselves, so that a demo looked at weeks later still has somebody on duty. */
export const seedRosters = async (staff: readonly StaffMember[], now: Date): Promise<number> => {
  const began = new Date(now.getTime() - DAYS_BACK * 86_400_000)
  setClock(() => began)
  try {
    for (const each of kept) await plan(each, { staff, from: dayOf(began), to: dayAfter(dayOf(now), DAYS_AHEAD) })
  } finally {
    setClock(null)
  }
  return kept.length
}

const plan = async ({ unitId, desk, slots }: Kept, { staff, from, to }: { staff: readonly StaffMember[]; from: string; to: string }): Promise<void> => {
  const there = staff.filter(({ posts }) => posts.some((post) => post.unitId === unitId)).slice(0, 6)
  const keeper = there.find(({ posts }) => posts.some((post) => post.unitId === unitId && KEEPERS.includes(post.role)))
  if (!keeper) throw new Error(`nobody keeps the roster of ${unitId}`)
  const personIds = there.map(({ account }) => account._id)
  const actor = await asActor(keeper.account)
  const pattern = { slots: [...slots], personIds, hasBackup: true }
  await execute({ operation: 'duty.planShifts', input: { unitId, desk, pattern, from, to, goesOn: true }, actor, trace: newId() })
  await execute({ operation: 'duty.setPhoneList', input: { unitId, desk, rev: 0, personIds: personIds.slice(0, 4) }, actor, trace: newId() })
}

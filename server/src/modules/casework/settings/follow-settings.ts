import { limitsIn } from '@xiangli/shared/casework/case-type'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { whyNotAct } from '@xiangli/shared/casework/rules'
import { followedClock, yellowAgain } from '@xiangli/shared/casework/settings/follow'
import { fail, refuse } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { needCase, take } from '../act'
import type { CaseDoc } from '../case.model'
import { paceOf } from '../pace'
import { partiesFor } from '../parties'
import { typeAt, typeOf } from '../types'

/** What a version, and the yellow of today, make of a running case; null where it stands so already. */
export const followed = (record: CaseDoc, version: number | undefined, now: Date): Partial<CaseRecord> | null => {
  const isLater = version !== undefined && version > record.typeVersion && typeAt(record.type, version).version === version
  const type = isLater ? typeAt(record.type, version) : typeOf(record)
  const pace = { ...paceOf(type, record.grade), now }
  const yellow = yellowAgain(record, pace)
  if (!isLater) return yellow
  const clock = followedClock(record, { ...pace, limits: limitsIn(type, { grade: record.grade, category: record.category, isPool: !record.place.villageId }) })
  // The category once more, so that the department whose matter it now is finds it.
  return { ...yellow, ...clock, typeVersion: version, category: record.category }
}

const isLimitMoved = (record: CaseDoc, { redAt, acceptBy }: Partial<CaseRecord>): boolean =>
  [[redAt, record.redAt], [acceptBy, record.acceptBy]].some(([after, before]) => after !== undefined && after?.getTime() !== before?.getTime())

/** One running case under a later version: a step of its own, once. */
export const followSettings = defineCommand('casework.followSettings', {
  run: async (ctx, { caseId, version }) => {
    const record = await needCase(ctx, caseId)
    const set = followed(record, version, ctx.now) ?? fail('casework.nothingDue')
    refuse(whyNotAct(typeOf(record), record, { action: 'followSettings', parties: partiesFor(ctx.actor, record, 'followSettings'), now: ctx.now }))
    const isMoved = isLimitMoved(record, set)
    const type = set.typeVersion === undefined ? typeOf(record) : typeAt(record.type, set.typeVersion)
    await take(ctx, { record, type, step: { action: 'followSettings', event: isMoved ? 'casework.limitMoved' : 'casework.settingsFollowed', outcome: () => set } })
    return { done: true, isMoved }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ done: false, isMoved: false }),
})

import { colourOf } from '@xiangli/shared/casework/clock'
import { maskName } from '@xiangli/shared/registry/rules'
import { grantsOf, mayOn } from '@xiangli/shared/core/scope'
import { defineCommand, type Context } from '../../../core/operation'
import { regionById } from '../../region'
import { Cases, type CaseDoc } from '../case.model'
import type { CallerDoc } from '../intake/caller.model'
import { callerOfPhone, nameOfCaller } from '../intake/callers'
import { spotNames } from '../present/names'
import { summaryProjection, titleFor } from '../present/summary'

const SHOWN = 10
/** Read at most: the newest calls of a number that rings all day about other places hide older ones here. */
const LOOKED_THROUGH = 100

interface Found {
  caller: CallerDoc | null
  cases: CaseDoc[]
}

/** Only what the clerk could read anyway: a number typed in must not tell what its owner says elsewhere. */
const findBy = async (ctx: Context, phone: string): Promise<Found> => {
  ctx.scopeApplied = true
  const caller = await callerOfPhone(phone)
  if (!caller) return { caller, cases: [] }
  const newest = await Cases.list({ requesterId: caller._id }, { sort: { receivedAt: -1, _id: -1 }, limit: LOOKED_THROUGH, projection: summaryProjection })
  return { caller, cases: newest.filter(({ scopeKeys }) => mayOn(ctx.actor, ctx.operation, scopeKeys)).slice(0, SHOWN) }
}

const earlierOf = (ctx: Context, record: CaseDoc) => ({
  id: record._id,
  serial: record.serial,
  title: titleFor(record),
  state: record.state,
  colour: colourOf(record, ctx.now),
  villageName: spotNames(record).villageName,
  receivedAt: record.receivedAt.toISOString(),
})

const presentFound = (ctx: Context, { caller, cases }: Found) => {
  if (!caller || cases.length === 0) return { cases: [] }
  const name = nameOfCaller(caller)
  const villageName = caller.villageId ? regionById(caller.villageId)?.shortName : undefined
  return {
    caller: { name: name ? maskName(name) : (cases[0]?.requesterName ?? ''), ...(villageName ? { villageName } : {}) },
    cases: cases.map((record) => earlierOf(ctx, record)),
  }
}

/** A command although it only reads: who looked up whose number stays in the journal. */
export const findCaller = defineCommand('casework.findCaller', {
  run: async (ctx, { phone }) => {
    const found = await findBy(ctx, phone)
    // In the journal of the clerk's own place: those who answer for the clerk read it there.
    const [held] = grantsOf(ctx.actor, ctx.operation)
    ctx.record({ type: 'caller', id: found.caller?._id ?? 'unknown' }, held ? { regionPath: held.regionPath } : {})
    return found
  },
  present: presentFound,
  reload: (ctx, _target, { phone }) => findBy(ctx, phone),
})

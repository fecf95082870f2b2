import { limitsOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { pendingClock } from '@xiangli/shared/casework/clock'
import { startOf } from '@xiangli/shared/casework/names'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { commonParent, MOST_RETURNS, openArbitration, type Arbiter, type Returns } from '@xiangli/shared/casework/returns'
import { workingTime } from '../../calendar'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { parentUnit } from '../../region'
import type { CaseDoc } from '../case.model'
import { paceOf } from '../pace'
import { unitName } from '../present/names'
import { inUse, Responsibilities } from '../responsibility.model'
import { dispatchDesk, sentTo, servingUnit } from '../sending'
import { stepCommand } from '../step-command'
import { cross, shown } from './crossings'

/** 退单: cites whose duty it is; the second of one case, or one that names nobody, goes to the arbiter. */
export const returnCase = stepCommand('casework.returnCase', async (ctx, { responsibilityCode, reason }) => {
  const cited = responsibilityCode === null ? null : await citedBy(responsibilityCode)
  const basis = cited ? `依据：${cited.title}（${cited.basis}），应由${unitName(cited.unitId)}办` : '权责清单里没有单位管这件事'
  return {
    action: 'returnCase',
    event: 'casework.returned',
    outcome: (record, type) => {
      if (cited?.unitId === record.handler.unitId) fail('casework.ownResponsibility', { field: 'responsibilityCode' })
      return returned(ctx, { record, type, isNobodys: cited === null })
    },
    said: { words: `${basis}\n${reason}` },
  }
})

const citedBy = async (code: string) => (await Responsibilities.one({ code, ...inUse })) ?? fail('casework.unknownResponsibility', { field: 'responsibilityCode' })

interface Returning {
  record: CaseDoc
  type: CaseType
  isNobodys: boolean
}

const returned = (ctx: CommandContext, { record, type, isNobodys }: Returning): Partial<CaseRecord> => {
  const by = [...(record.returns?.by ?? []), record.handler.unitId]
  const arbiter = isNobodys || by.length >= MOST_RETURNS ? arbiterOver(by, type, ctx.now) : null
  const deskId = arbiter?.unitId ?? dispatchDesk(record)
  return {
    ...waitingAgain(record, type, ctx.now),
    ...handedTo(deskId, record, ctx.now),
    timeRequest: null,
    returns: { by, at: ctx.now, arbiter, isBound: false },
  }
}

/** Under supervision the owner, who owes the feedback, stays. */
const handedTo = (unitId: string, record: CaseDoc, now: Date): Partial<CaseRecord> => ({
  ...(record.supervision ? {} : { ownerUnitId: unitId }),
  handler: { unitId, personId: null, since: now },
})

/** The whole limit runs on from first submission; the desk that has it now has the usual time to take it on. */
const waitingAgain = (record: CaseDoc, type: CaseType, now: Date): Partial<CaseRecord> => {
  const limits = limitsOf(type, record.grade, record.category ?? undefined)
  return { acceptBy: pendingClock({ receivedAt: startOf(record), acceptFrom: now, limits, ...paceOf(type, record.grade) }).acceptBy }
}

/** 仲裁: the duty at the common parent of the units that do not agree. */
const arbiterOver = (unitIds: readonly string[], type: CaseType, now: Date): Arbiter => {
  const unitId = commonParent(unitIds, parentUnit) ?? fail('region.unknownUnit')
  return openArbitration({ unitId, isTop: !parentUnit(unitId), now, days: type.arbitrationDays, work: workingTime() })
}

/** 裁定: binding; the unit that gets it does not send it back. */
export const arbitrate = stepCommand('casework.arbitrate', (ctx, { unitId, reason }) => ({
  action: 'arbitrate',
  event: 'casework.arbitrated',
  outcome: (record, type) => {
    const unit = servingUnit(unitId, record.regionPath)
    const { handler, ownerUnitId } = sentTo(unit, { fromUnitId: unit.id, place: record.place, type, now: ctx.now })
    return {
      ...waitingAgain(record, type, ctx.now),
      ...(record.supervision ? {} : { ownerUnitId }),
      handler,
      returns: bound(record, ctx.now),
    }
  },
  said: { words: `由${unitName(unitId)}办。${reason}` },
}))

const bound = ({ returns }: CaseDoc, at: Date): Returns => ({ by: returns?.by ?? [], at, arbiter: null, isBound: true })

/** One working day without a decision: one level up, as with every other duty. At the top it stays listed. */
export const raiseArbitration = defineCommand('casework.raiseArbitration', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'raiseArbitration', event: 'casework.arbitrationRaised', outcome: raised }),
  ...shown,
})

const raised = (ctx: CommandContext, record: CaseDoc, type: CaseType): Partial<CaseRecord> => {
  const { returns } = record
  const unitId = returns?.arbiter ? parentUnit(returns.arbiter.unitId)?.id : undefined
  if (!returns || !unitId) return fail('casework.nothingDue')
  const arbiter = openArbitration({ unitId, isTop: !parentUnit(unitId), now: ctx.now, days: type.arbitrationDays, work: workingTime() })
  return { ...handedTo(unitId, record, ctx.now), returns: { ...returns, arbiter } }
}

import { categoryOf, limitsIn, type CaseType } from '@xiangli/shared/casework/case-type'
import { pendingClock, stoppedClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { parentUnit } from '../../region'
import { take } from '../act'
import { Cases, type CaseDoc } from '../case.model'
import { cross, shown } from '../commands/crossings'
import { receiptOf } from '../intake/filed-receipt'
import { keptAt, locatedBy, locatedNow } from '../locating'
import { paceOf } from '../pace'
import { chargeFor, type Located } from '../routing'
import { riskAfter } from '../risk'
import { typeNamed, typeOf } from '../types'
import { needReport } from './desk'
import { presentReports } from './present'

type Admitting = ParsedOf<'casework.admit'>

/** Whoever looks at it may place it anywhere in the county, as a clerk may who takes a call: being told to send it on is how things get lost. */
const placeOf = ({ place }: Admitting, record: CaseDoc): Located =>
  place ? locatedBy(place, record, record.about ?? null) : keptAt(locatedNow(record), record.about ?? null)

/** From here on it is a case like any other: the whole limit runs from its first submission, the time to accept from now. */
const admitted = async (ctx: CommandContext, input: Admitting, { record, type }: { record: CaseDoc; type: CaseType }): Promise<Partial<CaseRecord>> => {
  if (input.category && !categoryOf(type, input.category)) fail('casework.unknownCategory', { field: 'category' })
  if (input.category && categoryOf(typeNamed(record.type), input.category)?.isRetired) fail('casework.categoryRetired', { field: 'category' })
  const category = input.category ?? record.category
  const grade = input.grade ?? (input.category ? categoryOf(type, input.category)?.grade : undefined) ?? record.grade
  const { place, regionPath } = placeOf(input, record)
  const limits = limitsIn(type, { grade, category, isPool: !place.villageId })
  return {
    triage: null,
    admittedAt: ctx.now,
    category,
    grade,
    ...(input.category ? riskAfter(record, category, ctx.now) : {}),
    ...(input.summary ? { title: input.summary } : {}),
    place: input.place ? { ...place, byId: ctx.actor.id } : place,
    regionPath,
    ...(await chargeFor({ place, regionPath }, ctx.now, record.about ?? null)),
    ...pendingClock({ receivedAt: record.receivedAt, acceptFrom: ctx.now, limits, ...paceOf(type, grade) }),
  }
}

/** 核实后收下. Two who look at once meet at the revision: one takes it in, the other hears that somebody was quicker. */
export const admit = defineCommand('casework.admit', {
  run: async (ctx, input): Promise<CaseDoc> => {
    const record = await needReport(ctx, { ...input, action: 'admit' })
    const type = typeOf(record)
    const outcome = () => admitted(ctx, input, { record, type })
    return take(ctx, { record, type, step: { action: 'admit', event: 'casework.admitted', outcome, said: { words: input.note } } })
  },
  present: receiptOf,
  reload: (_ctx, target) => Cases.need({ _id: target.id }),
})

/** 核实后不收: it keeps its keys and is in nobody's list or figure, ever. */
export const turnAway = defineCommand('casework.turnAway', {
  run: async (ctx, { reason, ...aim }): Promise<CaseDoc> => {
    const record = await needReport(ctx, { ...aim, action: 'turnAway' })
    const outcome = ({ triage }: CaseDoc): Partial<CaseRecord> =>
      triage ? { ...stoppedClock, closedAt: ctx.now, reason, asked: null, triage: { ...triage, turnedAwayAt: ctx.now } } : {}
    return take(ctx, { record, type: typeOf(record), step: { action: 'turnAway', event: 'casework.turnedAway', outcome, said: { words: reason } } })
  },
  present: async (ctx, record) => (await presentReports(ctx, [record]))[0]!,
  reload: (_ctx, target) => Cases.need({ _id: target.id }),
})

/** 过了核实时限: the desk above has it as well from now on, and it stays red until somebody has looked. */
export const raiseTriage = defineCommand('casework.raiseTriage', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'raiseTriage', event: 'casework.triageRaised', outcome: raised }),
  ...shown,
})

const raised = ({ now }: CommandContext, { triage, handler }: CaseDoc): Partial<CaseRecord> => {
  if (!triage) return {}
  const deskId = parentUnit(triage.deskId)?.id ?? triage.deskId
  return { triage: { ...triage, deskId, raisedAt: now }, ownerUnitId: deskId, handler: deskId === handler.unitId ? handler : { unitId: deskId, personId: null, since: now } }
}

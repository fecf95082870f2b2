import type { CaseType } from '@xiangli/shared/casework/case-type'
import { standingClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { signBy, type Signing } from '@xiangli/shared/casework/signing'
import { afterAnswer } from '@xiangli/shared/casework/supervision'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { grantsOf } from '@xiangli/shared/core/scope'
import { workingTime } from '../../calendar'
import type { Step } from '../act'
import { Cases, type CaseDoc } from '../case.model'
import { paceOf } from '../pace'
import { unpaused } from '../pausing'
import { needsSignature } from '../signing/signing.model'
import { stepCommand } from '../step-command'
import { readFromTemplate } from '../templates'
import { cross, shown } from './crossings'

interface Given {
  words: string
  photoFileIds: string[]
  byId: string
  at: Date
}

/** The clock stands until the requester has looked. */
const answered = (record: CaseDoc, type: CaseType, { given, by }: { given: Given; by?: { signedById: string } | { isUnsigned: true } }): Partial<CaseRecord> => ({
  ...stillFor(record, type, given.at),
  ...(record.supervision ? { supervision: afterAnswer(record.supervision, { now: given.at, work: workingTime(), days: type }) } : {}),
  ...(record.signing ? { signing: null } : {}),
  timeRequest: null,
  asked: null,
  answer: { ...given, ownerUnitId: record.ownerUnitId, ...by },
  answeredAt: given.at,
})

/** What was left when a pause began is what is left now. */
const stillFor = (record: CaseDoc, type: CaseType, now: Date) => ({
  ...standingClock(record.redAt, { now, time: paceOf(type, record.grade).time }),
  ...(record.pause ? { remainingMinutes: record.remainingMinutes, ...unpaused(record, type, now) } : {}),
})

const isHeadOf = (ctx: CommandContext, unitId: string): boolean => grantsOf(ctx.actor, 'casework.signAnswer').some((held) => held.unitId === unitId)

/** In whose hands it is; whether this person may know of the case at all is for the step to say. */
const handlingUnit = async (caseId: string): Promise<string | undefined> =>
  (await Cases.one({ _id: caseId }, { projection: { 'handler.unitId': 1 } }))?.handler.unitId

/** Sent at once; or, where the unit's head signs what its people answer, put before them while every limit runs on. */
export const answer = stepCommand('casework.answer', async (ctx, { caseId, words, photoFileIds, fromTemplate }) => {
  const said = { words, photoFileIds, ...(await readFromTemplate(words, fromTemplate, 'words')) }
  const unitId = await handlingUnit(caseId)
  const isSigned = unitId !== undefined && !isHeadOf(ctx, unitId) && (await needsSignature(unitId))
  const given = { words, photoFileIds, at: ctx.now, byId: ctx.actor.id }
  if (isSigned) return reported(ctx, { unitId, ...given, ...(said.fromTemplate ? { fromTemplate: said.fromTemplate } : {}) })
  return { action: 'answer', event: 'casework.answered', outcome: (record, type) => answered(record, type, { given }), said }
})

/** Written anew it waits no longer than it did: the day to sign is the first one's. Its words and photos are kept from the timeline. */
const reported = (ctx: CommandContext, signing: Omit<Signing, 'due'>): Step => ({
  action: 'reportAnswer',
  judgedAs: 'answer',
  event: 'casework.answerReported',
  outcome: (record, type) => {
    if (record.handler.unitId !== signing.unitId) fail('core.staleRevision')
    return { signing: { ...signing, due: record.signing?.due ?? signBy(workingTime().endOfDay(ctx.now, type.headSignDays), { redAt: record.redAt, now: ctx.now }) } }
  },
  claims: { photoFileIds: signing.photoFileIds },
})

const saidIn = ({ words, photoFileIds, fromTemplate }: Signing): NonNullable<Step['said']> => ({ words, photoFileIds, ...(fromTemplate ? { fromTemplate } : {}) })
const givenIn = ({ words, photoFileIds, byId }: Signing, at: Date): Given => ({ words, photoFileIds, byId, at })

const waiting = async (caseId: string): Promise<Signing | null> => (await Cases.one({ _id: caseId }, { projection: { signing: 1 } }))?.signing ?? null

/** What was read is what is signed: written anew meanwhile, it is looked at again. */
const isStill = (record: CaseDoc, signing: Signing | null): Signing =>
  record.signing && signing && record.signing.at.getTime() === signing.at.getTime() ? record.signing : fail('core.staleRevision')

/** 签字: the answer goes out as it was written, with the head's name. */
export const signAnswer = stepCommand('casework.signAnswer', async (ctx, { caseId }) => {
  const signing = await waiting(caseId)
  return {
    action: 'signAnswer',
    event: 'casework.answered',
    outcome: (record, type) => answered(record, type, { given: givenIn(isStill(record, signing), ctx.now), by: { signedById: ctx.actor.id } }),
    claims: { photoFileIds: [] },
    ...(signing ? { said: saidIn(signing) } : {}),
  }
})

export const refuseAnswer = stepCommand('casework.refuseAnswer', (_ctx, { reason }) => ({
  action: 'refuseAnswer',
  event: 'casework.answerRefused',
  outcome: () => ({ signing: null }),
  said: { words: reason },
}))

/** 未签: nobody waits longer because nobody signed. */
export const sendUnsigned = defineCommand('casework.sendUnsigned', {
  run: async (ctx, { caseId }) => {
    const signing = await waiting(caseId)
    return cross(ctx, caseId, {
      action: 'sendUnsigned',
      event: 'casework.answered',
      outcome: (_ctx, record, type) => answered(record, type, { given: givenIn(isStill(record, signing), ctx.now), by: { isUnsigned: true } }),
      ...(signing ? { said: saidIn(signing) } : {}),
    })
  },
  ...shown,
})

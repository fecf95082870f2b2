import { MOST_TRIES, nextCall, whyNotTry, type CallResult } from '@xiangli/shared/casework/call-back'
import { limitsOf } from '@xiangli/shared/casework/case-type'
import { reopenedClock } from '@xiangli/shared/casework/clock'
import { afterNotFixed } from '@xiangli/shared/casework/hearing'
import { callEndLabels } from '@xiangli/shared/casework/labels'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { whyNotAct } from '@xiangli/shared/casework/rules'
import { workingTime } from '../../calendar'
import { fail, refuse } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { needCase, take, type Step } from '../act'
import type { CaseDoc } from '../case.model'
import { notFixedEvent, notFixedOutcome } from '../not-fixed'
import { paceOf } from '../pace'
import { partiesFor } from '../parties'
import { presentCase } from '../present/view'
import { stepCommand } from '../step-command'
import { typeOf } from '../types'
import { cross, shown } from './crossings'

/** 列入回访: the row of the round that has fallen due; (case, round) is unique. */
export const openCallBack = defineCommand('casework.openCallBack', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'openCallBack', event: 'casework.callBackOpened', outcome: opened }),
  ...shown,
})

const opened = (ctx: CommandContext, record: CaseDoc): Partial<CaseRecord> => {
  const call = nextCall(record, typeOf(record), workingTime()) ?? fail('casework.nothingDue')
  const round = (record.calledFor?.round ?? 0) + 1
  return { calledFor: { for: call.for, round }, callBack: { id: newId(ctx.now), round, kind: call.kind, due: call.due, tries: 0, triedAt: null } }
}

interface Said {
  caseId: string
  rev?: number | undefined
  words?: string | undefined
}

/** The case with an open round, if this actor may settle it now. */
const needCalled = async (ctx: CommandContext, { caseId, rev }: Said, action: 'recordCallBack' | 'answerCallBack'): Promise<CaseDoc> => {
  const record = await needCase(ctx, caseId)
  const parties = partiesFor(ctx.actor, record, action)
  if (rev !== undefined && rev !== record.rev) fail('core.staleRevision', { details: { rev: record.rev } })
  if (action === 'recordCallBack' && parties.has('dispatcher') && !parties.has('centre')) fail('casework.callOwnWork')
  refuse(whyNotAct(typeOf(record), record, { action, parties, now: ctx.now }))
  return record
}

/** Said by whoever was asked: it goes on one level up, or to a hearing; after a hearing it is written down. */
const notFixedStep = (ctx: CommandContext, record: CaseDoc, { action, words }: { action: 'recordCallBack' | 'answerCallBack'; words: string | undefined }): Step => {
  const said = { words: `${callEndLabels.notFixed}${words ? `：${words}` : ''}` }
  const call = { end: 'notFixed' as const, words }
  if (afterNotFixed(record, typeOf(record)) === 'noted') return { action, event: 'casework.calledBack', outcome: () => ({ callBack: null }), said, call }
  return { action: 'notFixed', event: notFixedEvent, outcome: (current, type) => notFixedOutcome(current, type, ctx.now), said, call }
}

const calledStep = (ctx: CommandContext, record: CaseDoc, { result, words }: { result: CallResult; words: string | undefined }): Step => {
  if (result === 'notFixed') return notFixedStep(ctx, record, { action: 'recordCallBack', words: words ?? fail('casework.wordsNeeded', { field: 'words' }) })
  const said = { words: `${callEndLabels[result]}${words ? `：${words}` : ''}` }
  const callBack = record.callBack!
  if (result !== 'noReply') return { action: 'recordCallBack', event: 'casework.calledBack', outcome: () => ({ callBack: null }), said, call: { end: result, words } }
  refuse(whyNotTry(callBack, ctx.now))
  const tries = callBack.tries + 1
  const isLast = tries >= MOST_TRIES
  return {
    action: 'recordCallBack',
    event: 'casework.calledBack',
    outcome: () => ({ callBack: isLast ? null : { ...callBack, tries, triedAt: ctx.now } }),
    said,
    call: isLast ? { end: 'noReply', words } : {},
  }
}

/** 记回访: of two clerks, or a clerk and the requester, the second meets the first's revision. */
export const recordCallBack = defineCommand('casework.recordCallBack', {
  run: async (ctx, input) => {
    const record = await needCalled(ctx, input, 'recordCallBack')
    return take(ctx, { record, type: typeOf(record), step: calledStep(ctx, record, { result: input.result, words: input.words }) })
  },
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
})

/** 修好的还好用吗: the requester says it without being called. */
export const answerCallBack = defineCommand('casework.answerCallBack', {
  run: async (ctx, input) => {
    const record = await needCalled(ctx, input, 'answerCallBack')
    const step: Step = input.isFixed
      ? { action: 'answerCallBack', event: 'casework.callBackAnswered', outcome: () => ({ callBack: null }), said: { words: input.words }, call: { end: 'fixed', words: input.words } }
      : notFixedStep(ctx, record, { action: 'answerCallBack', words: input.words })
    return take(ctx, { record, type: typeOf(record), step })
  },
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
})

/** 听证会开过了: from then on it is worked on by what was agreed, on half its limit. */
export const holdHearing = stepCommand('casework.holdHearing', (ctx, { words }) => ({
  action: 'holdHearing',
  event: 'casework.hearingHeld',
  outcome: (record, type) => ({
    ...(record.hearing ? { hearing: { ...record.hearing, heldAt: ctx.now, heldById: ctx.actor.id } } : {}),
    ...reopenedClock({ now: ctx.now, share: type.reopenShare, limits: limitsOf(type, record.grade, record.category ?? undefined), ...paceOf(type, record.grade) }),
  }),
  said: { words },
}))

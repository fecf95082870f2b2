import { stoppedClock } from '@xiangli/shared/casework/clock'
import type { HandedAction } from '@xiangli/shared/casework/names'
import { fail } from '../../../core/fail'
import type { CommandDefinition } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { requesterSteps } from '../requester-steps'
import { asReporter } from '../sealed/acting'
import { handIn, type HandedInput } from '../sealed/hand-in'
import { stepCommand } from '../step-command'

type OwnStep<A extends HandedAction> = CommandDefinition<`casework.${A}`, CaseDoc, undefined>

/** Of a sealed case the step is laid down under its pseudonym, and taken later. */
const orHandedIn = <A extends HandedAction>(action: A, step: OwnStep<A>): OwnStep<A> => ({
  ...step,
  actingAs: (ctx, input) => asReporter(ctx, input as HandedInput),
  run: (ctx, input, prepared) => (ctx.behind ? handIn(ctx, action, input as HandedInput) : step.run(ctx, input, prepared)),
})

export const withdraw = orHandedIn('withdraw', stepCommand('casework.withdraw', requesterSteps.withdraw))

/** 撤销代为反映: it was filed for somebody who does not want it. */
export const disown = stepCommand('casework.disown', (ctx, { reason }) => ({
  action: 'disown',
  event: 'casework.disowned',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason, asked: null, answer: null, answeredAt: null }),
  said: { words: reason },
}))

export const supplement = orHandedIn('supplement', stepCommand('casework.supplement', (ctx, came) => {
  if (!came.words && !came.voiceFileId && came.photoFileIds.length === 0) fail('casework.nothingSaid', { field: 'words' })
  return requesterSteps.supplement(ctx, came)
}))

export const rate = orHandedIn('rate', stepCommand('casework.rate', requesterSteps.rate))

export const reopen = orHandedIn('reopen', stepCommand('casework.reopen', requesterSteps.reopen))

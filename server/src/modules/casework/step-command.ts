import type { CommandName, ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { defineCommand, type CommandContext, type CommandDefinition } from '../../core/operation'
import { act, needCase, type Step } from './act'
import type { CaseDoc } from './case.model'
import { presentCase } from './present/view'

type StepCommand = Exclude<Extract<CommandName, `casework.${string}`>, NotSteps>
/** Commands that answer with something else than the case, or are more than one step of it. */
type NotSteps =
  | 'casework.submit' | 'casework.fileForCaller' | 'casework.findCaller' | 'casework.ringDutyDesk' | 'casework.revealRing' | 'casework.endRing'
  | 'casework.publish' | 'casework.unpublish' | 'casework.follow' | 'casework.unfollow'
  | 'casework.rebind' | 'casework.reopenFromOutside'
  | 'casework.merge' | 'casework.join' | 'casework.leave'
  | 'casework.openCallBack' | 'casework.recordCallBack' | 'casework.answerCallBack' | 'casework.saveTemplate'
  | 'casework.revealRequester' | 'casework.warn' | 'casework.callBackup' | 'casework.escalate' | 'casework.endPause' | 'casework.recount' | 'casework.closeUnrated'
  | 'casework.raiseArbitration' | 'casework.tellLate' | 'casework.reportResult'
type StepInput<N extends StepCommand> = ParsedOf<N> & { caseId: string; rev?: number | undefined }

/** A command that is one step of a case: what differs between them is only the step. */
export const stepCommand = <N extends StepCommand>(
  name: N,
  stepOf: (ctx: CommandContext, input: StepInput<N>) => Step | Promise<Step>,
): CommandDefinition<N, CaseDoc, undefined> =>
  defineCommand<N, CaseDoc>(name, {
    run: async (ctx, input) => {
      const aimed = input as StepInput<N>
      return act(ctx, { caseId: aimed.caseId, rev: aimed.rev }, await stepOf(ctx, aimed))
    },
    // Every step answers with the case as this actor sees it now; the contract says the same shape.
    present: (ctx, record) => presentCase(ctx, record) as Promise<CaseView> as never,
    reload: (ctx, target) => needCase(ctx, target.id),
  })

import type { CommandName, OutputOf, ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { defineCommand, type CommandContext, type CommandDefinition } from '../../core/operation'
import { act, needCase, type Step } from './act'
import type { CaseDoc } from './case.model'
import { presentCase } from './present/view'

/** Commands on one case that answer with the case. */
type StepCommand = {
  [N in Extract<CommandName, `casework.${string}`>]: ParsedOf<N> extends { caseId: string } ? (OutputOf<N> extends CaseView ? N : never) : never
}[Extract<CommandName, `casework.${string}`>]
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

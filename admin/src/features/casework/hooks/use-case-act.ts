import { useQueryClient } from '@tanstack/react-query'
import type { CommandName, InputOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { queryKey } from '../../../services/use-query'
import { useCommands } from '../../../services/use-command'

export type CaseCommand =
  | 'casework.accept' | 'casework.route' | 'casework.assign' | 'casework.handle'
  | 'casework.ask' | 'casework.answer' | 'casework.decline' | 'casework.giveUp' | 'casework.disown' | 'casework.unmerge'
  | 'casework.publish' | 'casework.unpublish'
  | 'casework.askTime' | 'casework.grantTime' | 'casework.refuseTime' | 'casework.resume'
  | 'casework.fileFeedback' | 'casework.signResult' | 'casework.signAnswer' | 'casework.refuseAnswer' | 'casework.listForSupervision' | 'casework.takeCharge'
  | 'casework.holdHearing' | 'casework.setRisk' | 'casework.release'
  | 'casework.returnCase' | 'casework.arbitrate' | 'casework.whistle' | 'casework.arrive' | 'casework.reportResult' | 'casework.waiveCalled'

type Rest<N extends CommandName> = Omit<InputOf<N>, 'caseId' | 'rev'>

export type CaseAct = ReturnType<typeof useCaseAct>

/** Acts on the case as it is shown: if it has moved on meanwhile, nothing is done and the new state is loaded. */
export function useCaseAct(shown: CaseView) {
  const client = useQueryClient()
  const commands = useCommands()
  const isOfCases = ({ queryKey: [operation] }: { queryKey: readonly unknown[] }) => String(operation).startsWith('casework.')

  const act = async <N extends CaseCommand>(operation: N, input: Rest<N>): Promise<boolean> => {
    const asked = { ...input, caseId: shown.id, rev: shown.rev } as unknown as InputOf<N>
    const done = (await commands.run(operation, asked)) as CaseView | { done: boolean } | null
    // Whoever reported has left the case: there is nothing more of it to show.
    if (done && 'timeline' in done) client.setQueryData(queryKey('casework.getCase', { caseId: shown.id }), done)
    // A refusal may mean that somebody was faster: either way the screen must tell the truth.
    void client.invalidateQueries({ predicate: isOfCases })
    return done !== null
  }
  return { act, isBusy: commands.isBusy, failure: commands.failure, clear: commands.clear }
}

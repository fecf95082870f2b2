import { useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { useCommands } from '../../../services/use-command'

/** Making cases one and taking one out again; whatever came of it, every list and page of cases is asked anew. */
export function useMerge() {
  const client = useQueryClient()
  const commands = useCommands()
  const refresh = () => void client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => String(operation).startsWith('casework.') })
  const run = async (call: () => Promise<unknown>): Promise<boolean> => {
    const done = await call()
    refresh()
    return done !== null
  }
  return {
    isBusy: commands.isBusy,
    failure: commands.failure,
    clear: commands.clear,
    merge: (input: InputOf<'casework.merge'>) => run(() => commands.run('casework.merge', input)),
    unmerge: (input: InputOf<'casework.unmerge'>) => run(() => commands.run('casework.unmerge', input)),
  }
}

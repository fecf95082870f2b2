import type { CommandName, InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import { CallError } from '@xiangli/shared/catalog/call'
import { useRef, useState } from 'react'
import { ulid } from 'ulid'
import { insist } from './call'

type Attempt = { key: string; body: string }

/**
 * Runs commands of one place on a page. The key is made at the click; if nothing is known about the outcome
 * and the person presses again with the same words, the same key goes out and nothing happens twice.
 */
export function useCommands() {
  const unknown = useRef<Attempt | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)

  const run = async <N extends CommandName>(operation: N, input: InputOf<N>): Promise<OutputOf<N> | null> => {
    const body = JSON.stringify([operation, input])
    const attempt = unknown.current?.body === body ? unknown.current : { key: ulid(), body }
    setBusy(true)
    setFailure(null)
    try {
      const output = await insist(operation, input, attempt.key)
      unknown.current = null
      return output
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      unknown.current = error.isTransient ? attempt : null
      setFailure(error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy, failure, clear: () => setFailure(null) }
}

/** One command by its operation's name; input and answer are typed by the contract. */
export function useCommand<N extends CommandName>(operation: N) {
  const commands = useCommands()
  return { ...commands, run: (input: InputOf<N>) => commands.run(operation, input) }
}

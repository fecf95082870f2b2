import type { CommandName, InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import { execute } from './execute'
import { AppError } from './fail'
import { newId } from './ids'
import { log } from './log'

interface How {
  county: string
  /** Makes a repeat harmless where the command itself is not. */
  key?: string
}

/** A timetable's command: through the same door as a person's, hence journalled. */
export const runSystemCommand = async <N extends CommandName>(operation: N, input: InputOf<N>, { county, key }: How): Promise<OutputOf<N>> => {
  const actor = { kind: 'system', id: 'timetable', county } as const
  const { output } = await execute({ operation, input, actor, key, trace: newId() })
  return output as OutputOf<N>
}

/**
 * One thing of a job's list, keyed so that two runs meeting at it do it once; false when it was refused.
 * One that fails does not keep the others waiting: done or changed meanwhile by hand (409), or held by
 * another writer, who may have died a moment ago (busy), it is looked at again by the next run if it is
 * still due. Only a database that is away ends the run.
 */
export const runDue = async <N extends CommandName>(operation: N, input: InputOf<N>, how: Required<How>): Promise<boolean> => {
  try {
    await runSystemCommand(operation, input, how)
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'core.unavailable') throw error
    if (error.status !== 409 && error.status !== 503) log.error({ operation, key: how.key, code: error.code }, 'not done by the timetable')
    return false
  }
}

import type { CommandName, InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import { execute } from './execute'
import { newId } from './ids'

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

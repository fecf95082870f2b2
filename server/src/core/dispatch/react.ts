import { setTimeout as wait } from 'node:timers/promises'
import type { CommandReaction, Occurred, Reaction } from '../module'
import { withAmbient } from '../context'
import { isDatabaseAway } from '../database'
import { execute } from '../execute'
import { AppError } from '../fail'
import { newId } from '../ids'
import { collection, type Stored } from '../collection'
import type { JournalDoc } from '../journal'
import { describeError, log } from '../log'
import { metrics } from '../metrics'
import { allReactions } from '../registry'
import type { Turns } from './turns'

const TRIES = 10
const LONGEST_WAIT_MS = 3_000

/** Reactions given up on, kept for a person to look at. */
interface ParkedDoc extends Stored {
  at: Date
  rowId: string
  event: string
  reaction: string
  error: string
}

export const Parked = collection<ParkedDoc>({
  name: 'parked_reactions',
  indexes: [{ name: 'parked_at', key: { county: 1, at: -1 } }],
})

/** Runs every reaction to every event of one journal row; resolves when each is done or parked. A try waits for its turn. */
export const reactTo = async (row: JournalDoc, inTurn: Turns): Promise<void> => {
  for (const [index, event] of (row.events ?? []).entries()) {
    for (const reaction of allReactions()) {
      if (reaction.on.includes(event.name)) await persist({ reaction, occurred: { event, row }, index }, inTurn)
    }
  }
}

interface Due {
  reaction: Reaction
  occurred: Occurred
  index: number
}

const persist = async (due: Due, inTurn: Turns): Promise<void> => {
  const { row, event } = due.occurred
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      await inTurn(() => withAmbient({ county: row.county }, () => once(due)))
      return
    } catch (error) {
      // The database being away is nobody's fault and must not use up the tries.
      if (isAway(error)) throw error
      const about = { row: row._id, event: event.name, reaction: due.reaction.name, attempt, error: describeError(error) }
      if (attempt === TRIES) return park(due, about.error.message)
      log.warn(about, 'reaction tried again')
      await wait(Math.min(LONGEST_WAIT_MS, 20 * 2 ** attempt))
    }
  }
}

const isAway = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof AppError && (error.code === 'core.unavailable' || error.code === 'core.busy'))

const once = async ({ reaction, occurred, index }: Due): Promise<void> => {
  if (reaction.kind === 'signal') return reaction.act(occurred)
  return runAsCommand(reaction, { occurred, index })
}

/** The key makes a repeat harmless: the same event never makes the same command run twice. */
const runAsCommand = async (reaction: CommandReaction, { occurred, index }: { occurred: Occurred; index: number }): Promise<void> => {
  const decided = await reaction.decide(occurred)
  if (!decided) return
  const { row } = occurred
  await execute({
    operation: decided.operation,
    input: decided.input,
    actor: { kind: 'system', id: 'dispatcher', county: row.county },
    key: `${row._id}.${index}:${reaction.name}`,
    trace: row.trace,
  }).catch(passOverDone)
}

/** The key stands with another input: it was done when it happened, and what was decided then holds. */
const passOverDone = (error: unknown): void => {
  if (!(error instanceof AppError) || error.code !== 'core.keyReused') throw error
}

const park = async ({ reaction, occurred: { row, event } }: Due, error: string): Promise<void> => {
  metrics.parkedEvents.inc()
  log.error({ row: row._id, event: event.name, reaction: reaction.name, trace: row.trace }, 'reaction parked after ten tries')
  const parked = { _id: newId(), county: row.county, at: new Date(), rowId: row._id, event: event.name, reaction: reaction.name, error }
  await withAmbient({ county: row.county }, () => Parked.add(parked))
}

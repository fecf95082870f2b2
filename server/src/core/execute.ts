import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { contracts } from '@xiangli/shared/catalog/contracts'
import type { Actor } from '@xiangli/shared/core/actor'
import { now as clock } from './clock'
import { withAmbient } from './context'
import { isDatabaseAway } from './database'
import { describeError, log } from './log'
import { AppError, fail } from './fail'
import { gate } from './gate'
import { noteBegun, noteEnded } from './in-flight'
import { metrics } from './metrics'
import { networkOf } from './network'
import { newId } from './ids'
import type { AnyCommand, AnyOperation, AnyQuery, Attachment, Context } from './operation'
import { checkAnswer, checkRefusal, parseInput } from './parse'
import { limitRate } from './rate-limit'
import { keepRefusal } from './refusals'
import { operationNamed } from './registry'
import { runCommand } from './run-command'

export interface Call {
  operation: string
  input: unknown
  actor: Actor
  /** Idempotency key, made by the client at the tap. */
  key?: string | undefined
  trace: string
  attachment?: Attachment | undefined
  /** Network address, for those not signed in. */
  address?: string | undefined
}

export interface Executed {
  output: unknown
  /** The command had been done before; the record was presented again and nothing ran. */
  isReplay: boolean
}

/**
 * The one way in for HTTP, sockets, cron and tests:
 * rate limit → role gate → parse → prepare → transaction(run, journal row) → present.
 */
export const execute = async (call: Call): Promise<Executed> => {
  const started = performance.now()
  const operation = call.operation as OperationName
  let outcome = 'done'
  noteBegun(call.actor.kind)
  try {
    return await withAmbient({ county: call.actor.county }, () => through(call))
  } catch (error) {
    const refusal = asRefusal(error, call)
    outcome = refusal.code
    await keepRefusal(call, refusal)
    throw refusal
  } finally {
    noteEnded(call.actor.kind)
    const known = operationNamed(call.operation) ? operation : 'unknown'
    metrics.operations.observe({ operation: known, outcome }, (performance.now() - started) / 1000)
  }
}

const through = async (call: Call): Promise<Executed> => {
  const definition = operationNamed(call.operation)
  if (!definition) return fail('core.unknownOperation')
  const address = call.address && networkOf(call.address)
  await limitRate(call.actor, address)
  gate(call.actor, definition.name)
  const input = parseInput(definition.name, call.input)
  const sent: Context = {
    operation: definition.name,
    actor: call.actor,
    county: call.actor.county,
    now: clock(),
    trace: call.trace,
    ...(address ? { address } : {}),
    scopeApplied: false,
  }
  const ctx = await underPseudonym(definition, sent, input)
  if (definition.kind === 'query') return { output: await runQuery(definition, ctx, input), isReplay: false }
  return runCommand({ definition: definition as AnyCommand, ctx, input, call })
}

/** The trace is made anew as well: the client's runs through everything else its person did. */
const underPseudonym = async (definition: AnyOperation, sent: Context, input: unknown): Promise<Context> => {
  const { actor: behind } = sent
  if (behind.kind !== 'person') return sent
  const actor = await definition.actingAs?.(sent, input as never)
  return actor ? { ...sent, actor, behind, trace: newId(sent.now) } : sent
}

const runQuery = async (definition: AnyQuery, ctx: Context, input: unknown): Promise<unknown> => {
  const output = await definition.run(ctx, input as never)
  const contract = contracts[definition.name]
  if (contract.kind === 'query' && contract.scope === 'staff' && !ctx.scopeApplied) {
    throw new Error(`${definition.name} answered without applying the reader's scope`)
  }
  checkAnswer(definition.name, output)
  return output
}

/** What a person may know of an error; the rest goes to the log under the same trace id. */
const asRefusal = (error: unknown, call: Call): AppError => {
  if (error instanceof AppError) {
    checkRefusal(call.operation, error)
    return error
  }
  log.error({ trace: call.trace, operation: call.operation, error: describeError(error) }, 'unexpected')
  return isDatabaseAway(error) ? new AppError('core.unavailable', { retryAfterSeconds: 5 }) : new AppError('core.unexpected')
}

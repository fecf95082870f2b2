import { createHash } from 'node:crypto'
import { contracts } from '@xiangli/shared/catalog/contracts'
import { isBar } from '@xiangli/shared/core/scope'
import { MINUTE } from '@xiangli/shared/core/time'
import type { AnyCommand, CommandContext, Context, Emitted, Target } from './operation'
import { announce, announceDoubt, ORIGIN } from './announce'
import { duplicateIndexOf } from './collection'
import { AppError, fail } from './fail'
import { newId } from './ids'
import { describeError, log } from './log'
import { Journal, journalKeysOf, KEY_INDEX, partitionOf, type JournalDoc } from './journal'
import { checkAnswer } from './parse'
import { services } from './services'
import { inTransaction } from './transaction'
import { spendWrite } from './write-budget'
import type { Call, Executed } from './execute'

interface Run {
  definition: AnyCommand
  ctx: Context
  input: unknown
  call: Call
}

/** What one attempt said about itself; made anew for every attempt. */
interface Noted {
  targets: Target[]
  events: Emitted[]
  regionPath?: string
  reason?: string
  bars: string[]
}

/** Told when the journal row itself met another writer: a twin with the same key is in flight. */
interface Attempts {
  prepared: unknown
  digest: string
  metTwin: boolean
  /** Of the latest attempt that came as far as its journal row. */
  events: readonly Emitted[]
}

const KEY_FORMAT = /^[\w.:-]{8,128}$/

export const runCommand = async (run: Run): Promise<Executed> => {
  const { definition, ctx, input, call } = run
  if (call.key !== undefined && !KEY_FORMAT.test(call.key)) fail('core.badKey')
  const digest = digestOf(run)
  const attempts: Attempts = { prepared: undefined, digest, metTwin: false, events: [] }
  let giveBack: Awaited<ReturnType<typeof spendWrite>> | undefined
  try {
    giveBack = await spendWrite(ctx.behind ?? ctx.actor, definition.name)
    const preparing = contextFor(run, { targets: [], events: [], bars: [] })
    attempts.prepared = await definition.prepare?.(preparing, input as never)
    const done = await inTransaction(() => attempt(run, attempts))
    announce(attempts.events)
    const output = await definition.present(ctx, done)
    checkAnswer(definition.name, output)
    return { output, isReplay: false }
  } catch (error) {
    if (!(error instanceof AppError) && attempts.events.length > 0) announceDoubt()
    await giveBack?.()
    await discard(run, attempts.prepared)
    return replayOr(run, error, attempts)
  }
}

/** Of everything that was sent: another file under the same key is another request. */
const digestOf = ({ definition, input, call }: Run): string => {
  const file = call.attachment ? createHash('sha256').update(call.attachment.bytes).digest('base64url') : ''
  return services().vault.inputDigest(`${JSON.stringify(input)}${file}`, definition.name)
}

/** What is left lying is swept later; it must not hide why the command failed. */
const discard = async ({ definition, ctx }: Run, prepared: unknown): Promise<void> => {
  if (prepared === undefined) return
  await definition.discard?.(prepared).catch((error: unknown) => {
    log.warn({ trace: ctx.trace, operation: definition.name, error: describeError(error) }, 'leftovers not discarded')
  })
}

const contextFor = ({ ctx, call }: Run, noted: Noted): CommandContext => ({
  ...ctx,
  ...(call.attachment ? { attachment: call.attachment } : {}),
  emit: (event) => void noted.events.push(event),
  record: (target, about) => {
    noted.targets.push(target)
    if (about?.regionPath) noted.regionPath = about.regionPath
    if (about?.reason) noted.reason = about.reason
    if (about?.scopeKeys) noted.bars.push(...about.scopeKeys.filter(isBar))
  },
})

const attempt = async (run: Run, attempts: Attempts): Promise<unknown> => {
  attempts.metTwin = false
  attempts.events = []
  const noted: Noted = { targets: [], events: [], bars: [] }
  const done = await run.definition.run(contextFor(run, noted), run.input as never, attempts.prepared)
  attempts.metTwin = true
  await Journal.add(journalRow(run, { noted, digest: attempts.digest }))
  attempts.metTwin = false
  attempts.events = noted.events
  return done
}

const journalRow = ({ definition, ctx, call }: Run, { noted, digest }: { noted: Noted; digest: string }): JournalDoc => {
  const id = newId(ctx.now)
  const [first] = noted.targets
  return {
    _id: id,
    county: ctx.county,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    operation: definition.name,
    key: call.key ?? id,
    digest,
    scopeKeys: [...journalKeysOf(ctx.county, noted.regionPath), ...new Set(noted.bars)],
    targets: noted.targets,
    outcome: 'done',
    trace: ctx.trace,
    origin: ORIGIN,
    ...(noted.reason ? { reason: noted.reason } : {}),
    ...(noted.events.length > 0 ? { events: noted.events, partition: partitionOf(first?.id ?? id) } : {}),
  }
}

const RETRY_MS = 10 * MINUTE

/** Repeating a look at unmasked data is a retry for a while; after that it is a new look, and needs its own row. */
const isAnotherLook = ({ definition, ctx }: Run, row: JournalDoc): boolean => {
  const contract = contracts[definition.name]
  return contract.kind === 'command' && contract.sensitive === true && ctx.now.getTime() - row.at.getTime() > RETRY_MS
}

const isBelieved = ({ believed = [] }: AnyCommand, error: unknown): boolean => error instanceof AppError && believed.includes(error.code)

/**
 * Any failure of a keyed command may be the echo of its first success: the journal is asked before
 * the failure is believed. A replay presents the record to this actor; it never executes.
 */
const replayOr = async (run: Run, error: unknown, { digest, metTwin }: Attempts): Promise<Executed> => {
  const { definition, ctx, call, input } = run
  if (call.key === undefined || isBelieved(definition, error)) throw error
  const row = await Journal.one({ actorId: ctx.actor.id, operation: definition.name, key: call.key })
  if (!row) {
    const isTwin = metTwin && (duplicateIndexOf(error) === KEY_INDEX || (error instanceof AppError && error.code === 'core.busy'))
    throw isTwin ? new AppError('core.inFlight', { retryAfterSeconds: 2 }) : error
  }
  if (row.digest !== digest || isAnotherLook(run, row)) fail('core.keyReused')
  const [target] = row.targets
  if (!target) throw new Error(`${definition.name} recorded no target to present again`)
  const done = await definition.reload(ctx, target, input as never)
  return { output: await definition.present(ctx, done), isReplay: true }
}


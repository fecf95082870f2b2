import type { CommandName, OperationName, OutputOf, ParsedOf, QueryName } from '@xiangli/shared/catalog/contracts'
import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import type { EventName } from '@xiangli/shared/catalog/events'
import type { Actor, PersonActor } from '@xiangli/shared/core/actor'

/** Who hears of an event: these persons, and staff who may read it by these keys with this operation. */
export interface Audience {
  persons?: string[]
  staff?: { operation: OperationName; scopeKeys: string[] }
}

export interface Target {
  type: string
  id: string
  rev?: number
}

export interface Emitted extends Audience {
  name: EventName
  id: string
  rev: number
}

export interface Attachment {
  bytes: Buffer
}

/** What every operation is handed. */
export interface Context {
  operation: OperationName
  actor: Actor
  county: string
  now: Date
  trace: string
  /** Network address of the caller, for throttling only. */
  address?: string
  /** Told once the reader's scope was applied; a staff query that never asks is refused in tests. */
  scopeApplied: boolean
  /** Who stands behind a pseudonym, for what they alone may be told or charged; never written down. */
  behind?: PersonActor
}

export interface CommandContext extends Context {
  attachment?: Attachment
  emit(event: Emitted): void
  /** What the journal row is about; the first target is re-presented on a replay. From the record's own keys the row takes who may not read it. */
  record(target: Target, about?: { regionPath?: string; reason?: string; scopeKeys?: readonly string[] }): void
}

/**
 * Under which name an operation is done, where that is not the sender's own: journal, history, events and
 * the key of a retry carry the pseudonym, so a repeat must come to the same one.
 */
export type ActingAs<N extends OperationName> = (ctx: Context, input: ParsedOf<N>) => Promise<PersonActor | undefined>

export interface CommandDefinition<N extends CommandName, D, P> {
  kind: 'command'
  name: N
  actingAs?: ActingAs<N>
  /** Outside the transaction: network, file work, point location. Runs once per request. */
  prepare?: (ctx: CommandContext, input: ParsedOf<N>) => Promise<P>
  /** load → authorise on the record → pure rule → write → emit. May run more than once. */
  run: (ctx: CommandContext, input: ParsedOf<N>, prepared: P) => Promise<D>
  /** After the commit. */
  present: (ctx: Context, done: D) => OutputOf<N> | Promise<OutputOf<N>>
  /** Loads what `present` needs again for a replay, as this actor may see it now. */
  reload: (ctx: Context, target: Target, input: ParsedOf<N>) => Promise<D>
  /** Refusals that are never the echo of an earlier success: for them no replay is looked up. */
  believed?: readonly ErrorCode[]
  /** Undoes what `prepare` left outside the database when `run` did not take it. */
  discard?: (prepared: P) => Promise<void>
}

export interface QueryDefinition<N extends QueryName> {
  kind: 'query'
  name: N
  actingAs?: ActingAs<N>
  run: (ctx: Context, input: ParsedOf<N>) => Promise<OutputOf<N>>
}

export const defineCommand = <N extends CommandName, D, P = undefined>(
  name: N,
  definition: Omit<CommandDefinition<N, D, P>, 'kind' | 'name'>,
): CommandDefinition<N, D, P> => ({ kind: 'command', name, ...definition })

export const defineQuery = <N extends QueryName>(name: N, run: QueryDefinition<N>['run'], actingAs?: ActingAs<N>): QueryDefinition<N> => ({
  kind: 'query',
  name,
  run,
  ...(actingAs ? { actingAs } : {}),
})

// The registry holds definitions of every name and shape; execute re-joins name, input and output.
export type AnyCommand = CommandDefinition<CommandName, unknown, unknown>
export type AnyQuery = QueryDefinition<QueryName>
export type AnyOperation = AnyCommand | AnyQuery

import { createHash } from 'node:crypto'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { Actor } from '@xiangli/shared/core/actor'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { collection, type Stored } from './collection'
import type { Emitted, Target } from './operation'

export const PARTITIONS = 16

/**
 * One insert-only row per command, in the command's transaction. It is the audit trail, the
 * idempotency record and the outbox at once, because each further row costs throughput.
 */
export interface JournalDoc extends Stored {
  at: Date
  actorKind: Actor['kind']
  actorId: string
  operation: OperationName
  key: string
  /** HMAC of the parsed input: tells a replay from a reused key without keeping what was said. */
  digest: string
  scopeKeys: string[]
  targets: Target[]
  outcome: 'done'
  trace: string
  /** The process that wrote it; see announce. */
  origin: string
  reason?: string
  events?: Emitted[]
  /** Dispatch partition of the first target; rows of one record stay in order. */
  partition?: number
}

export const KEY_INDEX = 'journal_key'

export const Journal = collection<JournalDoc>({
  name: 'journal',
  indexes: [
    { name: KEY_INDEX, key: { county: 1, actorId: 1, operation: 1, key: 1 }, unique: true },
    { name: 'journal_scope', key: { county: 1, scopeKeys: 1, _id: -1 } },
    { name: 'journal_target', key: { county: 1, 'targets.id': 1, _id: -1 } },
    { name: 'journal_at', key: { at: 1 } },
  ],
})

/** Refused attempts at sensitive operations: what, by whom, why; never the input. */
export interface RefusalDoc extends Stored {
  at: Date
  actorId: string
  operation: OperationName
  code: string
  trace: string
}

const HALF_YEAR_SECONDS = 183 * 86_400

export const Refusals = collection<RefusalDoc>({
  name: 'refusals',
  indexes: [
    { name: 'refusals_actor', key: { county: 1, actorId: 1, at: -1 } },
    { name: 'refusals_expiry', key: { at: 1 }, expireAfterSeconds: HALF_YEAR_SECONDS },
  ],
})

export const partitionOf = (aggregate: string): number =>
  createHash('sha256').update(aggregate).digest().readUInt16BE(0) % PARTITIONS

export const journalKeysOf = (county: string, regionPath: string | undefined): string[] =>
  regionPath ? ancestorsOf(regionPath) : [county]

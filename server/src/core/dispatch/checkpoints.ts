import { randomUUID } from 'node:crypto'
import type { ResumeToken } from 'mongodb'
import { collection, type Stored } from '../collection'
import { PARTITIONS } from '../journal'

/** How far one partition of the journal has been reacted to, and which process holds it. */
interface CheckpointDoc extends Stored {
  token?: ResumeToken
  /** When the token was saved; a lost token means a re-scan from an hour before. */
  at?: Date
  leaseBy?: string
  leaseUntil?: Date
}

/** Belongs to no county: dispatch follows the journal of all. */
export const SYSTEM = 'system'

export const Checkpoints = collection<CheckpointDoc>({ name: 'dispatch_checkpoints', indexes: [] })

const LEASE_MS = 15_000
const ids = Array.from({ length: PARTITIONS }, (_, partition) => `p${partition}`)

export const newHolder = (): string => `${process.pid}-${randomUUID()}`

/** Takes what is free and renews what is held; compare-and-set on the lease, so two never hold one. */
export const leasePartitions = async (holder: string, now: Date): Promise<CheckpointDoc[]> => {
  const until = new Date(now.getTime() + LEASE_MS)
  const held: CheckpointDoc[] = []
  for (const id of ids) {
    const free = { _id: id, $or: [{ leaseBy: holder }, { leaseUntil: { $lt: now } }] }
    const taken = await Checkpoints.change(free, { $set: { leaseBy: holder, leaseUntil: until } })
    if (taken) held.push(taken)
    else if (await addFirst(id, { holder, until, now })) held.push({ _id: id, county: SYSTEM, at: now })
  }
  return held
}

/** Its time is noted from the first moment, so that a crash before the first save is scanned over, too. */
const addFirst = async (id: string, { holder, until, now }: { holder: string; until: Date; now: Date }): Promise<boolean> => {
  if (await Checkpoints.one({ _id: id })) return false
  return Checkpoints.add({ _id: id, county: SYSTEM, at: now, leaseBy: holder, leaseUntil: until }).then(
    () => true,
    () => false,
  )
}

export interface Share {
  holder: string
  partitions: readonly number[]
}

/**
 * Saved only after every reaction up to the token is done; only on what is still held, and of that only
 * on what this stream followed: a partition taken over meanwhile stands where its last holder left it.
 */
export const saveCheckpoint = ({ holder, partitions }: Share, token: ResumeToken, at: Date): Promise<number> =>
  Checkpoints.changeMany({ _id: { $in: partitions.map((partition) => `p${partition}`) }, leaseBy: holder }, { $set: { token, at } })

export const releasePartitions = (holder: string): Promise<number> =>
  Checkpoints.changeMany({ leaseBy: holder }, { $set: { leaseUntil: new Date(0) } })

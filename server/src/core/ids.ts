import { randomFillSync } from 'node:crypto'
import { monotonicFactory } from 'ulid'

const BYTES = 256
const pool = Buffer.alloc(4_096)
let used = pool.length

/** An id takes sixteen random letters; asked for one at a time they cost more than a parsed request. */
const random = (): number => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 1
  return pool.readUInt8(used - 1) / BYTES
}

const next = monotonicFactory(random)

/** A ULID; increasing within this process, so that `_id` order is creation order here. */
export const newId = (at: Date = new Date()): string => next(at.getTime())

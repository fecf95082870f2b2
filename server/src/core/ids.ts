import { monotonicFactory } from 'ulid'

const next = monotonicFactory()

/** A ULID; increasing within this process, so that `_id` order is creation order here. */
export const newId = (at: Date = new Date()): string => next(at.getTime())

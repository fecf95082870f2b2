import { setTimeout as wait } from 'node:timers/promises'
import type { ChangeStreamDocument, ChangeStreamOptions, Document } from 'mongodb'
import { database, isDatabaseAway } from './database'
import { nextOf, operationTime } from './dispatch/follow'
import { describeError, log } from './log'

type Change = ChangeStreamDocument<Document & { _id: string }>

interface Watch {
  names: readonly string[]
  skipInsertsOf: readonly string[]
  onChange: (change: Change) => void
  /** Changes may have been missed. */
  onGap: () => void
}

const stops: (() => Promise<void>)[] = []
/**
 * Follows changes of a few collections to keep memory true; starts again by itself. Who waits for the
 * answer before reading misses nothing between what was read and what is told.
 */
export const watchCollections = (watch: Watch): Promise<void> => {
  const state = { isStopping: false }
  let tellBegun = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve
  })
  const place: Place = { from: undefined }
  const follow = async (): Promise<void> => {
    for (let isAgain = false; !state.isStopping; isAgain = true) {
      try {
        // From this moment on nothing is missed; only what lies before it has to be made good.
        const isNew = place.from === undefined
        place.from ??= { startAtOperationTime: await operationTime() }
        if (isNew && isAgain) watch.onGap()
        tellBegun()
        await readChanges(watch, { place, isStopping: () => state.isStopping })
      } catch (error) {
        log.warn({ error: describeError(error) }, 'watch interrupted')
        if (!isDatabaseAway(error)) place.from = undefined
        await wait(500)
      }
    }
  }
  const running = follow()
  stops.push(async () => {
    state.isStopping = true
    await running
  })
  return begun
}

/** Where to go on: an interruption that the set's log still covers leaves no gap. */
interface Place {
  from: ChangeStreamOptions | undefined
}

interface Reading {
  place: Place
  isStopping: () => boolean
}

const readChanges = async ({ names, skipInsertsOf, onChange }: Watch, { place, isStopping }: Reading): Promise<void> => {
  const stages = [
    { $match: { 'ns.coll': { $in: [...names] }, $nor: [{ 'ns.coll': { $in: [...skipInsertsOf] }, operationType: 'insert' }] } },
  ]
  const stream = database().watch<Document & { _id: string }, Change>(stages, { ...place.from, fullDocument: 'updateLookup', maxAwaitTimeMS: 300 })
  try {
    while (!isStopping()) {
      // A dropped database ends the stream, which from then on answers at once that nothing came.
      if (stream.closed) throw new Error('the stream was ended by a drop')
      const change = await nextOf(stream)
      if (change) onChange(change)
      place.from = { resumeAfter: stream.resumeToken }
    }
  } finally {
    await stream.close().catch(() => undefined)
  }
}

export const stopWatching = async (): Promise<void> => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
}

import type { ChangeStreamDocument, Document } from 'mongodb'
import { database } from './database'
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
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Follows changes of a few collections to keep memory true; starts again by itself. */
export const watchCollections = (watch: Watch): void => {
  const state = { isStopping: false }
  const follow = async (): Promise<void> => {
    while (!state.isStopping) {
      await readChanges(watch, () => state.isStopping).catch(async (error: unknown) => {
        log.warn({ error: describeError(error) }, 'watch interrupted')
        watch.onGap()
        await wait(500)
      })
    }
  }
  const running = follow()
  stops.push(async () => {
    state.isStopping = true
    await running
  })
}

const readChanges = async ({ names, skipInsertsOf, onChange }: Watch, isStopping: () => boolean): Promise<void> => {
  const stages = [
    { $match: { 'ns.coll': { $in: [...names] }, $nor: [{ 'ns.coll': { $in: [...skipInsertsOf] }, operationType: 'insert' }] } },
  ]
  const stream = database().watch<Document & { _id: string }, Change>(stages, { fullDocument: 'updateLookup', maxAwaitTimeMS: 300 })
  try {
    while (!isStopping()) {
      const change = await stream.tryNext()
      if (change) onChange(change)
    }
  } finally {
    await stream.close().catch(() => undefined)
  }
}

export const stopWatching = async (): Promise<void> => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
}

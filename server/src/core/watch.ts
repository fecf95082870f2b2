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
export const watchCollections = ({ names, skipInsertsOf, onChange, onGap }: Watch): void => {
  const state = { isStopping: false }
  const stages = [
    { $match: { 'ns.coll': { $in: [...names] }, $nor: [{ 'ns.coll': { $in: [...skipInsertsOf] }, operationType: 'insert' }] } },
  ]
  const follow = async (): Promise<void> => {
    while (!state.isStopping) {
      const stream = database().watch<Document & { _id: string }, Change>(stages, { fullDocument: 'updateLookup', maxAwaitTimeMS: 300 })
      try {
        while (!state.isStopping) {
          const change = await stream.tryNext()
          if (change) onChange(change)
        }
      } catch (error) {
        log.warn({ error: describeError(error) }, 'watch interrupted')
        onGap()
        await wait(500)
      } finally {
        await stream.close().catch(() => undefined)
      }
    }
  }
  const running = follow()
  stops.push(async () => {
    state.isStopping = true
    await running
  })
}

export const stopWatching = async (): Promise<void> => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
}

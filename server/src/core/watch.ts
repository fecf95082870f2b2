import { setTimeout as wait } from 'node:timers/promises'
import type { ChangeStream, ChangeStreamDocument, ChangeStreamOptions, Document } from 'mongodb'
import { database, isDatabaseAway } from './database'
import { nextOf, operationTime } from './dispatch/follow'
import { describeError, log } from './log'

type Change = ChangeStreamDocument<Document & { _id: string }>
type Changes = ChangeStream<Document & { _id: string }, Change>

interface Watch {
  names: readonly string[]
  skipInsertsOf: readonly string[]
  onChange: (change: Change) => void
  /** Changes may have been missed. */
  onGap: () => void
}

/** All watches of this process share one stream: each stream costs the database a look through everything written. */
interface Follower {
  watches: Watch[]
  isStopping: boolean
  /** Where to go on: an interruption that the set's log still covers leaves no gap. */
  from: ChangeStreamOptions | undefined
  begun: Promise<void>
  running: Promise<void>
}

let follower: Follower | undefined

/**
 * Follows changes of a few collections to keep memory true; starts again by itself. Who waits for the
 * answer before reading misses nothing between what was read and what is told.
 */
export const watchCollections = (watch: Watch): Promise<void> => {
  follower ??= startFollowing()
  follower.watches = [...follower.watches, watch]
  return follower.begun
}

const startFollowing = (): Follower => {
  let tellBegun = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve
  })
  const state: Follower = { watches: [], isStopping: false, from: undefined, begun, running: Promise.resolve() }
  // After this turn, so that the first watch is there when the stream is opened.
  state.running = Promise.resolve().then(() => follow(state, tellBegun))
  return state
}

const follow = async (state: Follower, tellBegun: () => void): Promise<void> => {
  for (let isAgain = false; !state.isStopping; isAgain = true) {
    try {
      // From this moment on nothing is missed; only what lies before it has to be made good.
      const isNew = state.from === undefined
      state.from ??= { startAtOperationTime: await operationTime() }
      if (isNew && isAgain) state.watches.forEach(({ onGap }) => onGap())
      tellBegun()
      await readChanges(state)
    } catch (error) {
      log.warn({ error: describeError(error) }, 'watch interrupted')
      if (!isDatabaseAway(error)) state.from = undefined
      await wait(500)
    }
  }
}

const matchOf = ({ names, skipInsertsOf }: Watch): Document => ({
  'ns.coll': { $in: [...names] },
  $nor: [{ 'ns.coll': { $in: [...skipInsertsOf] }, operationType: 'insert' }],
})

/** Until somebody else wants to watch as well: the place stays where it was, and the stream is opened again from there for all. */
const readChanges = async (state: Follower): Promise<void> => {
  const { watches } = state
  const stages = [{ $match: { $or: watches.map(matchOf) } }]
  const stream: Changes = database().watch(stages, { ...state.from, fullDocument: 'updateLookup', maxAwaitTimeMS: 300 })
  try {
    while (!state.isStopping && watches === state.watches) {
      // A dropped database ends the stream, which from then on answers at once that nothing came.
      if (stream.closed) throw new Error('the stream was ended by a drop')
      const change = await nextOf(stream)
      if (change) tell(watches, change)
      // What is told twice does no harm; what the others' stream passed over would be lost.
      if (watches === state.watches) state.from = { resumeAfter: stream.resumeToken }
    }
  } finally {
    await stream.close().catch(() => undefined)
  }
}

const collectionOf = (change: Change): string | undefined => ('ns' in change && 'coll' in change.ns ? change.ns.coll : undefined)

/** What names no collection (a drop of the whole, a stream made void) concerns everybody. */
const tell = (watches: readonly Watch[], change: Change): void => {
  const name = collectionOf(change)
  for (const { names, skipInsertsOf, onChange } of watches) {
    if (name === undefined || (names.includes(name) && !(change.operationType === 'insert' && skipInsertsOf.includes(name)))) onChange(change)
  }
}

export const stopWatching = async (): Promise<void> => {
  const last = follower
  follower = undefined
  if (!last) return
  last.isStopping = true
  await last.running
}

import { ulid } from 'ulid'
import { database } from '../../server/src/core/database'
import { startDispatcher } from '../../server/src/core/dispatch/dispatcher'
import { PARTITIONS } from '../../server/src/core/journal'
import { eventually } from '../support/eventually'

export interface Checkpoint {
  _id: string
  county: string
  token?: unknown
  at?: Date
  leaseBy?: string
  leaseUntil?: Date
}

export const checkpoints = () => database().collection<Checkpoint>('dispatch_checkpoints')

/** A process that died without a word: its leases run out. */
export const letLeasesRunOut = () => checkpoints().updateMany({}, { $set: { leaseUntil: new Date(0) } })

const started: ReturnType<typeof startDispatcher>[] = []

export const aDispatcher = (): ReturnType<typeof startDispatcher> => {
  const dispatcher = startDispatcher()
  started.push(dispatcher)
  return dispatcher
}

export const stopDispatchers = async (): Promise<void> => {
  await Promise.all(started.splice(0).map((each) => each.stop()))
}

/** Where the set's log stands now, as change streams tell it. */
const presentToken = async (): Promise<string> => {
  const stream = database().collection('nothing').watch([], { maxAwaitTimeMS: 50 })
  await stream.tryNext()
  const { _data } = stream.resumeToken as { _data: string }
  await stream.close()
  return _data
}

const dataOf = ({ token }: Checkpoint): string => {
  const data = (token as { _data?: unknown } | null | undefined)?._data
  return typeof data === 'string' && data.startsWith('82') ? data : ''
}

/** One row without events for each partition: when the checkpoint has passed them, all before them is done. */
const marks = () => Array.from({ length: PARTITIONS }, (_, partition) => {
  const _id = ulid()
  return { _id, county: 'mark', actorId: 'mark', operation: 'mark', key: _id, at: new Date(), partition, targets: [], events: [] }
})

/** Until every checkpoint stands behind everything committed before this call. */
export const settled = async (withinMs = 20_000): Promise<void> => {
  const token = await presentToken()
  const journal = database().collection<{ _id: string; county: string }>('journal')
  await journal.insertMany(marks())
  const isBehind = (each: Checkpoint): boolean => dataOf(each) < token
  await eventually(async () => {
    const all = await checkpoints().find().toArray()
    if (all.length < PARTITIONS || all.some(isBehind)) throw new Error(`${all.filter(isBehind).length} partitions of ${all.length} are behind`)
  }, withinMs)
  await journal.deleteMany({ county: 'mark' })
}

/** Stops what runs, forgets or changes how far it came, and dispatches again to the end. */
export const dispatchAgain = async (spoil: () => Promise<unknown>): Promise<void> => {
  await stopDispatchers()
  await spoil()
  aDispatcher()
  await settled()
}


import { databaseClient } from '../../server/src/core/database'

interface Fault {
  failCommands: readonly string[]
  errorCode?: number
  errorLabels?: readonly string[]
  closeConnection?: boolean
  /** The command is done and answered with this instead of plain success. */
  writeConcernError?: { code: number; errmsg: string }
  blockConnection?: boolean
  blockTimeMS?: number
  namespace?: string
}

/** Tells this file's server from those of other tests on the same mongod. */
export const APP = `faulty-${process.pid}`

const set = (mode: unknown, data: Fault): Promise<unknown> =>
  databaseClient().db('admin').command({ configureFailPoint: 'failCommand', mode, data: { ...data, appName: APP } })

const clear = (): Promise<unknown> => databaseClient().db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' })

/** One mongod has one such point, and test files run side by side: they take turns. */
const turn = () => databaseClient().db('test_turns').collection<{ _id: string; until: Date }>('turns')
const TURN_MS = 40_000

const takeTurn = async (): Promise<void> => {
  for (;;) {
    const until = new Date(Date.now() + TURN_MS)
    const taken = await turn()
      .updateOne({ _id: 'failCommand', until: { $lt: new Date() } }, { $set: { until } }, { upsert: true })
      .catch(() => ({ modifiedCount: 0, upsertedCount: 0 }))
    if (taken.modifiedCount + taken.upsertedCount > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The database itself misbehaves for so many commands (or until the work is done); no code of ours is replaced. */
export const withFault = async <T>(fault: Fault & { times?: number }, work: () => Promise<T>): Promise<T> => {
  const { times, ...data } = fault
  await takeTurn()
  await set(times === undefined ? 'alwaysOn' : { times }, data)
  try {
    return await work()
  } finally {
    await clear()
    await turn().deleteOne({ _id: 'failCommand' })
  }
}

/** A commit that never arrived leaves its transaction open until the server gives it up, a minute later: it is hurried on. */
export const endLeftTransactions = async (): Promise<void> => {
  const admin = databaseClient().db('admin')
  const stages = [{ $currentOp: { allUsers: true, idleSessions: true } }, { $match: { type: 'idleSession', appName: APP, transaction: { $exists: true } } }]
  const left = await admin.aggregate<{ lsid: { id: unknown } }>(stages).toArray()
  if (left.length > 0) await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) })
}

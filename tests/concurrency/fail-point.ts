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
export const APP = 'faulty'

const set = (mode: unknown, data: Fault): Promise<unknown> =>
  databaseClient().db('admin').command({ configureFailPoint: 'failCommand', mode, data: { ...data, appName: APP } })

const clear = (): Promise<unknown> => databaseClient().db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' })

/** The database itself misbehaves for so many commands (or until the work is done); no code of ours is replaced. */
export const withFault = async <T>(fault: Fault & { times?: number }, work: () => Promise<T>): Promise<T> => {
  const { times, ...data } = fault
  await set(times === undefined ? 'alwaysOn' : { times }, data)
  try {
    return await work()
  } finally {
    await clear()
  }
}

/** A commit that never arrived leaves its transaction open until the server gives it up, a minute later: it is hurried on. */
export const endLeftTransactions = async (): Promise<void> => {
  const admin = databaseClient().db('admin')
  const stages = [{ $currentOp: { allUsers: true, idleSessions: true } }, { $match: { type: 'idleSession', appName: APP, transaction: { $exists: true } } }]
  const left = await admin.aggregate<{ lsid: { id: unknown } }>(stages).toArray()
  if (left.length > 0) await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) })
}

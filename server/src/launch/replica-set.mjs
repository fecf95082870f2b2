import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { isListening } from './probe.mjs'

export const SET_NAME = 'xiangli'
const NOT_INITIALISED = 94

/** @param {unknown} error @param {number} code */
const hasCode = (error, code) => error instanceof Error && 'code' in error && error.code === code

/** @param {import('mongodb').Db} admin @param {{ host: string, fast: boolean }} wish */
const form = async (admin, { host, fast }) => {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 })
    if (config.members.length === 1 && config.members[0].host === host) return
    // The folder moved to another port: the node does not find itself in its old configuration.
    const members = [{ ...config.members[0], host }]
    await admin.command({ replSetReconfig: { ...config, members, version: config.version + 1 }, force: true })
  } catch (error) {
    if (!hasCode(error, NOT_INITIALISED)) throw error
    const config = { _id: SET_NAME, members: [{ _id: 0, host }], ...(fast && { writeConcernMajorityJournalDefault: false }) }
    await admin.command({ replSetInitiate: config })
  }
}

/** A new client each time: one whose first connection failed may stay closed for good. @template T @param {number} port @param {(admin: import('mongodb').Db) => Promise<T>} work @returns {Promise<T>} */
const withAdmin = async (port, work) => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 2000 })
  try {
    return await work(client.db('admin'))
  } finally {
    await client.close()
  }
}

/**
 * Waits for the node, forms or mends its replica set of one, waits until it takes writes.
 * Changing its state makes a node drop connections, so each round begins anew.
 * @param {{ port: number, fast: boolean, patienceMs: number, isGone: () => boolean }} node
 */
export const becomePrimary = async ({ port, fast, patienceMs, isGone }) => {
  const wish = { host: `127.0.0.1:${port}`, fast }
  let last = ''
  for (const until = Date.now() + patienceMs; Date.now() < until && !isGone(); await sleep(50)) {
    if (!(await isListening(port))) continue
    try {
      const isPrimary = await withAdmin(port, async (admin) => {
        await form(admin, wish)
        return (await admin.command({ hello: 1 })).isWritablePrimary === true
      })
      if (isPrimary) return
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
  }
  throw new Error(`MongoDB 没有成为主节点。MongoDB did not become primary. ${last}`)
}

/** @param {number} port */
export const shutDown = (port) =>
  withAdmin(port, (admin) => admin.command({ shutdown: 1, force: true, timeoutSecs: 0 })).catch(() => {})

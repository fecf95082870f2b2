import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'

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

/** Changing its state makes the node drop connections, so each round begins anew. @param {import('mongodb').Db} admin @param {{ host: string, fast: boolean, isGone: () => boolean }} wish */
const formUntilWritable = async (admin, wish) => {
  let last = ''
  for (const until = Date.now() + 120_000; Date.now() < until && !wish.isGone(); await sleep(50)) {
    try {
      await form(admin, wish)
      if ((await admin.command({ hello: 1 })).isWritablePrimary) return
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : error})`
    }
  }
  throw new Error(`MongoDB 没有成为主节点。MongoDB did not become primary.${last}`)
}

/** @param {import('mongodb').Db} admin @param {{ patienceMs: number, isGone: () => boolean }} wish */
const waitUp = async (admin, { patienceMs, isGone }) => {
  let last = ''
  for (const until = Date.now() + patienceMs; Date.now() < until && !isGone(); await sleep(50)) {
    try {
      await admin.command({ ping: 1 })
      return
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
  }
  throw new Error(`MongoDB 没有应答。MongoDB does not answer. (${last})`)
}

/**
 * Waits for the node, forms or mends its replica set of one, waits until it takes writes.
 * @param {{ port: number, fast: boolean, patienceMs: number, isGone: () => boolean }} node
 */
export const becomePrimary = async ({ port, fast, patienceMs, isGone }) => {
  const host = `127.0.0.1:${port}`
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 1000 })
  try {
    const admin = client.db('admin')
    await waitUp(admin, { patienceMs, isGone })
    await formUntilWritable(admin, { host, fast, isGone })
  } finally {
    await client.close()
  }
}

/** @param {number} port */
export const shutDown = async (port) => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 1000 })
  await client.db('admin').command({ shutdown: 1, force: true, timeoutSecs: 0 }).catch(() => {})
  await client.close()
}

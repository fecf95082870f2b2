// One real mongod for a whole jest run; each test file uses a database of its own name.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJson, writeJson } from '../../server/src/launch/json-file.mjs'
import { endLeftMongo, startMongo } from '../../server/src/launch/mongo.mjs'
import { isRunning, markOf } from '../../server/src/launch/processes.mjs'

const PREFIX = 'xiangli-jest-'

/** A run that was killed leaves its mongod and folder: the next run clears them. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    const owner = readJson(join(folder, 'owner.json'), null)
    if (owner === null || isRunning(owner)) continue
    await endLeftMongo(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {(line: string) => void} [say] @returns {Promise<{ uri: string, stop: () => Promise<void> }>} */
export const startTestMongo = async (say = console.log) => {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX))
  writeJson(join(dataDir, 'owner.json'), markOf(process.pid))
  const mongo = await startMongo({ dataDir, fast: true, log: say })
  const stop = async () => {
    await mongo.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { uri: mongo.uri, stop }
}

/** Setup and teardown are two modules of one process. @type {(() => Promise<void>)[]} */
const kept = []

/** @param {() => Promise<void>} stop */
export const keepForTeardown = (stop) => { kept.push(stop) }

export const stopKept = async () => {
  for (const stop of kept.splice(0)) await stop()
}

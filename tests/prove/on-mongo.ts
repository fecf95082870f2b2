import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { aTown, type Town } from '@xiangli/server/testing'
import type { RuntimeOptions } from '../../server/src/testing/runtime'

interface TestMongo {
  startTestMongo: (say: (line: string) => void) => Promise<{ uri: string; stop: () => Promise<void> }>
}

/** A mongod of its own where the runner gave none. */
const mongo = async (): Promise<() => Promise<void>> => {
  if (process.env.TEST_MONGODB_URI) return async () => undefined
  const file = pathToFileURL(join(process.cwd(), 'tests/support/jest-mongo.mjs')).href
  const { startTestMongo } = (await import(file)) as TestMongo
  const { uri, stop } = await startTestMongo(() => undefined)
  process.env.TEST_MONGODB_URI = uri
  return async () => {
    delete process.env.TEST_MONGODB_URI
    await stop()
  }
}

/** A town for one proof, gone with everything it started when the proof is done. */
export const inTown = async <T>(options: RuntimeOptions, work: (town: Town) => Promise<T>): Promise<T> => {
  const stopMongo = await mongo()
  try {
    const town = await aTown(options)
    try {
      return await work(town)
    } finally {
      await town.stop()
    }
  } finally {
    await stopMongo()
  }
}

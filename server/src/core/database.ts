import { MongoClient, type Db } from 'mongodb'
import { allCollections } from './collection'

let client: MongoClient | undefined
let db: Db | undefined

export interface DatabaseOptions {
  uri: string
  poolSize?: number
}

/** Majority writes everywhere: an acknowledged request survives the loss of a node. */
export const connectDatabase = async ({ uri, poolSize = 50 }: DatabaseOptions): Promise<void> => {
  client = new MongoClient(uri, {
    maxPoolSize: poolSize,
    minPoolSize: 2,
    writeConcern: { w: 'majority' },
    serverSelectionTimeoutMS: 15_000,
    ignoreUndefined: true,
  })
  await client.connect()
  db = client.db()
}

export const database = (): Db => {
  if (!db) throw new Error('the database is not connected')
  return db
}

export const databaseClient = (): MongoClient => {
  if (!client) throw new Error('the database is not connected')
  return client
}

export const closeDatabase = async (): Promise<void> => {
  await client?.close()
  client = undefined
  db = undefined
}

/** Builds every declared index; harmless when they stand already. */
export const ensureIndexes = async (): Promise<void> => {
  for (const { name, indexes } of allCollections()) {
    await database().createCollection(name).catch(ignoreExisting)
    if (indexes.length > 0) await database().collection(name).createIndexes(indexes)
  }
}

const NAMESPACE_EXISTS = 48
const ignoreExisting = (error: { code?: number }): void => {
  if (error.code !== NAMESPACE_EXISTS) throw error
}

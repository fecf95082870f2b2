import {
  MongoClient,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
  type Db,
} from 'mongodb'

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

// NotWritablePrimary, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, PrimarySteppedDown, ShutdownInProgress, InterruptedAtShutdown, InterruptedDueToReplStateChange.
const CHANGING_PRIMARY = new Set<unknown>([10107, 13435, 13436, 189, 91, 11600, 11602])

/** The database cannot be reached, or is choosing a primary: nobody's fault, and worth another try. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  error instanceof MongoNotConnectedError ||
  error instanceof MongoTopologyClosedError ||
  (error instanceof MongoServerError && CHANGING_PRIMARY.has(error.code))

const MAX_TIME_EXPIRED = 50

/** The database gave up a read that was given only so long. */
export const isOutOfTime = (error: unknown): boolean => error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED

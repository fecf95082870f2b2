import { MongoClient } from 'mongodb'
import type { Scale } from './scale'

/** Says what a database was seeded with; `demo` is what makes a production refuse it. */
export interface Marker {
  _id: 'demo'
  scale: Scale
  state: 'begun' | 'done'
  at: Date
}

export type Found = { is: 'empty' } | { is: 'used' } | { is: 'unfinished' } | { is: 'seeded'; scale: Scale }

const MARKERS = 'seeds'
/** Anything written by people or by another tool shows in one of these. */
const TELLING = ['accounts', 'divisions', 'persons', 'journal'] as const

/** Looks without starting the server's core: the second start of a seeded instance should cost nothing. */
export const lookAt = async (uri: string): Promise<Found> => {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 15_000 })
  try {
    const db = client.db()
    const marker = await db.collection<Marker>(MARKERS).findOne({ _id: 'demo' })
    if (marker) return marker.state === 'begun' ? { is: 'unfinished' } : { is: 'seeded', scale: marker.scale }
    for (const name of TELLING) if (await db.collection(name).findOne({})) return { is: 'used' }
    return { is: 'empty' }
  } finally {
    await client.close()
  }
}

/**
 * A seed that was cut off leaves half a county that nobody has used: the server is only started after
 * it. The marker was set while the database was empty, so all there is in it came from the seed.
 */
export const clearUnfinished = async (uri: string): Promise<void> => {
  const client = new MongoClient(uri)
  try {
    await client.db().dropDatabase()
  } finally {
    await client.close()
  }
}

export const setMarker = async (uri: string, marker: Omit<Marker, '_id'>): Promise<void> => {
  const client = new MongoClient(uri)
  try {
    await client.db().collection<Marker>(MARKERS).replaceOne({ _id: 'demo' }, marker, { upsert: true, writeConcern: { w: 'majority' } })
  } finally {
    await client.close()
  }
}

import { allCollections } from './collection'
import { database } from './database'

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

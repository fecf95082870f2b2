import {
  MongoServerError,
  type AggregateOptions,
  type Collection,
  type Db,
  type Document,
  type Filter,
  type FindOptions,
  type IndexDescription,
  type OptionalUnlessRequiredId,
  type UpdateFilter,
} from 'mongodb'
import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import { ambient } from './context'
import { database } from './database'
import { AppError, fail } from './fail'

/** Every record names its county, which never changes and leads every index (the shard key). */
export interface Stored {
  _id: string
  county: string
}

interface Spec {
  name: string
  indexes: (IndexDescription & { name: string })[]
  /** Index name → the refusal a duplicate there means. */
  duplicate?: Record<string, ErrorCode>
}

const declared = new Map<string, Spec>()
export const allCollections = (): readonly Spec[] => [...declared.values()]

const DUPLICATE_KEY = 11000

/** The name of the unique index a write ran into, or undefined when it is another error. */
export const duplicateIndexOf = (error: unknown): string | undefined =>
  error instanceof MongoServerError && error.code === DUPLICATE_KEY
    ? /index: (\S+)/.exec(error.message)?.[1]
    : undefined

const options = (): { session?: NonNullable<ReturnType<typeof ambient>['session']> } => {
  const { session } = ambient()
  return session ? { session } : {}
}

/** The driver's collection, made once per connection: making it anew costs a call a tenth of its own work. */
const rawOf = <D extends Stored>(name: string): (() => Collection<D>) => {
  let kept: { of: Db; collection: Collection<D> } | undefined
  return () => {
    const of = database()
    if (kept?.of !== of) kept = { of, collection: of.collection<D>(name) }
    return kept.collection
  }
}

/**
 * The only way to a collection: native-driver speed, with this operation's county and transaction
 * always applied (a raw write would stay behind after an abort: measured).
 */
export const collection = <D extends Stored>(spec: Spec) => {
  declared.set(spec.name, spec)
  const raw = rawOf<D>(spec.name)
  const own = (filter: Filter<D>): Filter<D> => ({ county: ambient().county, ...filter }) as Filter<D>
  const translated = async <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => throwTranslated(spec, error))

  const one = (filter: Filter<D>, find: FindOptions = {}) => raw().findOne(own(filter), { ...find, ...options() }) as Promise<D | null>

  return {
    name: spec.name,
    add: async (doc: D): Promise<D> => {
      await translated(raw().insertOne(doc as OptionalUnlessRequiredId<D>, options()))
      return doc
    },
    addMany: async (docs: D[]): Promise<void> => {
      if (docs.length > 0) await translated(raw().insertMany(docs as OptionalUnlessRequiredId<D>[], { ordered: true, ...options() }))
    },
    one,
    /** The record, or a 404 that does not tell missing from hidden. */
    need: async (filter: Filter<D>, code: ErrorCode = 'core.notFound'): Promise<D> => (await one(filter)) ?? fail(code),
    list: (filter: Filter<D>, find: FindOptions = {}) => raw().find(own(filter), { ...find, ...options() }).toArray() as Promise<D[]>,
    /** Counts to `limit` and stops; along this index where one is named. */
    count: (filter: Filter<D>, limit: number, index?: string) =>
      raw().countDocuments(own(filter), { limit, ...(index ? { hint: index } : {}), ...options() }),
    /** Guarded update (compare-and-set): null when the guard no longer holds. */
    change: (filter: Filter<D>, update: UpdateFilter<D>) =>
      translated(raw().findOneAndUpdate(own(filter), update, { returnDocument: 'after', ...options() })) as Promise<D | null>,
    upsert: (filter: Filter<D>, update: UpdateFilter<D>) =>
      translated(raw().findOneAndUpdate(own(filter), update, { returnDocument: 'after', upsert: true, ...options() })) as Promise<D | null>,
    changeMany: async (filter: Filter<D>, update: UpdateFilter<D>): Promise<number> =>
      (await translated(raw().updateMany(own(filter), update, options()))).modifiedCount,
    removeMany: async (filter: Filter<D>): Promise<number> => (await raw().deleteMany(own(filter), options())).deletedCount,
    aggregate: <T extends Document>(stages: Document[], aggregate: AggregateOptions = {}) =>
      raw().aggregate<T>([{ $match: { county: ambient().county } }, ...stages], { ...aggregate, ...options() }).toArray(),
    /** How a list would run, for the tests that hold it to its index. */
    explain: (filter: Filter<D>, find: FindOptions = {}): Promise<Document> =>
      raw().find(own(filter), find).explain('executionStats'),
  }
}

const throwTranslated = (spec: Spec, error: unknown): never => {
  const index = duplicateIndexOf(error)
  const code = index ? spec.duplicate?.[index] : undefined
  throw code ? new AppError(code) : error
}

import { barsOf, isBarred, readKeysOf, mayOn } from '@xiangli/shared/core/scope'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { fail } from './fail'
import type { Context } from './operation'

/** The part of every staff list's filter that keeps a reader inside their appointments. */
export const within = (ctx: Context): { scopeKeys: { $in: string[] } } => {
  ctx.scopeApplied = true
  return { scopeKeys: { $in: readKeysOf(ctx.actor, ctx.operation) } }
}

/** Of a page that was read: nothing about the people of a place where the reader holds another post. In the filter it would take the list off its index. */
export const withoutBarred = <R extends { scopeKeys: readonly string[] }>({ actor }: Pick<Context, 'actor'>, records: readonly R[]): R[] => records.filter(({ scopeKeys }) => !isBarred(actor, scopeKeys))

/** The same where records are only counted; for most readers no condition at all. */
export const notBarred = ({ actor }: Pick<Context, 'actor'>): { $expr?: object } => {
  const bars = barsOf(actor)
  return bars.length > 0 ? { $expr: { $eq: [{ $setIntersection: ['$scopeKeys', bars] }, []] } } : {}
}

/** A record the actor may not see with this operation is answered like one that is not there. */
export const needVisible = <R extends { scopeKeys: readonly string[] }>(ctx: Context, record: R | null, operation?: OperationName): R => {
  ctx.scopeApplied = true
  if (!record || !mayOn(ctx.actor, operation ?? ctx.operation, record.scopeKeys)) return fail('core.notFound')
  return record
}

/** The signed-in person's id; system actors have none here. */
export const personIdOf = (ctx: Context): string => (ctx.actor.kind === 'person' ? ctx.actor.id : fail('core.forbidden'))

import { ancestorsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { within } from '../../core/within'
import { regionById } from './regions'

/** `t100` or `dept-water@620821` narrowed to the region; null when the two have nothing in common. */
const narrow = (key: string, regionId: string): string | null => {
  const at = key.indexOf('@')
  const [unit, held] = at < 0 ? ['', key] : [key.slice(0, at + 1), key.slice(at + 1)]
  const above = ancestorsOf(regionById(regionId)?.path ?? '')
  if (above.includes(held)) return `${unit}${regionId}`
  return ancestorsOf(regionById(held)?.path ?? '').includes(regionId) ? key : null
}

/**
 * A staff list's scope, further narrowed to one region. The keys themselves are narrowed, so that the
 * list stays an equality match on one index; a region outside the reader's appointments is a 404.
 */
export const withinRegion = (ctx: Context, regionId: string | undefined): { scopeKeys: { $in: string[] } } => {
  const scope = within(ctx)
  if (regionId === undefined) return scope
  const keys = scope.scopeKeys.$in.flatMap((key) => narrow(key, regionId) ?? [])
  return keys.length > 0 ? { scopeKeys: { $in: [...new Set(keys)] } } : fail('core.notFound')
}

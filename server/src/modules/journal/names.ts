import type { Context, Target } from '../../core/operation'

/**
 * The journal stands below every domain, so it is told how to name what its rows only know by id:
 * region and identity hand in their answers when they start.
 */
type PersonNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
type RegionName = (id: string) => string | undefined
/** Names many records of one kind at once, as far as this reader may see them; the others are left out. */
export type TargetLabels = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

let personNames: PersonNames = async () => new Map()
let mask = (name: string): string => name
let regionName: RegionName = () => undefined
let targetLabels: Readonly<Record<string, TargetLabels>> = {}

/** `masking` is how a villager's name is shown where nobody gave a reason to see it. */
export const setNameResolver = (resolve: PersonNames, masking = mask): void => {
  personNames = resolve
  mask = masking
}

/** By the type a row's target carries. */
export const setTargetResolver = (resolvers: Readonly<Record<string, TargetLabels>>): void => {
  targetLabels = resolvers
}

export const setRegionNames = (resolve: RegionName): void => {
  regionName = resolve
}

const keyOf = ({ type, id }: Target): string => `${type} ${id}`

/** One question for each kind of target, however many rows are shown. */
export const labelsOfTargets = async (ctx: Context, targets: readonly Target[]): Promise<(target: Target) => string | undefined> => {
  const labels = new Map<string, string>()
  await Promise.all(Object.entries(targetLabels).map(async ([type, resolve]) => {
    const ids = [...new Set(targets.filter((target) => target.type === type).map(({ id }) => id))]
    const found = ids.length > 0 ? await resolve(ctx, ids) : []
    for (const [id, label] of found) labels.set(keyOf({ type, id }), label)
  }))
  return (target) => labels.get(keyOf(target))
}

export const namesOfPersons = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => personNames([...new Set(ids)])
export const masked = (name: string): string => mask(name)
export const nameOfRegion = (id: string): string | undefined => regionName(id)

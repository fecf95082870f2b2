/**
 * The journal stands below every domain, so it is told how to name what its rows only know by id:
 * region and identity hand in their answers when they start.
 */
type PersonNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
type RegionName = (id: string) => string | undefined

let personNames: PersonNames = async () => new Map()
let mask = (name: string): string => name
let regionName: RegionName = () => undefined

/** `masking` is how a villager's name is shown where nobody gave a reason to see it. */
export const setNameResolver = (resolve: PersonNames, masking = mask): void => {
  personNames = resolve
  mask = masking
}

export const setRegionNames = (resolve: RegionName): void => {
  regionName = resolve
}

export const namesOfPersons = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => personNames([...new Set(ids)])
export const masked = (name: string): string => mask(name)
export const nameOfRegion = (id: string): string | undefined => regionName(id)

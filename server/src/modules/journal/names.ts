/**
 * The journal stands below every domain, so it is told how to name what its rows only know by id:
 * region and identity hand in their answers when they start.
 */
type PersonNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
type RegionName = (id: string) => string | undefined

let personNames: PersonNames = async () => new Map()
let regionName: RegionName = () => undefined

export const setNameResolver = (resolve: PersonNames): void => {
  personNames = resolve
}

export const setRegionNames = (resolve: RegionName): void => {
  regionName = resolve
}

export const namesOfPersons = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => personNames([...new Set(ids)])
export const nameOfRegion = (id: string): string | undefined => regionName(id)

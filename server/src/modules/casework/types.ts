import type { CaseType } from '@xiangli/shared/casework/case-type'
import { now as clock } from '../../core/clock'
import { ambientCounty } from '../../core/context'
import { fail } from '../../core/fail'

const types = new Map<string, CaseType>()

/** Case types are declared in their own domains and registered at start; the engine knows none. */
export const registerCaseType = (type: CaseType): void => {
  types.set(type.name, type)
}

export interface Held {
  version: number
  effectiveFrom: Date
  type: CaseType
}

/** What each county has made of a type, version by version; the code's own where nothing was loaded (seeds). */
const held = new Map<string, readonly Held[]>()

const keyOf = (county: string, name: string): string => `${county} ${name}`
const ownVersions = (name: string): readonly Held[] => held.get(keyOf(ambientCounty() ?? '', name)) ?? []

/** A case under an early version may be sent to a category that is younger: it is taken from the newest. */
const withYounger = ({ categories, ...type }: CaseType, newest: CaseType): CaseType => {
  const known = new Set(categories.map(({ code }) => code))
  return { ...type, categories: [...categories, ...newest.categories.filter(({ code }) => !known.has(code))] }
}

/** Never goes back: what the watch tells may be older than what this process published itself. */
export const holdVersions = (county: string, name: string, more: readonly Held[]): void => {
  const key = keyOf(county, name)
  const before = held.get(key) ?? []
  const fresh = more.filter(({ version }) => before.every((each) => each.version !== version))
  const all = [...before, ...fresh].sort((a, b) => a.version - b.version)
  const newest = all.at(-1)
  if (fresh.length > 0 && newest) held.set(key, all.map((each) => ({ ...each, type: withYounger(each.type, newest.type) })))
}

const registered = (name: string): CaseType => types.get(name) ?? fail('casework.unknownType', { field: 'type' })

/** As it is in force now: what is filed, listed and chosen from. A later version replaces an earlier one, begun or not. */
export const typeNamed = (name: string): CaseType =>
  ownVersions(name).findLast(({ effectiveFrom }) => effectiveFrom <= clock())?.type ?? registered(name)

/** As a case lives under it: the version it was filed by, or was taken to since. */
export const typeAt = (name: string, version: number): CaseType => {
  const versions = ownVersions(name)
  return (versions.find((each) => each.version === version) ?? versions.at(-1))?.type ?? registered(name)
}
export const typeOf = ({ type, typeVersion }: { type: string; typeVersion: number }): CaseType => typeAt(type, typeVersion)

export const allCaseTypes = (): CaseType[] => [...types.keys()].map(typeNamed)
export const codedTypes = (): CaseType[] => [...types.values()]
export const codedType = (name: string): CaseType | undefined => types.get(name)

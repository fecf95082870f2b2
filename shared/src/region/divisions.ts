import type { Area, Position } from './geometry'

export type DivisionLevel = 'county' | 'town' | 'village'
/** `pseudoStreet` exists only in the statistics bureau's codes: it holds the urban communities of a county town. */
export type DivisionKind = 'county' | 'town' | 'pseudoStreet' | 'village' | 'community'
export type GridKind = 'basic' | 'special'
export type GridSetting = 'urban' | 'rural'

/** Ids never change; codes and names are what they were from `validFrom` on. */
export type DivisionRecord = {
  id: string
  /** 12 digits, statistical divisions (统计用区划代码). */
  code: string
  name: string
  shortName: string
  level: DivisionLevel
  kind: DivisionKind
  parentId?: string
  /** Ids from the county down, each followed by a slash. */
  path: string
  centre: Position
  validFrom: string
}

export type GridRecord = {
  id: string
  /** The village's code and three digits. */
  code: string
  name: string
  kind: GridKind
  setting: GridSetting
  villageId: string
  path: string
  centre: Position
  polygon: Area
  /** A rough number, for the density of demo data. */
  households: number
}

const COMMITTEE_SUFFIXES = ['居民委员会', '居委会', '委员会']

/** 太阳墩村民委员会 → 太阳墩村, 朱家沟村村民委员会 → 朱家沟村, 东街社区居委会 → 东街社区. */
export function shortNameOf(name: string): string {
  const village = withoutSuffix(name, '村民委员会')
  if (village !== name) return village.endsWith('村') ? village : `${village}村`
  return COMMITTEE_SUFFIXES.reduce((rest, suffix) => (rest === name ? withoutSuffix(rest, suffix) : rest), name)
}

const withoutSuffix = (name: string, suffix: string) =>
  name.endsWith(suffix) && name.length > suffix.length ? name.slice(0, -suffix.length) : name

/** Paths end in a slash, so that t10 is not taken for the start of t100. */
export const isWithinRegion = (path: string, regionPath: string): boolean => path.startsWith(regionPath)

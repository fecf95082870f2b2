/** Where the demo plays: real places of the county, the rest of it is only sparsely peopled. */
export const places = {
  county: '620821',
  /** 玉都镇 */
  town: 't101',
  /** 太阳墩村, one grid: the village most stories happen in. */
  village: 'v101207',
  /** 郭马村, next to it, two grids. */
  neighbour: 'v101208',
  /** 城关镇 and its 五里铺村. */
  seatTown: 't100',
  suburb: 'v100215',
  /** 城市社区街道 and its 东街社区, nine grids in the built-up area. */
  streets: 't001',
  quarter: 'v001001',
} as const

/** How many times an ordinary village's share of residents and stories falls to a place. */
export const shares: Readonly<Record<string, number>> = {
  [places.village]: 10,
  [places.neighbour]: 6,
  [places.quarter]: 8,
  [places.suburb]: 6,
}

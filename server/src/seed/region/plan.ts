import type { Position } from '@xiangli/shared/region/geometry'

/**
 * What the generated map follows. Only the county's outline, codes and names are real: town and village
 * borders are generated around these seats, which lie roughly where the towns do. Not for navigation.
 */
export const COUNTY_CODE = '620821'
export const URBAN_TOWN_CODE = '620821001'
export const DIVISIONS_VALID_FROM = '2023-06-30'

export const townSeats: Record<string, Position> = {
  '620821100': [107.365, 35.335], // 城关镇, where 汭河 meets 泾河
  '620821101': [107.375, 35.435], // 玉都镇, north
  '620821102': [107.515, 35.245], // 高平镇, south-east
  '620821103': [107.575, 35.435], // 荔堡镇, north-east
  '620821104': [107.205, 35.375], // 王村镇, west, up the 泾河
  '620821105': [107.655, 35.23], // 窑店镇, far south-east, on the road to 长武
  '620821106': [107.59, 35.25], // 飞云镇, between 高平 and 窑店
  '620821107': [107.47, 35.415], // 丰台镇, between 玉都 and 荔堡
  '620821108': [107.245, 35.455], // 党原镇, north-west
  '620821109': [107.235, 35.29], // 汭丰镇, south-west, up the 汭河
  '620821110': [107.375, 35.245], // 太平镇, south
  '620821201': [107.475, 35.32], // 罗汉洞乡, down the 泾河
  '620821202': [107.625, 35.32], // 泾明乡, east, down the 泾河
  '620821203': [107.655, 35.39], // 红河乡, far north-east
}

/** The built-up area: an ellipse along the river, its half axes in metres. */
export const urbanArea = { centre: [107.365, 35.333] as Position, halfWidth: 2400, halfHeight: 1200 }

/** Where the urban communities lie, in metres east and north of the urban centre. */
export const communitySeats: Record<string, readonly [number, number]> = {
  '620821001001': [750, -50], // 东街
  '620821001002': [100, 650], // 北街
  '620821001003': [-50, -650], // 南街
  '620821001004': [0, 0], // 中街
  '620821001005': [-750, 50], // 西街
  '620821001006': [900, 550], // 安定
  '620821001007': [-1600, 100], // 回中, below 回山
  '620821001008': [1650, -50], // 东升
}

/** The former state farm: the ninth community, apart from the county town. */
export const FARM_COMMUNITY_CODE = '620821109001'
export const FARM_COMMUNITY_GRIDS = 3

export const URBAN_GRIDS = 63
export const RURAL_GRIDS = 253

/** Holds the one specialised grid, which lies above several of its basic grids. */
export const SPECIAL_GRID_COMMUNITY_CODE = '620821001001'

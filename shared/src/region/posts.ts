/**
 * The ten posts of a grid team (网格十类人员), after the data-entry and grid-staffing plan of 洣水镇,
 * 衡东县 ("云治衡阳", 2023), which makes two of them compulsory (必配). One person may hold several.
 */
export type GridPost = {
  code: GridPostCode
  label: string
  isCompulsory: boolean
  /** Whether one holder serves the whole village or community, or each grid has its own. */
  serves: 'village' | 'grid'
}

export type GridPostCode =
  | 'gridLeader'
  | 'gridMember'
  | 'supervisor'
  | 'informationOfficer'
  | 'police'
  | 'mediator'
  | 'fireWarden'
  | 'urbanManager'
  | 'patroller'
  | 'medic'

export const gridPosts: readonly GridPost[] = [
  // First responsible person for the grid work of the whole village or community.
  { code: 'gridLeader', label: '网格长', isCompulsory: false, serves: 'village' },
  // Directly responsible for one grid: collects data, finds, reports and defuses.
  { code: 'gridMember', label: '网格员', isCompulsory: false, serves: 'grid' },
  // Township cadre stationed in the village: urges, guides, coordinates. Compulsory in the plan.
  { code: 'supervisor', label: '网格督导员', isCompulsory: true, serves: 'village' },
  // Enters and keeps the base data, trains the members; per village, not per grid. Compulsory in the plan.
  { code: 'informationOfficer', label: '网格信息员', isCompulsory: true, serves: 'village' },
  // Community police (社区民警) or auxiliary (村辅警): residents, sentiment, safety publicity, order.
  { code: 'police', label: '网格警员', isCompulsory: false, serves: 'grid' },
  // Village staff or volunteer: finds disputes, mediates first, helps to legal aid.
  { code: 'mediator', label: '网格调解员', isCompulsory: false, serves: 'grid' },
  // Fire professional: publicity, equipment, hazards.
  { code: 'fireWarden', label: '网格消防员', isCompulsory: false, serves: 'grid' },
  // City-management work in the grid.
  { code: 'urbanManager', label: '网格城管员', isCompulsory: false, serves: 'grid' },
  // Security, river, forest, field, road and drowning-prevention patrol.
  { code: 'patroller', label: '网格巡防员', isCompulsory: false, serves: 'grid' },
  // Health and epidemic work.
  { code: 'medic', label: '医卫人员', isCompulsory: false, serves: 'grid' },
]

export const compulsoryPosts: readonly GridPost[] = gridPosts.filter((post) => post.isCompulsory)

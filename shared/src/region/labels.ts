import type { DivisionKind, DivisionLevel, GridKind, GridSetting } from './divisions'

export const divisionLevelLabels: Record<DivisionLevel | 'grid', string> = {
  county: '县',
  town: '乡镇（街道）',
  village: '村（社区）',
  grid: '网格',
}

export const divisionKindLabels: Record<DivisionKind, string> = {
  county: '县',
  town: '乡镇',
  pseudoStreet: '城市社区街道',
  village: '行政村',
  community: '社区',
}

export const gridKindLabels: Record<GridKind, string> = { basic: '基础网格', special: '专属网格' }

export const gridSettingLabels: Record<GridSetting, string> = { urban: '城市网格', rural: '农村网格' }

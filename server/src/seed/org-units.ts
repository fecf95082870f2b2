import type { DivisionRecord } from '@xiangli/shared/region/divisions'
import type { CountyRecords } from '../modules/region'

type UnitRecord = CountyRecords['units'][number]

/** Departments by the key a case category names; a county's own list replaces this one. */
const departments: readonly [key: string, name: string][] = [
  ['transport', '县交通运输局'],
  ['water', '县水务局'],
  ['energy', '县发展和改革局（能源）'],
  ['urban', '县综合执法局'],
  ['land', '县自然资源局'],
  ['agriculture', '县农业农村局'],
  ['civilAffairs', '县民政局'],
  ['medical', '县医疗保障局'],
  ['education', '县教育局'],
  ['justice', '县司法局'],
  ['emergency', '县应急管理局'],
]

const committeeName = ({ kind, shortName, name }: DivisionRecord): string => {
  if (/委员会$/.test(name)) return name
  return kind === 'community' ? `${shortName}居民委员会` : `${shortName}村民委员会`
}

/** Committee → township centre → county centre; dispatch room and departments under the county centre. */
export const orgUnits = (divisions: readonly DivisionRecord[]): UnitRecord[] => {
  const county = divisions.find(({ level }) => level === 'county')
  if (!county) return []
  const centre = `centre-${county.id}`
  const atCounty = { regionId: county.id, regionPath: county.path }
  const towns = divisions.filter(({ level }) => level === 'town')
  const villages = divisions.filter(({ level }) => level === 'village')
  return [
    { unitId: centre, name: '县综治中心', kind: 'countyCentre', ...atCounty },
    { unitId: `dispatch-${county.id}`, name: '县治理调度室', kind: 'dispatchRoom', parentId: centre, ...atCounty },
    ...departments.map(([key, name]): UnitRecord => ({ unitId: `dept-${key}`, name, kind: 'department', parentId: centre, department: key, ...atCounty })),
    ...towns.map((town): UnitRecord => ({
      unitId: `township-${town.id}`,
      name: `${town.shortName}综治中心`,
      kind: 'township',
      parentId: centre,
      regionId: town.id,
      regionPath: town.path,
    })),
    ...villages.map((village): UnitRecord => ({
      unitId: `committee-${village.id}`,
      name: committeeName(village),
      kind: 'committee',
      parentId: `township-${village.parentId}`,
      regionId: village.id,
      regionPath: village.path,
    })),
  ]
}

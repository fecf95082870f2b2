import type { DivisionRecord } from '@xiangli/shared/region/divisions'
import type { CountyRecords } from '../../modules/region'
import { places } from '../places'

type UnitRecord = CountyRecords['units'][number]

export const CENTRE = `centre-${places.county}`
export const DISPATCH_ROOM = `dispatch-${places.county}`
export const departmentId = (key: string): string => `dept-${key}`
export const townshipId = (townId: string): string => `township-${townId}`
export const committeeId = (villageId: string): string => `committee-${villageId}`

/** The departments the case types name, each under the key of its duty. */
const departments: Record<string, string> = {
  transport: '县交通运输局',
  water: '县水务局',
  energy: '县供电公司',
  urban: '县住建局',
  land: '县自然资源局',
  agriculture: '县农业农村局',
  civilAffairs: '县民政局',
  medical: '县医疗保障局',
  education: '县教育局',
  justice: '县司法局',
  emergency: '县应急管理局',
  discipline: '县纪委监委',
}
export const departmentKeys: readonly string[] = Object.keys(departments)

const ofTown = ({ id, path, kind, shortName }: DivisionRecord): UnitRecord => ({
  unitId: townshipId(id),
  // The statistical street has no office of its own; its communities need a desk above them all the same.
  name: `${kind === 'pseudoStreet' ? '城市社区' : shortName}综治中心`,
  kind: 'township',
  parentId: CENTRE,
  regionId: id,
  regionPath: path,
})

const ofVillage = ({ id, parentId, path, kind, shortName }: DivisionRecord): UnitRecord => ({
  unitId: committeeId(id),
  name: `${shortName}${kind === 'community' ? '居委会' : '村委会'}`,
  kind: 'committee',
  parentId: townshipId(parentId ?? ''),
  regionId: id,
  regionPath: path,
})

/** Committee → township → county centre; departments and the dispatch room stand beside the townships. */
export const buildUnits = (divisions: readonly DivisionRecord[]): UnitRecord[] => {
  const county = divisions.find(({ level }) => level === 'county')
  if (!county) throw new Error('no county among the divisions')
  const at = { regionId: county.id, regionPath: county.path }
  return [
    { unitId: CENTRE, name: '县综治中心', kind: 'countyCentre', ...at },
    { unitId: DISPATCH_ROOM, name: '县治理调度室', kind: 'dispatchRoom', parentId: CENTRE, ...at },
    ...Object.entries(departments).map(([department, name]): UnitRecord => ({
      unitId: departmentId(department),
      name,
      kind: 'department',
      parentId: CENTRE,
      department,
      ...at,
    })),
    ...divisions.filter(({ level }) => level === 'town').map(ofTown),
    ...divisions.filter(({ level }) => level === 'village').map(ofVillage),
  ]
}

import { shortNameOf } from '@xiangli/shared/region/divisions'
import type { DivisionKind, DivisionRecord } from '@xiangli/shared/region/divisions'
import type { Area } from '@xiangli/shared/region/geometry'
import { centreOf } from './centre'
import { COUNTY_CODE, DIVISIONS_VALID_FROM, URBAN_TOWN_CODE } from './plan'
import type { DivisionRow } from './read-data'

/** Ids are made from the first code a division had and stay, whatever its code becomes. */
const ID_MAKERS: Record<DivisionRow['level'], (code: string) => string> = {
  county: (code) => code.slice(0, 6),
  town: (code) => `t${code.slice(6, 9)}`,
  village: (code) => `v${code.slice(6, 12)}`,
}

export const idOf = (row: Pick<DivisionRow, 'level' | 'code'>): string => ID_MAKERS[row.level](row.code)

export const villageIdOf = (code: string): string => idOf({ level: 'village', code })
export const townIdOf = (villageCode: string): string => idOf({ level: 'town', code: villageCode })
export const villagePathOf = (code: string): string => `${COUNTY_CODE}/${townIdOf(code)}/${villageIdOf(code)}/`

export function mintGrid(villageCode: string, ordinal: number): { id: string; code: string; path: string } {
  const digits = String(ordinal).padStart(3, '0')
  const id = `g${villageCode.slice(6, 12)}${digits}`
  return { id, code: `${villageCode}${digits}`, path: `${villagePathOf(villageCode)}${id}/` }
}

export function mintDivision(row: DivisionRow, polygon: Area): DivisionRecord {
  const id = idOf(row)
  return {
    id,
    code: row.code,
    name: row.name,
    shortName: shortNameOf(row.name),
    level: row.level,
    kind: kindOf(row),
    ...parentAndPath(row, id),
    centre: centreOf(polygon),
    validFrom: DIVISIONS_VALID_FROM,
  }
}

function kindOf({ level, code, name }: DivisionRow): DivisionKind {
  if (level === 'village') return name.endsWith('村民委员会') ? 'village' : 'community'
  return code.startsWith(URBAN_TOWN_CODE) ? 'pseudoStreet' : level
}

function parentAndPath({ level, code }: DivisionRow, id: string): { parentId?: string; path: string } {
  if (level === 'county') return { path: `${id}/` }
  if (level === 'town') return { parentId: COUNTY_CODE, path: `${COUNTY_CODE}/${id}/` }
  return { parentId: townIdOf(code), path: villagePathOf(code) }
}

import type { Point } from '../core/fields'
import { wordsOf, type Cell } from '../file/cell'
import { PLACE_KINDS, placeKindLabels, type PlaceKind } from './place-codes'

/** What the columns of a sheet of places are called. */
export const codeColumns = { name: '名称', kind: '种类', village: '村', grid: '网格', lng: '经度', lat: '纬度', category: '类别', words: '说明' } as const
export type CodeColumn = keyof typeof codeColumns

interface Named {
  id: string
  names: readonly string[]
}

export interface CodeRowRules {
  /** Where whoever sends the sheet may make codes. */
  villages: readonly Named[]
  gridsOf: (villageId: string) => readonly Named[]
  categories: readonly Named[]
  locate: (point: Point) => { villageId: string; villageName: string; gridId: string; gridName: string } | null
}

export interface CodeItem {
  name: string
  kind: PlaceKind
  villageId: string
  villageName: string
  gridId?: string
  gridName?: string
  point?: Point
  category?: string
  words?: string
}

export interface CodeRow {
  item?: CodeItem
  problems: string[]
}

const LONGEST = { name: 30, words: 60 } as const

const byName = (of: readonly Named[], said: string): Named[] => of.filter(({ names }) => names.includes(said))

interface Reading {
  get: (column: CodeColumn) => string
  problems: string[]
  rules: CodeRowRules
}

const kindOf = ({ get, problems }: Reading): PlaceKind => {
  const said = get('kind')
  if (!said) return 'other'
  const kind = PLACE_KINDS.find((each) => placeKindLabels[each] === said || placeKindLabels[each].includes(said))
  if (!kind) problems.push(`不认得种类“${said.slice(0, 20)}”；可以填：${PLACE_KINDS.map((each) => placeKindLabels[each]).join('、')}`)
  return kind ?? 'other'
}

const pointOf = ({ get, problems }: Reading): Point | undefined => {
  const [lng, lat] = [get('lng'), get('lat')]
  if (!lng && !lat) return undefined
  const point: Point = [Number(lng), Number(lat)]
  if (lng && lat && point.every(Number.isFinite) && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90) return point
  problems.push('经度、纬度要都填数字，例如 107.35 和 35.33')
  return undefined
}

const villageOf = ({ get, problems, rules }: Reading): Named | undefined => {
  const said = get('village')
  if (!said) return undefined
  const found = byName(rules.villages, said)
  if (found.length === 0) problems.push(`“${said.slice(0, 20)}”不是您能做码的村（社区）`)
  if (found.length > 1) problems.push(`有几个村都叫“${said.slice(0, 20)}”，请在前面加上乡镇名`)
  return found.length === 1 ? found[0] : undefined
}

type Where = Pick<CodeItem, 'villageId' | 'villageName' | 'gridId' | 'gridName' | 'point'>

/** By the point, else by the names; where both are given they have to agree. */
const whereOf = (reading: Reading): Where | undefined => {
  const { get, problems, rules } = reading
  const point = pointOf(reading)
  const village = villageOf(reading)
  const found = point ? rules.locate(point) : null
  if (point && (!found || !rules.villages.some(({ id }) => id === found.villageId))) problems.push('这个点不在您能做码的地方')
  if (found && village && found.villageId !== village.id) problems.push(`这个点在${found.villageName}，不在${get('village')}`)
  if (!point && !village) {
    if (!get('village')) problems.push('请填村，或填经度、纬度')
    return undefined
  }
  const villageId = village?.id ?? found?.villageId ?? ''
  const saidGrid = get('grid')
  const [grid] = saidGrid ? byName(rules.gridsOf(villageId), saidGrid) : []
  if (saidGrid && !grid) problems.push(`这个村里没有“${saidGrid.slice(0, 20)}”`)
  if (grid && found && grid.id !== found.gridId) problems.push(`这个点在${found.gridName}，不在${saidGrid}`)
  const gridName = grid?.names[0] ?? found?.gridName
  const gridId = grid?.id ?? found?.gridId
  return { villageId, villageName: village?.names[1] ?? found?.villageName ?? '', ...(gridId ? { gridId } : {}), ...(gridName ? { gridName } : {}), ...(point ? { point } : {}) }
}

const categoryOf = ({ get, problems, rules }: Reading): string | undefined => {
  const said = get('category')
  if (!said) return undefined
  const [category] = byName(rules.categories, said)
  if (!category) problems.push(`没有类别“${said.slice(0, 20)}”`)
  return category?.id
}

/** One row as a code that could be made, with everything that is wrong with it; never stops at the first. */
export const readCodeRow = (cells: readonly Cell[], headers: readonly string[], rules: CodeRowRules): CodeRow => {
  const problems: string[] = []
  const get = (column: CodeColumn): string => wordsOf(cells[headers.indexOf(codeColumns[column])])
  const reading = { get, problems, rules }
  const name = get('name')
  if (!name) problems.push('请填名称，如“三社井旁路灯”')
  for (const column of ['name', 'words'] as const) if (get(column).length > LONGEST[column]) problems.push(`${codeColumns[column]}最多 ${LONGEST[column]} 个字`)
  const [kind, where, category] = [kindOf(reading), whereOf(reading), categoryOf(reading)]
  if (problems.length > 0 || !where) return { problems }
  const words = get('words')
  return { problems, item: { name, kind, ...where, ...(category ? { category } : {}), ...(words ? { words } : {}) } }
}

import type { Position } from '@xiangli/shared/region/geometry'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** A degree of longitude in degrees of latitude, at 35.35° north. */
const LONGITUDE_SCALE = 0.82

/**
 * Reading order, as grid codes are usually given out: rows from north to south, each from west to east.
 * The number of rows follows how the grids lie, so that two side by side stay one row.
 */
export function inReadingOrder<Grid extends { centre: Position }>(grids: readonly Grid[]): Grid[] {
  const perRow = Math.ceil(grids.length / rowsOf(grids.map(({ centre }) => centre)))
  const southwards = grids.toSorted((a, b) => b.centre[1] - a.centre[1])
  const result: Grid[] = []
  for (let i = 0; i < southwards.length; i += perRow) {
    result.push(...southwards.slice(i, i + perRow).sort((a, b) => a.centre[0] - b.centre[0]))
  }
  return result
}

function rowsOf(centres: readonly Position[]): number {
  const extent = (axis: 0 | 1) => {
    const values = centres.map((centre) => centre[axis])
    return Math.max(...values) - Math.min(...values)
  }
  const [width, height] = [LONGITUDE_SCALE * extent(0), extent(1)]
  if (width === 0) return centres.length
  return Math.min(centres.length, Math.max(1, Math.round(Math.sqrt((centres.length * height) / width))))
}

/** 1 → 第一网格, 12 → 第十二网格. */
export function gridName(ordinal: number): string {
  const [tens, ones] = [Math.floor(ordinal / 10), ordinal % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `第${ten}${ones === 0 ? '' : DIGITS[ones]}网格`
}

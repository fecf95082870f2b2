import type { LatticePoint } from '@xiangli/shared/region/geometry'

/** Cuts a closed walk wherever it returns to a vertex; what remains are simple loops of three points or more. */
export function loopsOf(walk: readonly LatticePoint[]): LatticePoint[][] {
  const loops: LatticePoint[][] = []
  const open: LatticePoint[] = []
  const isOpen = new Set<string>()
  for (const point of walk) {
    if (isOpen.has(String(point))) {
      const start = open.findLastIndex((seen) => seen[0] === point[0] && seen[1] === point[1])
      const loop = open.splice(start)
      loop.forEach((seen) => isOpen.delete(String(seen)))
      loops.push(loop)
    }
    open.push(point)
    isOpen.add(String(point))
  }
  loops.push(open)
  return loops.filter((loop) => loop.length > 2)
}

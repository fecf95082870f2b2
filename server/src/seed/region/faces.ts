import { orientation, twiceRingArea } from '@xiangli/shared/region/geometry'
import type { LatticePoint } from '@xiangli/shared/region/geometry'
import type { Cut } from './cut'
import { groupBy } from './group-by'
import { reunite } from './reunite'

/** One side of a border, walked with the area it bounds on the left. */
export type HalfEdge = { from: LatticePoint; to: LatticePoint; label: number; twin?: HalfEdge }

const OUTSIDE = -1
const UNKNOWN = -2

/**
 * The plane as cut up by borders and outline: every half-edge labelled with the grid on its left.
 * A grid cut in two by the outline keeps its larger piece; its neighbour there takes the rest.
 */
export function labelHalfEdges({ outline, segments }: Cut): HalfEdge[] {
  const edges = [
    ...outline.map((from, i): HalfEdge => ({ from, to: outline[(i + 1) % outline.length]!, label: UNKNOWN })),
    ...segments.flatMap(({ from, to, left, right }) => {
      const there: HalfEdge = { from, to, label: left }
      const back: HalfEdge = { from: to, to: from, label: right, twin: there }
      there.twin = back
      return [there, back]
    }),
  ]
  const faces = facesOf(edges)
  for (const face of faces) labelFace(face)
  giveAwayFragments(faces)
  return edges
}

export const labelAcross = (edge: HalfEdge): number => edge.twin?.label ?? OUTSIDE

/** Walks around every face: at each vertex on to the next half-edge clockwise from the way back. */
export function facesOf(edges: readonly HalfEdge[]): HalfEdge[][] {
  const leaving = groupBy(edges, ({ from }) => String(from))
  const unseen = new Set(edges)
  const faces: HalfEdge[][] = []
  for (const start of edges) {
    if (!unseen.has(start)) continue
    const face: HalfEdge[] = []
    for (let edge = start; unseen.delete(edge); edge = sharpestTurn(edge, leaving.get(String(edge.to)) ?? [])) face.push(edge)
    faces.push(face)
  }
  return faces
}

function sharpestTurn(arriving: HalfEdge, leaving: readonly HalfEdge[]): HalfEdge {
  const [first, ...others] = leaving.filter((edge) => edge !== arriving.twin)
  if (!first) throw new Error(`a border ends at ${String(arriving.to)}`)
  return others.reduce((best, edge) => (isSharperLeft(arriving, { edge, best }) ? edge : best), first)
}

/** Does `edge` turn further left than `best`, for someone arriving along `arriving`? */
function isSharperLeft({ from, to }: HalfEdge, { edge, best }: { edge: HalfEdge; best: HalfEdge }): boolean {
  const isLeft = orientation(from, to, edge.to) > 0
  if (isLeft !== orientation(from, to, best.to) > 0) return isLeft
  return orientation(to, best.to, edge.to) > 0
}

function labelFace(face: readonly HalfEdge[]): void {
  const labels = new Set(face.map(({ label }) => label).filter((label) => label !== UNKNOWN))
  const [label] = labels
  if (label === undefined || labels.size > 1) throw new Error('borders do not agree on what lies between them')
  for (const edge of face) edge.label = label
}

/** Faces are reunited as sites were: a fragment joins the neighbour with whom it shares most of its border. */
function giveAwayFragments(faces: readonly HalfEdge[][]): void {
  const faceOf = new Map(faces.flatMap((face, i) => face.map((edge) => [edge, i] as const)))
  const neighbours = faces.map((face) => face.flatMap(({ twin }) => (twin ? [faceOf.get(twin)!] : [])))
  const byLabel = groupBy(faces.keys(), (i) => faces[i]![0]!.label)
  const sizeOf = (i: number) => twiceRingArea(faces[i]!.map(({ from }) => from))
  const labels = [...byLabel.keys()]
  reunite([...byLabel.values()], { neighbours, sizeOf }).forEach((part, i) => {
    for (const edge of part.flatMap((face) => faces[face]!)) edge.label = labels[i]!
  })
}

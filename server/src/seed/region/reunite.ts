type Neighbours = readonly (readonly number[])[]
type Ownership = { neighbours: Neighbours; owner: ReadonlyMap<number, number> }

type Surroundings = { neighbours: Neighbours; sizeOf: (member: number) => number }

/** Leaves each part its largest piece and hands the others to the neighbour that touches them most. */
export function reunite(parts: readonly number[][], { neighbours, sizeOf }: Surroundings): number[][] {
  const owner = new Map(parts.flatMap((part, label) => part.map((member) => [member, label] as const)))
  const size = (piece: readonly number[]) => piece.reduce((sum, member) => sum + sizeOf(member), 0)
  const strays = parts.flatMap((part) => {
    const [, ...rest] = piecesOf(part, neighbours).sort((a, b) => size(b) - size(a))
    return rest
  })
  strays.flat().forEach((member) => owner.delete(member))
  // A stray may touch only other strays at first, so they are placed in as many rounds as it takes.
  let waiting = strays
  while (waiting.length > 0) {
    const stuck = waiting.filter((piece) => {
      const host = mostTouched(piece, { neighbours, owner })
      if (host === undefined) return true
      piece.forEach((member) => owner.set(member, host))
      return false
    })
    if (stuck.length === waiting.length) throw new Error('a part of the county is cut off from the rest')
    waiting = stuck
  }
  const result: number[][] = parts.map(() => [])
  for (const member of parts.flat()) result[owner.get(member)!]!.push(member)
  return result
}

export function piecesOf(part: readonly number[], neighbours: Neighbours): number[][] {
  const unseen = new Set(part)
  const pieces: number[][] = []
  for (const start of part) {
    if (!unseen.delete(start)) continue
    const piece = [start]
    for (const member of piece) piece.push(...neighbours[member]!.filter((next) => unseen.delete(next)))
    pieces.push(piece)
  }
  return pieces
}

function mostTouched(piece: readonly number[], { neighbours, owner }: Ownership): number | undefined {
  const contacts = new Map<number, number>()
  for (const next of piece.flatMap((member) => neighbours[member]!)) {
    const label = owner.get(next)
    if (label !== undefined) contacts.set(label, (contacts.get(label) ?? 0) + 1)
  }
  return [...contacts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

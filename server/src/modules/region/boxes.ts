export interface Box {
  west: number
  south: number
  east: number
  north: number
}

const boxes = new Map<string, Box>()

const grow = (box: Box, value: unknown): void => {
  if (!Array.isArray(value)) return
  const [x, y] = value as unknown[]
  if (typeof x === 'number' && typeof y === 'number') {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  } else for (const part of value) grow(box, part)
}

/** The box around a region, worked out when its borders are read. */
export const noteBox = (id: string, coordinates: unknown): void => {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  grow(box, coordinates)
  boxes.set(id, box)
}

export const boxOf = (id: string): Box | undefined => boxes.get(id)

import { blob, box, HEIGHT, HORIZON, line, oval, shape, track, turned, WIDTH, type Brush } from './brush'

export const mud = ({ dice, isMended }: Brush): string => {
  if (isMended) return `${track('#9a9488')}${stones(300, { dice })}`
  const ruts = [-120, 110].map((dx) => line([[500 + dx * 1.9, HEIGHT], [500 + dx * 1.1, 560], [500 + dx * 0.3, HORIZON + 70]], '#5d452c', 26))
  const puddles = Array.from({ length: 6 }, () => {
    const y = 430 + dice.next() * 260
    return shape(blob(dice, [330 + dice.next() * 340, y], [30 + (y - 380) / 3, 8 + (y - 380) / 14]), '#8e9aa0', 'opacity="0.9"')
  })
  return [track('#7c6142'), ...ruts, ...puddles].join('')
}

const stones = (count: number, { dice }: Pick<Brush, 'dice'>): string =>
  Array.from({ length: count }, () => {
    const y = HORIZON + 70 + dice.next() ** 1.3 * 380
    const spread = (y - HORIZON) * 0.8
    return oval([500 + (dice.next() - 0.5) * spread, y], [1.5 + (y - HORIZON) / 90, 1 + (y - HORIZON) / 150], dice.chance(0.5) ? '#b7b1a4' : '#7f7a70')
  }).join('')

/** A canal edge with posts and two rails; a length of it hangs down until it is mended. */
export const railing = ({ isMended }: Brush): string => {
  const posts = Array.from({ length: 8 }, (_, n) => 40 + n * 132)
  const paint = isMended ? '#d8d4c8' : '#b5a999'
  const parts = posts.map((x, n) => {
    const fallen = !isMended && (n === 3 || n === 4)
    const post = box([x, 420], [22, 190], paint)
    const rails = n < 7 ? line([[x + 11, 460], [x + 143, 460]], paint, 12) + line([[x + 11, 530], [x + 143, 530]], paint, 12) : ''
    return fallen ? turned(post + rails, n === 3 ? 24 : 38, [x, 610]) : post + (!isMended && n === 2 ? '' : rails)
  })
  return [shape([[0, 600], [WIDTH, 600], [WIDTH, HEIGHT], [0, HEIGHT]], '#8f8a7d'), box([0, 350], [WIDTH, 90], '#6f8a8f'), ...parts].join('')
}

const sag = (from: readonly [number, number], to: readonly [number, number], depth: number): string =>
  line(Array.from({ length: 21 }, (_, n) => {
    const share = n / 20
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share + Math.sin(share * Math.PI) * depth] as const
  }), '#2f2d2a', 3)

/** Two poles and their wires: leaning and low, or upright and high. */
export const wire = ({ isMended }: Brush): string => {
  const depth = isMended ? 40 : 230
  const pole = (x: number, lean: number) =>
    turned(`${box([x - 11, 90], [22, 560], '#8a8378')}${box([x - 70, 130], [140, 12], '#6f685d')}${[-60, 0, 60].map((dx) => box([x + dx - 4, 112], [8, 18], '#efece4')).join('')}`, lean, [x, 650])
  const wires = [-55, 5, 60].map((dx) => sag([180 + dx, 135], [760 + dx + (isMended ? 0 : 90), isMended ? 135 : 190], depth))
  return [track('#a3937a', { width: 380 }), house(70, 430), pole(180, 0), pole(760, isMended ? 0 : 11), ...wires].join('')
}

/** A low brick house with a tiled roof. */
export const house = (x: number, y: number): string =>
  [
    box([x, y], [230, 120], '#b08d6d'),
    shape([[x - 18, y], [x + 20, y - 58], [x + 210, y - 58], [x + 248, y]], '#6d5a54'),
    box([x + 30, y + 34], [52, 46], '#4f5d63'),
    box([x + 120, y + 30], [50, 90], '#7d3f34'),
  ].join('')

export const orchard = ({ dice }: Brush): string => {
  const rows = [0, 1, 2, 3].flatMap((row) => Array.from({ length: 4 + row }, (_, n) => ({ x: 60 + n * (900 / (3 + row)) + dice.next() * 20, y: 400 + row * 85, size: 44 + row * 20 })))
  return rows
    .map(({ x, y, size }) => {
      const apples = Array.from({ length: 9 }, () => oval([x + (dice.next() - 0.5) * size * 1.5, y - size + (dice.next() - 0.5) * size], [size / 11, size / 11], '#b3382c'))
      return [box([x - size / 12, y - size / 2], [size / 6, size * 0.8], '#5b4632'), shape(blob(dice, [x, y - size], [size, size * 0.8]), '#5f7340'), ...apples].join('')
    })
    .join('')
}

/** Rows running to the horizon: thirsty and pale, or green. */
export const field = ({ isMended }: Brush): string => {
  const rows = Array.from({ length: 25 }, (_, n) => {
    const near = -700 + n * 100
    const far = 380 + n * 10
    return shape([[near, HEIGHT], [far, HORIZON + 60], [far + 4, HORIZON + 60], [near + 46, HEIGHT]], isMended || n % 3 ? '#7c8d45' : '#b3a35e')
  })
  return [...rows, house(690, 300)].join('')
}

export const road = ({ isMended }: Brush): string => {
  const dashes = Array.from({ length: 6 }, (_, n) => {
    const y = 400 + n * n * 14
    const middle = 500 + 120 * (1 - (y - HORIZON - 48) / (HEIGHT - HORIZON - 48))
    return box([middle - 3 - n * 2, y], [6 + n * 4, 12 + n * 7], '#ece7d6')
  })
  const mirror = isMended ? `${box([742, 300], [10, 260], '#c8c5bb')}${oval([747, 292], [46, 46], '#d1652f')}${oval([747, 292], [37, 37], '#c9d8de')}` : ''
  return [track('#6a6a68', { bend: 120 }), ...(isMended ? dashes : []), mirror].join('')
}

import type { Dice } from '../people/dice'

export const WIDTH = 1000
export const HEIGHT = 750
/** Where the land begins. */
export const HORIZON = 300

export interface Brush {
  dice: Dice
  /** After the work is done. */
  isMended: boolean
}

type Spot = readonly [x: number, y: number]

const at = (points: readonly Spot[]): string => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

export const shape = (points: readonly Spot[], fill: string, extra = ''): string => `<polygon points="${at(points)}" fill="${fill}" ${extra}/>`

export const line = (points: readonly Spot[], stroke: string, width: number): string =>
  `<polyline points="${at(points)}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

export const box = ([x, y]: Spot, [width, height]: Spot, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`

export const oval = ([x, y]: Spot, [rx, ry]: Spot, fill: string): string =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}"/>`

export const turned = (inner: string, degrees: number, [x, y]: Spot): string =>
  `<g transform="rotate(${degrees.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)})">${inner}</g>`

/** A round shape with an uneven edge. */
export const blob = (dice: Dice, [x, y]: Spot, [rx, ry]: Spot): Spot[] =>
  Array.from({ length: 14 }, (_, n) => {
    const [angle, stretch] = [(n / 14) * Math.PI * 2, 0.72 + dice.next() * 0.42]
    return [x + Math.cos(angle) * rx * stretch, y + Math.sin(angle) * ry * stretch] as const
  })

/** A range of loess hills, its upper edge worn into steps. */
const ridge = (dice: Dice, { base, height, fill }: { base: number; height: number; fill: string }): string => {
  const phase = dice.next() * 6
  const top = Array.from({ length: 41 }, (_, n): Spot => {
    const x = n * 25
    const wave = Math.sin(n / 5 + phase) * 0.5 + Math.sin(n / 2.3 + phase * 2) * 0.22
    return [x, base - height * (0.7 + wave) + (n % 3 === 0 ? 6 : 0)]
  })
  return shape([[0, HEIGHT], ...top, [WIDTH, HEIGHT]], fill)
}

const skies = {
  day: ['#b9cfdf', '#e9ece6'],
  grey: ['#c3c8cb', '#dfdfda'],
  dusk: ['#27364f', '#b0806a'],
} as const

export type Light = keyof typeof skies

/** Sky, far hills and the ground everything stands on. */
export const land = (dice: Dice, light: Light, ground = '#a58a63'): string => {
  const [above, below] = skies[light]
  const isDusk = light === 'dusk'
  const far = isDusk ? ['#5c5560', '#4a4750', '#3d3c42'] : ['#b3ada0', '#a49a80', '#96895f']
  return [
    `<defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="${above}"/><stop offset="1" stop-color="${below}"/></linearGradient>`,
    `<linearGradient id="near" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="${isDusk ? 0.55 : 0.28}"/></linearGradient></defs>`,
    box([0, 0], [WIDTH, HEIGHT], 'url(#sky)'),
    ridge(dice, { base: HORIZON + 10, height: 90, fill: far[0]! }),
    ridge(dice, { base: HORIZON + 30, height: 70, fill: far[1]! }),
    ridge(dice, { base: HORIZON + 50, height: 45, fill: far[2]! }),
    box([0, HORIZON + 45], [WIDTH, HEIGHT - HORIZON], isDusk ? '#4f4638' : ground),
    tufts(dice, isDusk ? '#3a3a2c' : '#7f8050'),
    box([0, HORIZON + 45], [WIDTH, HEIGHT - HORIZON], 'url(#near)'),
  ].join('')
}

/** Dry grass, larger towards the eye. */
const tufts = (dice: Dice, stroke: string): string =>
  Array.from({ length: 90 }, () => {
    const [x, y] = [dice.next() * WIDTH, HORIZON + 60 + dice.next() ** 1.4 * 380]
    const size = 3 + (y - HORIZON) / 26
    return line([[x - size / 2, y - size], [x, y], [x + size / 2, y - size * 0.9]], stroke, 1 + size / 12)
  }).join('')

/** A road running away from the eye, with its edges. */
export const track = (fill: string, { width = 620, bend = 0 }: { width?: number; bend?: number } = {}): string => {
  const far = WIDTH / 2 + bend
  return shape([[WIDTH / 2 - width / 2 - 60, HEIGHT], [far - 34, HORIZON + 48], [far + 34, HORIZON + 48], [WIDTH / 2 + width / 2 + 60, HEIGHT]], fill)
}

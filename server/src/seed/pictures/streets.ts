import { blob, box, HEIGHT, HORIZON, line, oval, shape, track, turned, WIDTH, type Brush } from './brush'
import { house } from './outdoors'

export const lamp = ({ isMended }: Brush): string => {
  const glow = isMended
    ? `<defs><radialGradient id="glow"><stop offset="0" stop-color="#fff3c4" stop-opacity="0.95"/><stop offset="1" stop-color="#ffdc8a" stop-opacity="0"/></radialGradient></defs>${shape([[600, 205], [660, 205], [900, HEIGHT], [300, HEIGHT]], '#ffe9ae', 'opacity="0.22"')}${oval([632, 205], [190, 170], 'url(#glow)')}`
    : ''
  return [
    track('#3b3a3c', { width: 520 }),
    house(90, 420),
    box([474, 190], [18, 470], '#6d7377'),
    line([[483, 200], [510, 170], [600, 186]], '#6d7377', 12),
    shape([[588, 178], [668, 186], [662, 206], [592, 200]], isMended ? '#fff6d6' : '#8b9093'),
    glow,
  ].join('')
}

const bin = (x: number, fill: string): string =>
  `${shape([[x, 430], [x + 110, 430], [x + 98, 610], [x + 12, 610]], fill)}${box([x - 6, 412], [122, 22], '#2c4a3c')}${oval([x + 24, 616], [13, 13], '#222')}${oval([x + 86, 616], [13, 13], '#222')}`

const BAGS = ['#d9d6cf', '#4d5a66', '#a43b32', '#c9b24f', '#6e8f9c', '#ece9e2', '#7d6a55', '#3c3f3a'] as const

export const rubbish = ({ dice, isMended }: Brush): string => {
  const heap = Array.from({ length: isMended ? 0 : 46 }, () => {
    const [x, y] = [250 + dice.next() * 560, 520 + dice.next() * 150]
    return shape(blob(dice, [x, y - Math.max(0, 120 - Math.abs(530 - x) / 2.4)], [22 + dice.next() * 34, 16 + dice.next() * 22]), dice.pick(BAGS))
  })
  return [box([0, 330], [WIDTH, 150], '#b7a48b'), box([0, 470], [WIDTH, 14], '#9c8a72'), bin(300, '#3d7a5b'), bin(450, '#3d7a5b'), ...(isMended ? [bin(600, '#3a6f96')] : []), ...heap].join('')
}

export const rubble = ({ dice, isMended }: Brush): string => {
  const bricks = Array.from({ length: isMended ? 0 : 90 }, () => {
    const x = 180 + dice.next() * 640
    const height = Math.max(20, 230 - Math.abs(500 - x) * 0.6)
    const y = 660 - dice.next() * height
    return turned(box([x, y], [46, 22], dice.pick(['#9b5b45', '#ad6b51', '#8d8a82', '#b9b3a7'])), dice.next() * 180, [x, y])
  })
  return [track('#9b8c74'), ...bricks].join('')
}

export const pothole = ({ dice, isMended }: Brush): string => {
  const surface = track('#6d6c69')
  const cracks = Array.from({ length: 7 }, () => {
    const [x, y] = [320 + dice.next() * 360, 480 + dice.next() * 200]
    return line([[x, y], [x + 40 + dice.next() * 30, y + 18], [x + 70 + dice.next() * 60, y - 8]], '#4b4a48', 3)
  })
  if (isMended) return `${surface}${shape([[340, 520], [650, 515], [690, 640], [310, 650]], '#3f3f40')}`
  return [
    surface,
    ...cracks,
    shape(blob(dice, [500, 580], [185, 76]), '#57503f'),
    shape(blob(dice, [505, 590], [150, 54]), '#3a342a'),
    shape(blob(dice, [510, 598], [105, 32]), '#8b969b', 'opacity="0.85"'),
  ].join('')
}

/** A channel under slabs; one is gone, with a plank beside it. */
export const cover = ({ dice, isMended }: Brush): string => {
  const slabs = Array.from({ length: 9 }, (_, n) => {
    const [near, far] = [-100 + n * 140, 130 + n * 86]
    const isGone = !isMended && n === 4
    const fill = isGone ? '#211d18' : isMended && n === 4 ? '#c9c5bb' : '#9f9a8e'
    return shape([[near, 660], [far, 440], [far + 80, 440], [near + 132, 660]], fill, 'stroke="#6c675c" stroke-width="4"')
  })
  const broken = isMended ? '' : `${turned(box([430, 560], [150, 60], '#8d887d'), 17, [500, 590])}${shape(blob(dice, [610, 640], [40, 18]), '#807b70')}`
  return [...slabs, broken].join('')
}

const wall = (fill: string, seam: string): string => {
  const bricks = Array.from({ length: 11 }, (_, row) =>
    Array.from({ length: 12 }, (__, n) => `<rect x="${n * 96 - (row % 2) * 48}" y="${150 + row * 42}" width="92" height="38" fill="${fill}"/>`).join(''),
  )
  return `${box([0, 150], [WIDTH, 462], seam)}${bricks.join('')}`
}

export const water = ({ dice, isMended }: Brush): string => {
  const pipe = `${box([300, 300], [26, 320], '#8c8f90')}${box([286, 420], [54, 30], '#6c7072')}`
  if (isMended) return `${wall('#b9987a', '#8f7a64')}${pipe}${box([0, 612], [WIDTH, 138], '#8d8677')}${box([270, 400], [86, 90], '#3f6f8a')}`
  const stream = [
    line([[318, 440], [352, 520], [360, 620]], '#c9dbe2', 14),
    shape(blob(dice, [460, 680], [330, 48]), '#8fa4ad', 'opacity="0.85"'),
    shape(blob(dice, [430, 676], [170, 22]), '#b9c9cf', 'opacity="0.8"'),
  ]
  return [wall('#b9987a', '#8f7a64'), pipe, box([0, 612], [WIDTH, 138], '#756e60'), ...stream].join('')
}

export const crack = ({ dice, isMended }: Brush): string => {
  const ground = box([0, 612], [WIDTH, 138], '#857b69')
  if (isMended) return `${wall('#c3ab8c', '#a08b70')}${shape(blob(dice, [520, 390], [110, 240]), '#d6cdbd')}${ground}`
  let x = 500
  const split = Array.from({ length: 15 }, (_, n) => [(x += (dice.next() - 0.45) * 42), 150 + n * 33] as const)
  return [wall('#bfa283', '#937d63'), line(split, '#241d16', 13), line(split.slice(4, 12).map(([px, py]) => [px + 30, py + 6]), '#3c3128', 5), ground].join('')
}

const SHOPS = ['#b9ab98', '#c6b7a2', '#a9a79d', '#bfae93'] as const
const SIGNS = ['#a8322a', '#27627d', '#2f7150', '#b5822a'] as const

/** A row of shops behind a pavement whose tiles stand up, or lie even. */
export const street = ({ dice, isMended }: Brush): string => {
  const shops = Array.from({ length: 4 }, (_, n) => {
    const x = n * 250
    const windows = [0, 1, 2].map((k) => box([x + 24 + k * 76, 120], [52, 64], '#5f7079'))
    return [box([x, 60], [246, 420], SHOPS[n]!), ...windows, box([x + 10, 236], [226, 46], SIGNS[n]!), box([x + 22, 300], [200, 180], '#48535a')].join('')
  })
  const tiles = Array.from({ length: 60 }, (_, n) => {
    const [x, y] = [(n % 12) * 88 - 20, 486 + Math.floor(n / 12) * 54]
    const lean = isMended ? 0 : dice.chance(0.16) ? (dice.next() - 0.5) * 26 : 0
    return turned(box([x, y], [84, 50], lean === 0 ? '#b7aea0' : '#8b8377'), lean, [x, y])
  })
  return [box([0, HORIZON], [WIDTH, HEIGHT], '#8f887b'), ...shops, ...tiles].join('')
}

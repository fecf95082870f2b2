import { LETTERS, plainLetters } from './letters'

/** What a code may be stuck to: things that stand still, never somebody's door. */
export const PLACE_KINDS = ['lamp', 'well', 'busStop', 'toilet', 'board', 'bin', 'bridge', 'square', 'other'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const placeKindLabels: Record<PlaceKind, string> = {
  lamp: '路灯', well: '水井水泵', busStop: '公交站', toilet: '公厕', board: '公示栏', bin: '垃圾点', bridge: '桥涵', square: '广场', other: '其他',
}

const BODY = 7
export const CODE_LENGTH = BODY + 1

const valueOf = (letter: string): number => LETTERS.indexOf(letter)

/** Odd weights, so that one wrong letter is always noticed and most swaps are. */
const checkOf = (body: string): string => {
  const sum = [...body].reduce((total, letter, at) => total + valueOf(letter) * (2 * at + 1), 0)
  return LETTERS[sum % LETTERS.length] ?? '0'
}

/** A code of seven numbers below thirty-two, with its check letter. */
export const codeFrom = (numbers: readonly number[]): string => {
  const body = numbers.slice(0, BODY).map((n) => LETTERS[n % LETTERS.length]).join('')
  return `${body}${checkOf(body)}`
}

/** A code as it is kept; null when it is none. */
export const normalCode = (said: string): string | null => {
  const code = plainLetters(said)
  const isOne = code.length === CODE_LENGTH && [...code].every((letter) => valueOf(letter) >= 0)
  return isOne && checkOf(code.slice(0, BODY)) === code.slice(BODY) ? code : null
}

/** As it stands on the sheet: two groups of four. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What a phone is handed by a scan: WeChat's scene, the address of an ordinary code in `q`, or the browser's own query. */
export interface Scanned {
  scene?: string | undefined
  q?: string | undefined
  code?: string | undefined
}

const plainText = (given: string): string => {
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}

export const codeInScan = ({ scene, q, code }: Scanned): string | null => {
  const given = scene ?? q ?? code
  if (!given) return null
  const [last = ''] = plainText(given).split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').slice(-1) ?? []
  return normalCode(last.replace(/^c=/, ''))
}

/** Where a code leads without WeChat; short, because it is what the squares have to hold. */
export const codePath = (code: string): string => `/c/${code}`

import type { Point } from '../core/fields'
import { DAY } from '../core/time'
import { metresBetween } from '../region/distance'
import { categoryOf, type CaseType, type Radius } from './case-type'
import { gramsOf, textLikeness } from './text-likeness'

/** Usual with FixMyStreet: who stands there knows what they mean, an inspector sees the whole neighbourhood. */
export const DEFAULT_RADIUS: Radius = { villager: 250, staff: 1000 }
/** Older reports are another matter, or one that should not gather company in silence. */
export const WINDOW_DAYS: Record<Looker, number> = { villager: 30, staff: 90 }
/** From here on two texts speak of the same thing. */
export const ALIKE = 0.2
export const MOST_OFFERED = 5

export type Looker = keyof Radius

/** What a report says about its matter, filed or not yet. */
export interface Matter {
  category: string | null
  words?: string | null | undefined
  point?: Point | undefined
  villageId?: string | undefined
}

export interface Found extends Matter {
  id: string
  receivedAt: Date
  /** Cases already merged into it. */
  childCount: number
}

export interface Likeness {
  /** Between 0 and 1. */
  score: number
  metres: number | null
  isSameVillage: boolean
  isSameKind: boolean
  isTextAlike: boolean
}

const wordsWithin = (text: string, words: readonly string[] = []): boolean => words.some((word) => text.includes(word))

/** Kinds the words speak of; what is private stands first, so that doubt never shows it. */
const spokenOf = (type: CaseType, text: string): string[] => {
  const spoken = type.categories.filter(({ words }) => wordsWithin(text, words))
  return [...spoken.filter(({ isPrivate }) => isPrivate), ...spoken.filter(({ isPrivate }) => !isPrivate)].map(({ code, family }) => family ?? code)
}

const plain = (type: CaseType, words: string | null | undefined): string =>
  (type.sameWords ?? []).reduce((text, [first = '', ...others]) => others.reduce((done, other) => done.replaceAll(other, first), text), (words ?? '').normalize('NFKC'))

/** The family of the category; of an unsorted report the one its words speak of; null when nothing tells. */
export const familyOf = (type: CaseType, { category, words }: Pick<Matter, 'category' | 'words'>): string | null => {
  const known = categoryOf(type, category ?? undefined)
  if (known) return known.family ?? known.code
  return spokenOf(type, plain(type, words))[0] ?? null
}

const membersOf = (type: CaseType, family: string) => type.categories.filter((each) => (each.family ?? each.code) === family)

/** Families other villagers may be shown cases of. */
export const openFamilies = (type: CaseType): string[] =>
  [...new Set(type.categories.map(({ code, family }) => family ?? code))].filter((family) => membersOf(type, family).every(({ isPrivate }) => !isPrivate))

/** May another villager be shown it? Only what is sorted or speaks plainly of a common thing, and of nobody's own affairs. */
export const isForOthers = (type: CaseType, matter: Pick<Matter, 'category' | 'words'>): boolean => {
  const family = familyOf(type, matter)
  const open = openFamilies(type)
  if (family === null || !open.includes(family)) return false
  return spokenOf(type, plain(type, matter.words)).every((spoken) => open.includes(spoken))
}

export const radiusOf = (type: CaseType, category: string | null, looker: Looker): number =>
  categoryOf(type, category ?? undefined)?.radius?.[looker] ?? DEFAULT_RADIUS[looker]

/** A draft nobody has sorted is sought as wide as the kind its words speak of. */
export const radiusFor = (type: CaseType, matter: Pick<Matter, 'category' | 'words'>, looker: Looker): number => {
  const family = familyOf(type, matter)
  const category = matter.category ?? (family === null ? null : (membersOf(type, family)[0]?.code ?? null))
  return radiusOf(type, category, looker)
}

interface Asking {
  looker: Looker
  now: Date
}

const nearness = (one: Matter, other: Matter, radius: number): { metres: number | null; share: number } | null => {
  if (one.point && other.point) {
    const metres = metresBetween(one.point, other.point)
    return metres <= radius ? { metres, share: 1 - metres / radius } : null
  }
  // Where only the village is known, that is as near as anybody can say.
  const isSame = one.villageId !== undefined && one.villageId === other.villageId
  return isSame ? { metres: null, share: 0 } : null
}

/** A long story shares few pairs with a short one: that both say 停电 is enough to look at them together. */
const textOf = (type: CaseType, one: Matter, other: Matter): number | null => {
  const text = textLikeness(gramsOf(one.words, type.sameWords), gramsOf(other.words, type.sameWords))
  if (text === null) return null
  const [words, otherWords] = [plain(type, one.words), plain(type, other.words)]
  const isNamed = type.categories.some((category) => category.words?.some((word) => words.includes(word) && otherWords.includes(word)))
  return isNamed ? Math.max(text, ALIKE) : text
}

const PARTS = { text: 0.5, place: 0.3, kind: 0.2 } as const

/** How alike two reports are, either way round; null when they are not one matter. */
export const likenessOf = (type: CaseType, [one, other]: readonly [Matter, Matter], looker: Looker): Likeness | null => {
  const radius = Math.max(radiusFor(type, one, looker), radiusFor(type, other, looker))
  const near = nearness(one, other, radius)
  if (!near) return null
  const [family, otherFamily] = [familyOf(type, one), familyOf(type, other)]
  const isSameKind = family !== null && family === otherFamily
  if (family !== null && otherFamily !== null && !isSameKind) return null
  const text = textOf(type, one, other)
  const isTextAlike = text !== null && text >= ALIKE
  // Nothing said by one of them: place and kind must do. Kind unknown: only the words can tell.
  if (isSameKind ? text !== null && !isTextAlike : !isTextAlike) return null
  const score = PARTS.text * (text ?? 0) + PARTS.place * near.share + (isSameKind ? PARTS.kind : 0)
  return { score, metres: near.metres, isSameVillage: one.villageId !== undefined && one.villageId === other.villageId, isSameKind, isTextAlike }
}

export interface Offered<F extends Found> {
  found: F
  likeness: Likeness
}

/** The likest first, but whatever others are already merged into stands before all: there the matter is worked on. */
export const rankSimilar = <F extends Found>(type: CaseType, about: { matter: Matter; among: readonly F[] } & Asking): Offered<F>[] => {
  const since = about.now.getTime() - WINDOW_DAYS[about.looker] * DAY
  return about.among
    .filter(({ receivedAt }) => receivedAt.getTime() >= since)
    .flatMap((found) => {
      const likeness = likenessOf(type, [about.matter, found], about.looker)
      return likeness ? [{ found, likeness }] : []
    })
    .sort((a, b) => Number(b.found.childCount > 0) - Number(a.found.childCount > 0) || b.likeness.score - a.likeness.score || (a.found.id < b.found.id ? -1 : 1))
    .slice(0, MOST_OFFERED)
}

const STEP = 50

/** Tens of metres would let somebody who asks from three places find the spot. */
export const roughMetres = (metres: number): number => Math.max(STEP, Math.ceil(metres / STEP) * STEP)

/** 距离 120 米 · 同类 · 文字相近 */
export const whyWords = (why: { metres?: number | undefined; isSameVillage: boolean; isSameKind: boolean; isTextAlike: boolean }): string => {
  const place = why.metres !== undefined ? `距离约 ${why.metres} 米` : why.isSameVillage ? '同村' : undefined
  return [place, why.isSameKind ? '同类' : undefined, why.isTextAlike ? '文字相近' : undefined].filter(Boolean).join(' · ')
}

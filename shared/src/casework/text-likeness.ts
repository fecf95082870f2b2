/** Said in nearly every report, so that sharing it says nothing. */
const EMPTY_WORDS = /我们|你们|咱们|这里|这儿|那里|那儿|一个|一下|已经|现在|反映|请问|谢谢|您好|你好|领导|麻烦|尽快|处理|解决|希望|帮忙/gu
const DIGITS = /\p{Nd}+/gu
const APART = /[^\p{L}#]+/u

type SameWords = readonly (readonly string[])[]

const asOne = (words: string, sameWords: SameWords): string =>
  sameWords.reduce((text, [first = '', ...others]) => others.reduce((done, other) => done.replaceAll(other, first), text), words)

/** Full-width and half-width, capitals, any number and what means the same become one; the pieces lie between punctuation. */
export const piecesOf = (words: string, sameWords: SameWords = []): string[] =>
  asOne(words.normalize('NFKC').toLowerCase().replace(DIGITS, '#'), sameWords).replace(EMPTY_WORDS, ' ').split(APART).filter((piece) => piece !== '' && piece !== '#')

/** Pairs of neighbouring characters; a piece of one character is itself. Nothing for words that say nothing. */
export const gramsOf = (words: string | null | undefined, sameWords: SameWords = []): ReadonlySet<string> => {
  const grams = new Set<string>()
  for (const piece of words ? piecesOf(words, sameWords) : []) {
    const letters = [...piece]
    if (letters.length === 1) grams.add(piece)
    for (let at = 0; at + 1 < letters.length; at += 1) grams.add(`${letters[at]}${letters[at + 1]}`)
  }
  return grams
}

/**
 * 0 to 1, the same either way round, 1 for the same pairs; null where one of them says nothing. Half of it
 * asks how much of the shorter is in the longer, so that "停电了" is found in a long story of a blackout.
 */
export const textLikeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number | null => {
  if (one.size === 0 || other.size === 0) return null
  const shared = [...one].filter((gram) => other.has(gram)).length
  const jaccard = shared / (one.size + other.size - shared)
  const contained = shared / Math.min(one.size, other.size)
  return (jaccard + contained) / 2
}

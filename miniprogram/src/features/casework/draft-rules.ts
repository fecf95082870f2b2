/** What a person says in words, voice and photos, before it is sent. */
export interface Said {
  words: string
  voice?: { ref: string; seconds: number }
  /** Where the kept copies are. */
  photos: readonly string[]
}

export interface KeptDraft {
  name: string
  /** When it was last written to. */
  at: number
  said: Said
}

const MOST = 20
const LONGEST = 30 * 24 * 3_600_000

/** The latest ones of the last month: a phone is not a cupboard. */
export const bounded = (drafts: readonly KeptDraft[], now: number): KeptDraft[] =>
  drafts.filter(({ at }) => now - at < LONGEST).slice(-MOST)

export const filesOf = ({ voice, photos }: Said): string[] => [...(voice ? [voice.ref] : []), ...photos]

export const isSaid = ({ words, voice, photos }: Said): boolean => words.trim() !== '' || voice !== undefined || photos.length > 0

interface Named { name: string; phone: string }

/** What is wrong with the person it is said for; nothing when it is one's own matter. */
export function personProblem(person: Named | undefined): string | undefined {
  if (!person) return undefined
  if (person.name.trim() === '') return '替谁反映？请写上他的名字。'
  return person.phone === '' || /^1\d{10}$/.test(person.phone) ? undefined : '他的电话不对，请填 11 位手机号，没有就空着。'
}

/** Offices and the program itself: a villager of such a name could speak in theirs. */
const OFFICIAL = ['系统', '系統', '管理员', '管理員', '政府', '村委会', '村委會', '居委会', '居委會']

/** Looked at as it reads: full-width letters, blanks and signs between the characters do not hide a name. */
export const soundsOfficial = (name: string): boolean => {
  const read = name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return OFFICIAL.some((word) => read.includes(word))
}

/** The beginning of a text, never half of a character that takes two units (most emoji, rare names). */
export const cut = (words: string, most: number): string => words.slice(0, most).replace(/[\ud800-\udbff]$/, '')

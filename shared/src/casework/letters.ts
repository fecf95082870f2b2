/** Crockford's letters: none is taken for another when it is read out or typed. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters as somebody types them, with what looks alike put right. */
export const plainLetters = (said: string): string =>
  said.normalize('NFKC').toUpperCase().replace(/[\s\-–—_.·]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

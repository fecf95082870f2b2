export type Say = (line: string) => void

/** Progress for a person who waits: what is done, and how long it has taken so far. */
export const createSay = (): Say => {
  const begun = Date.now()
  return (line) => {
    console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} 秒  ${line}`)
  }
}

import { peopleInFlight } from '../in-flight'

/** More calls at once than a town makes on its worst day: this process is behind, and people go first. */
const CROWD = 16
const WIDTH = 16
/** Never none: a crowd that stays must not silence the notices. */
const WIDTH_IN_CROWD = 1

export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Runs work side by side in the order it came; while a crowd waits for answers, only a little at a time. */
export const createTurns = (): Turns => {
  const waiting: (() => void)[] = []
  let running = 0
  const admit = (): void => {
    const width = peopleInFlight() > CROWD ? WIDTH_IN_CROWD : WIDTH
    while (running < width && waiting.length > 0) {
      running += 1
      waiting.shift()?.()
    }
  }
  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      admit()
    })
    try {
      return await work()
    } finally {
      running -= 1
      admit()
    }
  }
}

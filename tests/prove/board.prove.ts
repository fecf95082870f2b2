import { paintRooms } from './board-asks'
import { inTown, type Proof } from './in-town'

const OPEN = 100_000
const MOST_MS = 1_000
/** A cell counts to a thousand and one; the planner may look at a few keys between its stretches. */
const MOST_KEYS = 1_100

/** The dispatch room opens while all of a county lies open. */
export const prove = (): Promise<Proof> =>
  inTown({ dispatches: false }, (town) =>
    town.inCounty(async () => {
      const painted = await paintRooms(town, OPEN)
      const figures = Object.fromEntries(Object.entries(painted).map(([who, { coldMs, warmMs, rows, mostKeys }]) =>
        [who, `${rows} rows, ${coldMs} ms counted afresh, ${warmMs} ms shared; at most ${mostKeys} keys a cell`]))
      const isQuick = Object.values(painted).every(({ coldMs, mostKeys, isScan }) => coldMs < MOST_MS && mostKeys <= MOST_KEYS && !isScan)
      return { title: 'Dispatch room over 100,000 open cases: all answers of the first paint within a second', figures: { 'open cases': OPEN, ...figures }, ok: isQuick }
    }),
  )

import { runLives } from '../property/run-lives'
import { inTown, type Proof } from './in-town'

const LIVES = 1_500
const SECONDS = 600
/** Fewer would have shown little, however slow the machine. */
const FEWEST = 100

/** Random lives of cases by random people, each step followed by a look at everything that has to hold. */
export const prove = (): Promise<Proof> =>
  inTown({ dispatches: false }, async (town) => {
    let fault = ''
    const tally = await runLives(town, { lives: LIVES, seconds: SECONDS }).catch((error: Error) => {
      fault = error.message.slice(0, 2_000)
      return undefined
    })
    const figures = {
      'lives of cases': tally?.cases ?? 0,
      'steps done': tally?.done ?? 0,
      'steps refused, each leaving no row': tally?.refused ?? 0,
      'steps sent again under their key': tally?.replays ?? 0,
      'pairs of steps at once': tally?.races ?? 0,
      'rules broken': fault || 0,
    }
    const title = 'An open case has one owner, one handler, one colour and a legal state, and every case is the fold of its history'
    return { title, figures, ok: fault === '' && figures['lives of cases'] >= FEWEST }
  })

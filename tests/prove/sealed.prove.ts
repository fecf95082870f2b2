import { inTown, type Proof } from './in-town'
import { oddsOf } from './sealed-odds'

const VILLAGERS = 40
const REPORTS = 60

/** The secretary and the grid member read, ask and listen for days; a program then names the reporter of each case. */
export const prove = (): Promise<Proof> =>
  inTown({}, async (town) => {
    const { sealed, plain, reports, bound } = await oddsOf(town, { villagers: VILLAGERS, reports: REPORTS, days: 3 })
    const figures = {
      'plausible villagers': VILLAGERS,
      'sealed reports named rightly': `${sealed} of ${reports}`,
      'blind guessing (passed once in a thousand)': bound,
      'other reports named rightly': `${plain} of ${reports}`,
    }
    return { title: 'Who filed a sealed report is guessed no better than blindly; of other reports the same program knows', figures, ok: reports >= REPORTS && sealed <= bound && plain >= 0.95 * reports }
  })

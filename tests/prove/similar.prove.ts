import { inTown, type Proof } from './in-town'
import { askOverOpenCases, figuresOf, p95 } from './similar-asks'

const OPEN = 100_000
const TIMES = 500
const MOST_MS = 200

/** Is it said already? Asked by villagers before they submit and by staff on a case, while all of a county lies open. */
export const prove = (): Promise<Proof> =>
  inTown({ dispatches: false }, (town) =>
    town.inCounty(async () => {
      const { villager, staff } = await askOverOpenCases(town, { open: OPEN, times: TIMES })
      const figures = { 'open cases': OPEN, ...figuresOf('villager', villager), ...figuresOf('staff', staff) }
      const isQuick = p95(villager) < MOST_MS && p95(staff) < MOST_MS
      const isIndexed = [...villager, ...staff].every(({ isScan }) => !isScan)
      return { title: 'Similar cases among 100,000 open ones: p95 below 200 ms for villagers and staff', figures, ok: isQuick && isIndexed }
    }),
  )

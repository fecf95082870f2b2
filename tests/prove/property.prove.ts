import { aTown } from '@xiangli/server/testing'
import { runLives } from '../property/run-lives'

const LIVES = 400
const SECONDS = 600

/** Random lives by random people: never an open case without one owner, handler and colour; always equal to its history. */
export const prove = async (): Promise<{ title: string; figures: Record<string, string | number>; ok: boolean }> => {
  const town = await aTown({ dispatches: false })
  const tally = await runLives(town, { lives: LIVES, seconds: SECONDS }).finally(() => town.stop())
  return { title: 'Random lives of cases keep every rule', figures: { ...tally }, ok: tally.done > LIVES && tally.refused > LIVES }
}

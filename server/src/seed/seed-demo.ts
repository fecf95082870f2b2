import { seedRosters } from './duty/rosters'
import { foundCounty } from './found-county'
import { demoVillages } from './residents/villages'
import type { Say } from './say'
import { sizes } from './scale'
import { createCast } from './stories/cast'
import { playStories } from './stories/play'
import { scriptOf } from './stories/script'
import { townTales } from './stories/tales-town'
import { villageTales } from './stories/tales-village'

interface Seeding {
  now: Date
  dataDir: string
  say: Say
}

const SAY_EVERY = 50

/** A county to try things in: sparsely peopled, with the stories of the last days in a few places. */
export const seedDemo = async ({ now, dataDir, say }: Seeding): Promise<void> => {
  const { staff, villagers } = await foundCounty({ residents: sizes.demo.residents, villagesOf: demoVillages, now, dataDir, say })
  say(`值班表 ${await seedRosters(staff, now)} 张`)
  const moves = scriptOf([...villageTales, ...townTales], now)
  const onProgress = (done: number): void => {
    if (done % SAY_EVERY === 0) say(`事项经过 ${done} / ${moves.length} 步`)
  }
  await playStories({ cast: createCast(villagers, staff), moves, now, onProgress })
  say(`事项 ${villageTales.length + townTales.length} 件`)
}

import { writeCases } from './bulk/write-cases'
import { foundCounty } from './found-county'
import { seedRequesters } from './residents/requesters'
import { allVillages } from './residents/villages'
import { sizes } from './scale'
import type { Say } from './say'

interface Seeding {
  now: Date
  dataDir: string
  say: Say
  /** Of it all; less while something is being tried out. */
  share?: number
}

/** The county at its real size, for measuring: everyone in the register and years of cases. */
export const seedCounty = async ({ now, dataDir, say, share = 1 }: Seeding): Promise<void> => {
  const [residents, cases] = [sizes.county.residents * share, sizes.county.cases * share].map(Math.round) as [number, number]
  const founded = await foundCounty({ residents, villagesOf: allVillages, now, dataDir, say })
  const requesters = await seedRequesters(allVillages(founded.county))
  await writeCases({ founded, villagersOf: (id) => requesters.get(id) ?? [], count: cases, now, say })
}

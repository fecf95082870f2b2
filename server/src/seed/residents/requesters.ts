import { addAccount } from '../../modules/identity'
import { inBatches } from '../in-batches'
import type { Account } from '../organisation/staff'
import { createDice } from '../people/dice'
import { makeGivenName, makeSurname } from '../people/names'
import type { SeedVillage } from '../people/make-residents'

const PER_VILLAGE = 10
const WIDTH = 40

/** Villagers whose reports fill the years; nobody signs in as one of them. */
export const seedRequesters = async (villages: readonly SeedVillage[]): Promise<ReadonlyMap<string, Account[]>> => {
  const dice = createDice(2_210)
  const drafts = villages.flatMap(({ id }) =>
    Array.from({ length: PER_VILLAGE }, () => {
      const sex = dice.chance(0.5) ? ('male' as const) : ('female' as const)
      return { villageId: id, name: `${makeSurname(dice)}${makeGivenName(dice, { sex, birthYear: dice.between(1950, 2000) })}` }
    }),
  )
  const accounts = await inBatches(drafts, WIDTH, (draft) => addAccount(draft))
  return new Map(villages.map(({ id }) => [id, accounts.filter(({ villageId }) => villageId === id)]))
}

import { dayOf } from '@xiangli/shared/core/time'
import { addHouseholds, type NewHousehold } from '../../modules/registry'
import { makeResidents, type SeedResident, type SeedVillage } from '../people/make-residents'
import { RELATION } from '../people/household'
import type { County } from '../region/build-county'

const BATCH = 400
/** So many households in a row belong to one grid, then the next grid's turn comes. */
const PER_GRID = 10

type Gathered = { villageId: string; members: SeedResident[] }

/** Residents come one by one, the head of each household first. */
function* householdsOf(residents: Iterable<SeedResident>): Generator<Gathered> {
  let household: Gathered | undefined
  for (const resident of residents) {
    if (resident.relation === RELATION.head || !household) {
      if (household) yield household
      household = { villageId: resident.villageId, members: [] }
    }
    household.members.push(resident)
  }
  if (household) yield household
}

const toMember = ({ name, sex, birthday, idNumber, phone, relation }: SeedResident): NewHousehold['members'][number] => ({
  name,
  sex,
  birthYear: Number(birthday.slice(0, 4)),
  idNumber,
  relation,
  ...(phone ? { phone } : {}),
})

/** Numbers run on through a village, which may come several times among those the residents are made for. */
const createPlacer = ({ divisions, grids }: County) => {
  const codes = new Map(divisions.map(({ id, code }) => [id, code]))
  const paths = new Map<string, string[]>()
  for (const { villageId, path } of grids.filter(({ kind }) => kind === 'basic')) paths.set(villageId, [...(paths.get(villageId) ?? []), path])
  const counts = new Map<string, number>()
  return ({ villageId, members }: Gathered): NewHousehold => {
    const before = counts.get(villageId) ?? 0
    counts.set(villageId, before + 1)
    const own = paths.get(villageId) ?? []
    const regionPath = own[Math.floor(before / PER_GRID) % own.length]
    if (!regionPath) throw new Error(`${villageId} has no grid`)
    const number = `${codes.get(villageId)}${String(before + 1).padStart(4, '0')}`
    return { number, villageId, regionPath, members: members.map(toMember) }
  }
}

interface Plan {
  county: County
  villages: readonly SeedVillage[]
  count: number
  now: Date
  /** Told after each batch how many there are. */
  onProgress?: (persons: number) => void
  /** Sees everybody as they pass, for choosing villagers from. */
  onHousehold?: (household: NewHousehold) => void
}

export const seedResidents = async ({ county, villages, count, now, onProgress, onHousehold }: Plan): Promise<number> => {
  const place = createPlacer(county)
  let [persons, batch]: [number, NewHousehold[]] = [0, []]
  let writing: Promise<void> = Promise.resolve()
  const write = async (households: readonly NewHousehold[]): Promise<void> => {
    persons += (await addHouseholds(households)).persons
    onProgress?.(persons)
  }
  // The next batch is gathered while this one is being written.
  const flush = async (): Promise<void> => {
    await writing
    writing = write(batch)
    batch = []
  }
  for (const gathered of householdsOf(makeResidents({ count, villages, seed: 620_821, today: dayOf(now) }))) {
    const household = place(gathered)
    onHousehold?.(household)
    batch.push(household)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  await writing
  return persons
}

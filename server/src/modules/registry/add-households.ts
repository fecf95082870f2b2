import { scopeKeysOf } from '@xiangli/shared/core/scope'
import { ambient } from '../../core/context'
import { now } from '../../core/clock'
import { newId } from '../../core/ids'
import { Households, type HouseholdDoc } from './household.model'
import { Persons, type PersonDoc } from './person.model'
import { sealPerson } from './sealed'

export interface NewResident {
  name: string
  sex: 'male' | 'female'
  birthYear: number
  idNumber: string
  phone?: string
  /** GB/T 4761 */
  relation: string
}

export interface NewHousehold {
  number: string
  villageId: string
  /** Of the grid it stands in, or of the village where that is not known. */
  regionPath: string
  /** The head first. */
  members: readonly NewResident[]
}

type Placed = Pick<HouseholdDoc, 'county' | 'villageId' | 'regionPath' | 'scopeKeys'>

const personDoc = (member: NewResident, { placed, household, at }: { placed: Placed; household: HouseholdDoc; at: number }): PersonDoc => {
  const _id = newId(now())
  const { idNumber, phone, ...plain } = member
  return {
    _id,
    ...placed,
    ...plain,
    ...sealPerson(_id, { idNumber, ...(phone ? { phone } : {}) }),
    householdId: household._id,
    order: `${household.number}-${String(at + 1).padStart(2, '0')}`,
  }
}

/** Enters households with everyone in them; as many at a time as one write may carry. */
export const addHouseholds = async (households: readonly NewHousehold[]): Promise<{ persons: number }> => {
  const { county } = ambient()
  const persons: PersonDoc[] = []
  const docs = households.map(({ number, villageId, regionPath, members }): HouseholdDoc => {
    const placed = { county, villageId, regionPath, scopeKeys: scopeKeysOf(regionPath) }
    const household = { _id: newId(now()), ...placed, number, headName: members[0]?.name ?? '', size: members.length }
    persons.push(...members.map((member, at) => personDoc(member, { placed, household, at })))
    return household
  })
  await Households.addMany(docs)
  await Persons.addMany(persons)
  return { persons: persons.length }
}

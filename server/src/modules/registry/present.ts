import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Resident } from '@xiangli/shared/registry/contract'
import { maskIdNumber, maskName, maskPhone } from '@xiangli/shared/registry/rules'
import { regionById } from '../region'
import type { HouseholdDoc } from './household.model'
import type { PersonDoc } from './person.model'
import { relationLabel } from './relation'
import { openIdNumber, openPhone } from './sealed'

const villageName = (id: string): string => regionById(id)?.shortName ?? ''

/** Everything as it is: only for the command that asks why. */
export const presentWhole = (person: PersonDoc): Resident => {
  const phone = openPhone(person)
  return {
    id: person._id,
    name: person.name,
    sex: person.sex,
    birthYear: person.birthYear,
    idNumber: openIdNumber(person),
    ...(phone ? { phone } : {}),
    householdId: person.householdId,
    relation: relationLabel(person.relation),
    villageId: person.villageId,
    villageName: villageName(person.villageId),
  }
}

export const presentMasked = (person: PersonDoc): Resident => {
  const { name, idNumber, phone, ...rest } = presentWhole(person)
  return { ...rest, name: maskName(name), idNumber: maskIdNumber(idNumber), ...(phone ? { phone: maskPhone(phone) } : {}) }
}

type HouseholdView = OutputOf<'registry.listHouseholds'>['items'][number]

export const presentHousehold = ({ _id, number, villageId, headName, size }: HouseholdDoc): HouseholdView => ({
  id: _id,
  number,
  villageId,
  villageName: villageName(villageId),
  headName: maskName(headName),
  size,
})

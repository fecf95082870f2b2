import { services } from '../../core/services'
import type { PersonDoc } from './person.model'

const COLLECTION = 'persons'

const placeOf = (id: string, field: 'idNumber' | 'phone') => ({ collection: COLLECTION, id, field })

export const idNumberIndexOf = (value: string): string => services().vault.blindIndex(value, 'persons.idNumber')
export const phoneIndexOf = (value: string): string => services().vault.blindIndex(value, 'persons.phone')

type Sealed = Pick<PersonDoc, 'idNumber' | 'idNumberIndex' | 'phone' | 'phoneIndex'>

/** What is kept of a number and a phone: sealed under the person's own id, and an index to find equals by. */
export const sealPerson = (id: string, { idNumber, phone }: { idNumber: string; phone?: string }): Sealed => {
  const { vault } = services()
  return {
    idNumber: vault.sealField(idNumber, placeOf(id, 'idNumber')),
    idNumberIndex: idNumberIndexOf(idNumber),
    ...(phone ? { phone: vault.sealField(phone, placeOf(id, 'phone')), phoneIndex: phoneIndexOf(phone) } : {}),
  }
}

export const openIdNumber = ({ _id, idNumber }: PersonDoc): string => services().vault.openField(idNumber, placeOf(_id, 'idNumber'))

export const openPhone = ({ _id, phone }: PersonDoc): string | undefined =>
  phone === undefined ? undefined : services().vault.openField(phone, placeOf(_id, 'phone'))

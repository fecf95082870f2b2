import { collection, type Stored } from '../../core/collection'

/** A resident. ID number and phone are sealed; equal values are found by their keyed index. */
export interface PersonDoc extends Stored {
  name: string
  sex: 'male' | 'female'
  birthYear: number
  idNumber: string
  idNumberIndex: string
  phone?: string
  phoneIndex?: string
  householdId: string
  /** GB/T 4761 code of the relation to the head of the household. */
  relation: string
  /** Household number and place in the household: the order of a paper register. */
  order: string
  villageId: string
  regionPath: string
  scopeKeys: string[]
}

export const Persons = collection<PersonDoc>({
  name: 'persons',
  indexes: [
    { name: 'persons_id_number', key: { county: 1, idNumberIndex: 1 }, unique: true },
    { name: 'persons_phone', key: { county: 1, phoneIndex: 1 }, partialFilterExpression: { phoneIndex: { $exists: true } } },
    { name: 'persons_order', key: { county: 1, scopeKeys: 1, order: 1, _id: 1 } },
    { name: 'persons_name', key: { county: 1, scopeKeys: 1, name: 1, _id: 1 } },
    { name: 'persons_household', key: { county: 1, householdId: 1, order: 1, _id: 1 } },
  ],
  duplicate: { persons_id_number: 'registry.duplicate' },
})

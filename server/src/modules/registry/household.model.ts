import { collection, type Stored } from '../../core/collection'

export interface HouseholdDoc extends Stored {
  /** The village's code and a running number. */
  number: string
  headName: string
  size: number
  villageId: string
  regionPath: string
  scopeKeys: string[]
}

export const Households = collection<HouseholdDoc>({
  name: 'households',
  indexes: [
    { name: 'households_number', key: { county: 1, number: 1 }, unique: true },
    { name: 'households_order', key: { county: 1, scopeKeys: 1, number: 1, _id: 1 } },
  ],
})

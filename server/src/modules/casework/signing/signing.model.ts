import { collection, type Stored } from '../../../core/collection'

/** Whether a unit's head signs what its people answer; by unit. */
export interface SigningDoc extends Stored {
  unitId: string
  isNeeded: boolean
  version: number
  at: Date
  byId: string
}

export const Signings = collection<SigningDoc>({
  name: 'unit_signings',
  // Read whole for the page that sets it: a county has some hundred units.
  indexes: [{ name: 'signing_unit', key: { county: 1, unitId: 1 }, unique: true }],
  duplicate: { _id_: 'casework.signingChanged', signing_unit: 'casework.signingChanged' },
})

export const needsSignature = async (unitId: string): Promise<boolean> =>
  (await Signings.one({ unitId, isNeeded: true }, { projection: { _id: 1 } })) !== null

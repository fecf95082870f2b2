import { collection, type Stored } from '../../../core/collection'

/** 来电人: who asks for something without an account. Everything of theirs is sealed or a keyed index. */
export interface CallerDoc extends Stored {
  phone?: string
  phoneIndex?: string
  name?: string
  villageId?: string
  createdAt: Date
}

/** One number is one caller: the index decides when two clerks write down the same number at once. */
export const Callers = collection<CallerDoc>({
  name: 'callers',
  indexes: [{ name: 'caller_phone', key: { county: 1, phoneIndex: 1 }, unique: true, partialFilterExpression: { phoneIndex: { $exists: true } } }],
  duplicate: { caller_phone: 'core.busy' },
})

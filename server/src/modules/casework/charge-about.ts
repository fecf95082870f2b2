import type { AboutLevel } from '@xiangli/shared/casework/about'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { parentUnit } from '../region'
import type { CaseDoc } from './case.model'
import { keptAt, locatedNow } from './locating'
import { chargeFor, type Charge } from './routing'
import { isAtLevel } from './sending'

/**
 * Under supervision, and once it was said not to be fixed, the case changes hands and the owner, who
 * answers for it, stays; never the level it is about.
 */
export const keptOwner = (record: CaseDoc, charge: Charge, about: AboutLevel | null): Charge =>
  (record.supervision || record.reopenedCount > 0) && !isAtLevel(record.ownerUnitId, about) ? { ...charge, ownerUnitId: record.ownerUnitId } : charge

/** A supervised case found to be about its owner is answered for one level up: what is owed moves along. */
export const owedBy = ({ supervision }: CaseDoc, unitId: string | undefined): Partial<CaseRecord> =>
  supervision && unitId && supervision.unitId !== unitId ? { supervision: { ...supervision, unitId, isTop: !parentUnit(unitId) } } : {}

/** It turned out to be about that level: kept where the level does not look, and in the hands above it. */
export const chargedAbout = async (record: CaseDoc, about: AboutLevel | null, now: Date): Promise<Partial<CaseRecord>> => {
  const located = keptAt(locatedNow(record), about)
  const charge = keptOwner(record, await chargeFor(located, now, about), about)
  return { about, regionPath: located.regionPath, ...charge, ...owedBy(record, charge.ownerUnitId) }
}

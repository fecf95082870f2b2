import { onDuty, poolOnDuty, type OnDuty } from '../duty'
import { parentUnit } from '../region'
import { staffOver } from './assignees'
import type { CaseDoc } from './case.model'

/**
 * Who is called because nobody accepted: first whoever is on duty at the owner and at the unit above it,
 * main and backup, then their phone lists. Where no roster names anybody who may see the case, the
 * people who could take it on: it must not ring in an empty room.
 */
export const backupFor = async (record: CaseDoc, at: Date): Promise<string[]> => {
  const above = parentUnit(record.ownerUnitId)
  const units = [record.ownerUnitId, ...(above ? [above.id] : [])]
  const isFirst = (record.called?.times ?? 1) <= 1
  const rosters = await rostersFor(record, units, at)
  const named = new Set(rosters.flatMap(({ mainId, backupId, phoneList }) => (isFirst ? [mainId, backupId].flatMap((id) => id ?? []) : phoneList)))
  const able = await staffOver(record, { unitIds: units, operation: 'casework.getCase', at })
  const rung = able.filter((id) => named.has(id))
  if (rung.length > 0) return rung
  return staffOver(record, { unitIds: isFirst ? units.slice(0, 1) : units, operation: 'casework.accept', at })
}

/** A case no rule could route lies in the county's pool, which has a duty of its own; a township's desk has that of the township. */
const rostersFor = async ({ place, receivedAt }: CaseDoc, units: readonly string[], at: Date): Promise<OnDuty[]> => {
  if (!place.villageId && !place.townId) return [await poolOnDuty(at, receivedAt)]
  return Promise.all(units.map((unitId) => onDuty(unitId, at, { caseFrom: receivedAt })))
}

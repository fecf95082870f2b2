import { staffOver } from './assignees'
import type { CaseDoc } from './case.model'
import { parentUnit } from '../region'

/** Who is called because nobody accepted: first the owner's people, then those of the unit above it. */
export const backupFor = async (record: CaseDoc, at: Date): Promise<string[]> => {
  const own = await staffOver(record, { unitIds: [record.ownerUnitId], operation: 'casework.accept', at })
  if ((record.called?.times ?? 1) <= 1 && own.length > 0) return own
  const above = parentUnit(record.ownerUnitId)?.id
  return [...new Set([...own, ...(above ? await staffOver(record, { unitIds: [above], operation: 'casework.accept', at }) : [])])]
}

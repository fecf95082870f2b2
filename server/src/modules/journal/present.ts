import { villagerOperations } from '@xiangli/shared/core/roles'
import { isBar } from '@xiangli/shared/core/scope'
import type { JournalRow } from '@xiangli/shared/journal/contract'
import type { JournalDoc } from '../../core/journal'
import type { Target } from '../../core/operation'
import { operationWords } from '../../core/operation-words'
import { masked, nameOfRegion } from './names'

const SYSTEM_NAMES: Record<string, string> = { timetable: '定时任务', dispatcher: '系统送达', anonymous: '未登录' }

/** Staff sign for what they do; who acted as a villager is masked here as everywhere. */
const nameOf = ({ actorId, operation }: JournalDoc, names: ReadonlyMap<string, string>): string => {
  const name = names.get(actorId)
  if (name === undefined) return SYSTEM_NAMES[actorId] ?? ''
  return villagerOperations.has(operation) ? masked(name) : name
}

/** A photo's id would lead whoever types from it to the account that sent it: it neither shows nor is found by. */
export const HIDDEN_TARGET = 'file'
const isShown = ({ type }: Target): boolean => type !== HIDDEN_TARGET

interface Known {
  names: ReadonlyMap<string, string>
  labelOf: (target: Target) => string | undefined
}

const presentTarget = (target: Target, labelOf: Known['labelOf']): JournalRow['targets'][number] => {
  const label = labelOf(target)
  return { ...target, ...(label ? { label } : {}) }
}

export const presentRow = (row: JournalDoc, { names, labelOf }: Known): JournalRow => {
  const regionId = row.scopeKeys.findLast((key) => !isBar(key))
  const regionName = regionId ? nameOfRegion(regionId) : undefined
  return {
    id: row._id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: nameOf(row, names) },
    operation: row.operation,
    summary: operationWords(row.operation),
    ...(regionId ? { regionId } : {}),
    ...(regionName ? { regionName } : {}),
    targets: row.targets.filter(isShown).map((target) => presentTarget(target, labelOf)),
    events: (row.events ?? []).map(({ name }) => name),
    ...(row.reason ? { reason: row.reason } : {}),
    traceId: row.trace,
  }
}

import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { EventName } from '@xiangli/shared/catalog/events'
import { journalKeysOf, partitionOf, type JournalDoc } from '../../core/journal'
import { services } from '../../core/services'
import type { CaseDoc, HistoryDoc } from '../../modules/casework'

const events: Partial<Record<HistoryDoc['action'], EventName>> = {
  submit: 'casework.submitted',
  accept: 'casework.accepted',
  handle: 'casework.handled',
  answer: 'casework.answered',
  rate: 'casework.rated',
  closeUnrated: 'casework.closedUnrated',
  decline: 'casework.declined',
  withdraw: 'casework.withdrawn',
  giveUp: 'casework.gaveUp',
}

interface Written {
  /** The case as the entry left it, and the scope keys it had before. */
  record: CaseDoc
  entry: HistoryDoc
  keysBefore: readonly string[]
  id: string
}

/** What `execute` would have left of this entry: who, what, where, and whom it told. */
export const journalRowOf = ({ record, entry, keysBefore, id }: Written): JournalDoc => {
  const { county, at, byId, action, n, words } = entry
  const operation = `casework.${action}` as OperationName
  const isSystem = byId === 'timetable'
  const event = events[action]
  const persons = [...new Set([record.requesterId, record.handler.personId].filter((person): person is string => person !== null))]
  const staff = { operation: 'casework.listCases' as const, scopeKeys: [...new Set([...keysBefore, ...record.scopeKeys])] }
  return {
    _id: id,
    county,
    at,
    actorKind: isSystem ? 'system' : 'person',
    actorId: byId,
    operation,
    key: isSystem ? `unrated:${record._id}:${n - 1}` : id,
    digest: services().vault.inputDigest(JSON.stringify({ caseId: record._id, ...(words ? { words } : {}) }), operation),
    scopeKeys: journalKeysOf(county, record.regionPath),
    targets: [{ type: 'case', id: record._id, rev: n }],
    outcome: 'done',
    trace: id,
    origin: 'seed',
    ...(event ? { events: [{ name: event, id: record._id, rev: n, persons, staff }], partition: partitionOf(record._id) } : {}),
  }
}

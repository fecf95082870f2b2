import type { Came } from '@xiangli/shared/casework/channels'
import type { CaseRecord, HistoryEntry } from '@xiangli/shared/casework/record'
import { collection, type Stored } from '../../core/collection'

/** What is said once, at submission, and never changes. */
export interface CaseOrigin extends Came {
  type: string
  /** A label for people; the id is the identity. */
  serial: string
  /** Masked when it was written (王**); the full name is opened by a command. */
  requesterName: string
  /** The name given with this very request, sealed: a family shares one number. Callers only. */
  callerName?: string
  /** In full, of who wants to be known by everybody. */
  publicName?: string
  wantsCallBack?: true
  /** The platform it came from, and its number there. */
  outside?: { sourceName: string; number: string }
  words?: string
  voiceFileId?: string
  voiceSeconds?: number
  photoFileIds: string[]
  /** The code at the place it was scanned at. */
  placeCodeId?: string
  /** By which whoever filed it without an account finds it again; the code itself is nowhere. */
  receiptHash?: string
  occurredAt?: Date
  receivedAt: Date
}

export interface CaseDoc extends Stored, CaseOrigin, CaseRecord {
  /** How many say it is theirs as well; counted anew by whoever dispatches, the rows are the truth. */
  supporterCount?: number
  /** Number of history entries; compare-and-set on every change. */
  rev: number
}

/**
 * `scopeKeys` holds every region above the case, `department@region` pairs and the handler's key, so
 * each reader's list is an equality on one of them; colours are ranges of `redAt` within a grade.
 */
export const Cases = collection<CaseDoc>({
  name: 'cases',
  indexes: [
    { name: 'case_due', key: { county: 1, scopeKeys: 1, state: 1, grade: 1, redAt: 1, _id: 1 } },
    { name: 'case_newest', key: { county: 1, scopeKeys: 1, state: 1, receivedAt: -1, _id: -1 } },
    { name: 'case_requester', key: { county: 1, requesterId: 1, receivedAt: -1, _id: -1 } },
    { name: 'case_helper', key: { county: 1, filedById: 1, receivedAt: -1, _id: -1 }, partialFilterExpression: { channel: 'helper' } },
    { name: 'case_serial', key: { county: 1, serial: 1 }, unique: true },
    // What the timetable has to do next, and nothing else: a sweep costs what is due, however many lie open.
    { name: 'case_next', key: { county: 1, nextAt: 1 }, partialFilterExpression: { nextAt: { $type: 'date' } } },
    // Partial, so that a submit pays nothing for it.
    { name: 'case_children', key: { county: 1, 'merged.intoId': 1, _id: 1 }, partialFilterExpression: { state: 'merged' } },
    // One list for every reader of what came by one code; of whatever came otherwise it holds nothing.
    { name: 'case_place_code', key: { county: 1, placeCodeId: 1, scopeKeys: 1, receivedAt: -1, _id: -1 }, partialFilterExpression: { placeCodeId: { $exists: true } } },
    { name: 'case_receipt', key: { county: 1, receiptHash: 1 }, unique: true, partialFilterExpression: { receiptHash: { $exists: true } } },
    { name: 'case_outside', key: { county: 1, 'outside.number': 1, _id: 1 }, partialFilterExpression: { 'outside.number': { $exists: true } } },
  ],
  duplicate: { _id_: 'casework.alreadySubmitted' },
})

export interface HistoryDoc extends Stored, HistoryEntry {
  caseId: string
}

/** Append-only. The unique index is what makes two writers of entry n impossible. */
export const Histories = collection<HistoryDoc>({
  name: 'case_history',
  indexes: [{ name: 'history_entry', key: { county: 1, caseId: 1, n: 1 }, unique: true }],
  duplicate: { history_entry: 'core.staleRevision' },
})

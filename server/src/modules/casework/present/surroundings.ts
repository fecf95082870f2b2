import type { FileView } from '@xiangli/shared/file/contract'
import { fileViews } from '../../file'
import { contactsOf, namesOf, titlesOf, type Contact } from '../../identity'
import type { CaseDoc, HistoryDoc } from '../case.model'
import { requesterContact } from '../intake/requester'
import { filesOfHistory } from './timeline'

/** What the page of a case shows of other records, each kind read once and all kinds side by side. */
export interface Surroundings {
  files: ReadonlyMap<string, FileView>
  names: ReadonlyMap<string, string>
  titles: ReadonlyMap<string, string>
  contacts: ReadonlyMap<string, Contact>
}

/** The requester's name is on the record, and a timetable has none. */
const isNamed = (record: CaseDoc, id: string): boolean => id !== record.requesterId && id !== 'timetable'

const idsOf = (record: CaseDoc, history: readonly HistoryDoc[]): string[] => {
  const doers = history.map(({ byId }) => byId).filter((id) => isNamed(record, id))
  const handlers = [record.handler, ...history.flatMap(({ set }) => set.handler ?? [])].flatMap(({ personId }) => personId ?? [])
  const others = [record.filedById, record.answer?.byId, record.answer?.signedById, record.signing?.byId, record.place.byId, record.leader?.personId].flatMap((id) => id ?? [])
  return [...doers, ...handlers, ...others]
}

export const surroundingsOf = async (record: CaseDoc, history: readonly HistoryDoc[]): Promise<Surroundings> => {
  const ids = idsOf(record, history)
  const { personId } = record.handler
  const [contacts, caller, names, titles, files] = await Promise.all([
    contactsOf([...(record.requesterIsCaller ? [] : [record.requesterId]), ...(personId ? [personId] : [])]),
    record.requesterIsCaller ? requesterContact(record) : undefined,
    namesOf(ids),
    titlesOf(ids),
    fileViews([...filesOfHistory(history), ...(record.released?.photoFileIds ?? []), ...(record.answer?.photoFileIds ?? []), ...(record.signing?.photoFileIds ?? [])]),
  ])
  if (caller) contacts.set(record.requesterId, caller)
  return { contacts, names, titles, files }
}

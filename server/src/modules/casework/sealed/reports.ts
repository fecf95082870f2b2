import type { Contact } from '../../identity'
import { readPage } from '../../../core/cursor'
import { services } from '../../../core/services'
import { codeOf, hashOfCode } from '../intake/query-code'
import { ownerIndexOf } from './derive'
import { SealedReports, type SealedReportDoc } from './sealed.model'

const placeOf = (id: string) => ({ collection: 'sealed_reports', id, field: 'who' })

interface Whose {
  caseId: string
  county: string
  receivedAt: Date
}

const rowOf = ({ caseId, county, receivedAt }: Whose, who: string): Omit<SealedReportDoc, 'isCaller'> => ({
  _id: caseId, county, who: services().vault.sealField(who, placeOf(caseId)), codeHash: hashOfCode(codeOf(caseId)), receivedAt,
})

export const keepReportOfAccount = (whose: Whose, accountId: string): Promise<SealedReportDoc> =>
  SealedReports.add({ ...rowOf(whose, accountId), isCaller: false, ownerIndex: ownerIndexOf(accountId) })

/** Who rang has no account: name and number as they were said, if they were. */
export const keepReportOfCaller = (whose: Whose, contact: Partial<Contact>): Promise<SealedReportDoc> =>
  SealedReports.add({ ...rowOf(whose, JSON.stringify(contact)), isCaller: true })

/** The account behind a case, to tell them something or to open the name; null for callers. */
export const accountOf = ({ _id, who, isCaller }: SealedReportDoc): string | null => (isCaller ? null : services().vault.openField(who, placeOf(_id)))

export const callerIn = ({ _id, who, isCaller }: SealedReportDoc): Partial<Contact> =>
  isCaller ? (JSON.parse(services().vault.openField(who, placeOf(_id))) as Partial<Contact>) : {}

const MOST_OWN = 300
const NEWEST = { by: 'receivedAt', direction: -1 } as const

/** The newest of one person's sealed cases. */
export const ownSealedIds = async (accountId: string): Promise<string[]> =>
  (await SealedReports.list({ ownerIndex: ownerIndexOf(accountId) }, { sort: { receivedAt: -1, _id: -1 }, limit: MOST_OWN, hint: 'sealed_owner', projection: { _id: 1 } })).map(({ _id }) => _id)

/** A page of them, newest first as their cases are: a report bears the day of its case. */
export const ownSealedPage = (accountId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<{ docs: SealedReportDoc[]; next?: string }> =>
  readPage(SealedReports, { filter: { ownerIndex: ownerIndexOf(accountId) }, sort: NEWEST, limit, cursor, index: 'sealed_owner' })

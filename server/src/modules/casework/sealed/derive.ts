import type { PersonActor } from '@xiangli/shared/core/actor'
import { toLetters } from '@xiangli/shared/casework/query-code'
import { randomBytes } from 'node:crypto'
import { ambient } from '../../../core/context'
import { services } from '../../../core/services'

/** Keyed by what is never in the database: from a record alone none of these is found out. */
const keyed = (label: string, ...parts: string[]): string => services().vault.blindIndex([ambient().county, ...parts].join('|'), `casework.sealed.${label}`)

const lettersOf = (digest: string, letters: number): string => toLetters(Buffer.from(digest, 'base64url').subarray(0, 16), letters)

/** The record's id: the same for the same draft of the same person, and without the client's clock in it. */
export const sealedCaseId = (accountId: string, draftId: string): string => lettersOf(keyed('case', accountId, draftId), 26)

/** What the record holds instead of whoever asked: another one for each of their cases. */
export const pseudonymOf = (caseId: string, who: string): string => `p_${keyed('pseudonym', caseId, who)}`

export const ownerIndexOf = (accountId: string): string => keyed('owner', accountId)

export const SEALED_NAME = '隐名'

/** The reporter as everything below the door knows them: no name, no village, no posts. */
export const reporterActor = (id: string): PersonActor => ({ kind: 'person', id, county: ambient().county, name: SEALED_NAME, appointments: [] })

/** Neither a count nor a clock: of two numbers nobody tells which was first. */
export const sealedSerial = (townName: string, year: string): string => `${townName}密${year}-${toLetters(randomBytes(4), 6)}`

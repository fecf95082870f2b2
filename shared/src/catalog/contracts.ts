import type { z } from 'zod'
import { calendarContract } from '../calendar/contract'
import { callBackContract } from '../casework/contract/call-back'
import { intakeContract } from '../casework/contract/intake'
import { lookContract } from '../casework/contract/look'
import { responsibilityContract } from '../casework/contract/responsibility'
import { returnContract } from '../casework/contract/returns'
import { outsideContract } from '../casework/contract/outside'
import { ringContract } from '../casework/contract/ring'
import { settingsContract } from '../casework/contract/settings'
import { queryCodeContract } from '../casework/contract/query-code'
import { sealedContract } from '../casework/contract/sealed'
import { signingContract } from '../casework/contract/signing'
import { similarContract } from '../casework/contract/similar'
import { placeCodeContract } from '../casework/contract/place-codes'
import { publicContract } from '../casework/contract/public'
import { stepContract } from '../casework/contract/steps'
import { riskContract } from '../casework/contract/risk'
import { submitContract } from '../casework/contract/submit'
import { superviseContract } from '../casework/contract/supervise'
import { templateContract } from '../casework/contract/template'
import { triageContract } from '../casework/contract/triage'
import { whistleContract } from '../casework/contract/whistle'
import { dutyContract } from '../duty/contract'
import { fileContract } from '../file/contract'
import { handoverContract } from '../handover/contract'
import { hotlineContract } from '../hotline/contract'
import { identityContract } from '../identity/contract'
import { journalContract } from '../journal/contract'
import { open311Contract } from '../open311/contract'
import { noticeContract } from '../notice/contract'
import { regionContract } from '../region/contract'
import { registryContract } from '../registry/contract'
import { statsContract } from '../stats/contract'
import { sheetContract } from '../sheet/contract'

/** Every operation there is. */
export const contracts = {
  ...journalContract,
  ...calendarContract,
  ...fileContract,
  ...regionContract,
  ...registryContract,
  ...identityContract,
  ...dutyContract,
  ...noticeContract,
  ...submitContract,
  ...intakeContract,
  ...ringContract,
  ...stepContract,
  ...superviseContract,
  ...lookContract,
  ...handoverContract,
  ...similarContract,
  ...sealedContract, ...queryCodeContract,
  ...publicContract,
  ...placeCodeContract,
  ...triageContract,
  ...riskContract,
  ...open311Contract,
  ...callBackContract,
  ...templateContract,
  ...returnContract,
  ...settingsContract,
  ...signingContract,
  ...responsibilityContract,
  ...whistleContract,
  ...outsideContract,
  ...hotlineContract,
  ...statsContract,
  ...sheetContract,
}

type Contracts = typeof contracts
export type OperationName = keyof Contracts
type OfKind<K> = { [N in OperationName]: Contracts[N]['kind'] extends K ? N : never }[OperationName]
export type CommandName = OfKind<'command'>
export type QueryName = OfKind<'query'>

/** What a caller sends, before defaults are filled in. */
export type InputOf<N extends OperationName> = z.input<Contracts[N]['input']>
/** What an operation works with, after parsing. */
export type ParsedOf<N extends OperationName> = z.output<Contracts[N]['input']>
export type OutputOf<N extends OperationName> = z.input<Contracts[N]['output']>

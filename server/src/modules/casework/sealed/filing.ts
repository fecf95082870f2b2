import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { normalCode } from '@xiangli/shared/casework/place-codes'
import { coarsePlace, levelFor, namesOf, sealedStart, startOfDay, type NameLevel } from '@xiangli/shared/casework/names'
import { ancestorsOf, grantsOf } from '@xiangli/shared/core/scope'
import { dayOf } from '@xiangli/shared/core/time'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { PersonActor } from '@xiangli/shared/core/actor'
import { fail } from '../../../core/fail'
import type { CommandContext, Context } from '../../../core/operation'
import type { Contact } from '../../identity'
import { regionById } from '../../region'
import { Cases } from '../case.model'
import { fileCase, prepareFiling, type Filed, type Filing, type Matter } from '../filing'
import { PlaceCodes } from '../place-codes/place-code.model'
import type { Located } from '../routing'
import { typeNamed } from '../types'
import { pseudonymOf, reporterActor, SEALED_NAME, sealedCaseId, sealedSerial } from './derive'
import { keepReportOfAccount, keepReportOfCaller } from './reports'
import { keepSaying, type Said } from './sayings'
import { SealedReports } from './sealed.model'
import { isAboveVillage, isOfVillage } from './village'

type Input = ParsedOf<'casework.submit'>

/** Nothing chosen: as it was filed before, so that a late repeat finds its own; else the category's default. */
const sealsByDefault = async (ctx: Context, { caseId, type, category, about }: Input): Promise<boolean> => {
  const offered = namesOf(typeNamed(type), { category, about })
  if (!offered.includes('sealed')) return false
  if (await SealedReports.one({ _id: sealedCaseId(ctx.actor.id, caseId) }, { projection: { _id: 1 } })) return true
  return offered[0] === 'sealed' && (await Cases.one({ _id: caseId }, { projection: { _id: 1 } })) === null
}

/** Another system files for people of its own, and a helper for somebody else: neither can keep a name it does not have. */
const isForSelf = (ctx: Context, { forPerson }: Pick<Input, 'forPerson'>): boolean => !forPerson && ctx.actor.kind === 'person' && !ctx.actor.isService

/** The kind a code names, also of one retired since: a late repeat comes to the same. */
const categoryAt = async (said: string | undefined): Promise<string | undefined> => {
  const code = said ? normalCode(said) : null
  return code ? (await PlaceCodes.one({ code }))?.category : undefined
}

/** The door at filing: under the pseudonym before anything is written down. */
export const asSealedFiler = async (ctx: Context, input: Input): Promise<PersonActor | undefined> => {
  if (!isForSelf(ctx, input)) return undefined
  const seals = input.names ? input.names === 'sealed' : await sealsByDefault(ctx, { ...input, category: input.category ?? (await categoryAt(input.placeCode)) })
  return seals ? reporterActor(pseudonymOf(sealedCaseId(ctx.actor.id, input.caseId), ctx.actor.id)) : undefined
}

interface Wanted {
  category?: string | undefined
  about?: Matter['about']
  names?: NameLevel | undefined
}

/** The level of what is not filed sealed. */
export const openLevel = (type: CaseType, { category, about, names }: Wanted): NameLevel => {
  if (names === 'sealed') fail('casework.sealedForSelfOnly', { field: 'names' })
  return levelFor(namesOf(type, { category, about }), names, false) ?? fail('casework.namesNotOffered', { field: 'names' })
}

/** A draft that went out under one level is not sent again under the other: the two would tell of each other. */
export const refuseTwin = async (ctx: Context, input: Input): Promise<void> => {
  const { caseId: draftId, type, category, about } = input
  // Where nothing was chosen the door has looked already: it follows what the draft went out as.
  if (!input.names && isForSelf(ctx, input)) return
  if (!namesOf(typeNamed(type), { category, about }).includes('sealed')) return
  const twin = ctx.behind ? await Cases.one({ _id: draftId }, { projection: { _id: 1 } }) : await SealedReports.one({ _id: sealedCaseId(ctx.actor.id, draftId) }, { projection: { _id: 1 } })
  if (twin) fail('casework.alreadySubmitted')
}

const coarse = ({ place, regionPath }: Located): Located => ({ regionPath, place: coarsePlace(place) })

export interface SealedFiling extends Filing {
  said: Said
}

interface Whose {
  type: CaseType
  homeId?: string | undefined
  /** Whoever sends it. */
  accountId: string
}

/** What was said goes one way, what may be worked on another. */
export const prepareSealed = async (ctx: Context, matter: Matter, { type, homeId, accountId }: Whose): Promise<SealedFiling> => {
  const { words, voiceFileId, photoFileIds, place, occurredAt, answers, category, about } = matter
  if (!namesOf(type, { category, about }).includes('sealed')) fail('casework.namesNotOffered', { field: 'names' })
  const townName = (path: string): string => regionById(ancestorsOf(path)[1] ?? '')?.shortName.replace(/[镇乡]$/, '') ?? '县'
  const filing = await prepareFiling(ctx, matter, {
    type, homeId,
    sealed: { coarse, serialAt: ({ regionPath }) => sealedSerial(townName(regionPath), dayOf(ctx.now).slice(2, 4)) },
  })
  const isUrgent = categoryOf(type, category)?.grade === 'urgent'
  return {
    ...filing,
    id: sealedCaseId(accountId, matter.caseId),
    clockFrom: sealedStart(ctx.now, isUrgent),
    origin: { serial: filing.origin.serial, receivedAt: startOfDay(ctx.now), photoFileIds: [] },
    said: { words, voiceFileId, photoFileIds, occurredAt, answers, point: place.point, placeWords: place.words },
  }
}

/** Read in the county's journal only: a row in the township's would tell the minute. */
const unplaced = (ctx: CommandContext): CommandContext => ({ ...ctx, record: (target, about) => ctx.record(target, about?.scopeKeys ? { scopeKeys: about.scopeKeys } : {}) })

/** By the reporter, whose account the door has put behind the pseudonym. */
export const fileSealed = async (ctx: CommandContext, { said, ...filing }: SealedFiling): Promise<Filed> => {
  const account = ctx.behind ?? fail('core.forbidden')
  const filed = await fileCase(unplaced(ctx), filing, { requesterId: ctx.actor.id, requesterName: SEALED_NAME, names: 'sealed' })
  await keepReportOfAccount({ caseId: filing.id, county: ctx.county, receivedAt: filing.origin.receivedAt }, account.id)
  await keepSaying(said, { caseId: filing.id, uploaderId: account.id, pseudonym: ctx.actor.id, county: ctx.county, now: ctx.now })
  return filed
}

/** Only a desk above the village takes a call that the village must not know of. */
export const mayTakeSealed = (ctx: Context, villageId: string | undefined): boolean =>
  grantsOf(ctx.actor, 'casework.fileForCaller').some(({ unitId }) => isAboveVillage(unitId)) && !isOfVillage(ctx.actor, villageId)

interface Caller {
  channel: NonNullable<Filed['record']['channel']>
  contact: Partial<Contact>
}

/** By a clerk, for somebody who rang: nothing of theirs among the callers, where their number would be found. */
export const fileSealedForCaller = async (ctx: CommandContext, { said, ...filing }: SealedFiling, { channel, contact }: Caller): Promise<Filed> => {
  const pseudonym = pseudonymOf(filing.id, 'caller')
  const filed = await fileCase(ctx, filing, { requesterId: pseudonym, requesterName: SEALED_NAME, names: 'sealed', requesterIsCaller: true, channel, filedById: ctx.actor.id })
  await keepReportOfCaller({ caseId: filing.id, county: ctx.county, receivedAt: filing.origin.receivedAt }, contact)
  await keepSaying(said, { caseId: filing.id, uploaderId: ctx.actor.id, pseudonym, county: ctx.county, now: ctx.now })
  return filed
}

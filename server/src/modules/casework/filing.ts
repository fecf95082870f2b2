import type { AboutLevel } from '@xiangli/shared/casework/about'
import { hearersOf, type Channel } from '@xiangli/shared/casework/channels'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { namelessLabels } from '@xiangli/shared/casework/labels'
import { startOfDay } from '@xiangli/shared/casework/names'
import { stopFor, type Answers } from '@xiangli/shared/casework/stoppers'
import type { Point } from '@xiangli/shared/core/fields'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { DAY } from '@xiangli/shared/core/time'
import { maskName } from '@xiangli/shared/registry/rules'
import { fail } from '../../core/fail'
import type { CommandContext, Context, Emitted } from '../../core/operation'
import { fileViews } from '../file'
import { regionById } from '../region'
import { buildSubmitted, type Submission } from './build'
import { Cases, Histories, type CaseDoc, type CaseOrigin, type HistoryDoc } from './case.model'
import { claimSaid } from './claim-said'
import type { CallerDoc } from './intake/caller.model'
import { sealCallerName } from './intake/requester'
import { chargeFor, locateCase, type Desk, type Located } from './routing'
import { nextSerial } from './serials'
import { triageDesk } from './triage/desk'

/** What every way in says of a matter; only one of words, voice and photos must be there. */
export interface Matter {
  caseId: string
  words?: string | undefined
  voiceFileId?: string | undefined
  photoFileIds: string[]
  category?: string | undefined
  place: { point?: Point | undefined; townId?: string | undefined; villageId?: string | undefined; gridId?: string | undefined; words?: string | undefined }
  occurredAt?: string | undefined
  answers?: Answers | undefined
  about?: AboutLevel | undefined
}

interface FiledAs {
  type: CaseType
  /** The requester's own village, for who names no place. */
  homeId?: string | undefined
  /** The desk that writes it down for somebody. */
  desk?: Desk
  /** Nobody knows yet who says it: it is looked at before it is anybody's work. */
  isUnchecked?: boolean
  /** Of a sealed report: what the record may tell of the place, and a number that tells nothing. */
  sealed?: { coarse: (located: Located) => Located; serialAt: (located: Located) => string }
}

type By = 'names' | 'publicName' | 'requesterId' | 'requesterName' | 'channel' | 'filedById' | 'requesterIsCaller' | 'callerName' | 'wantsCallBack' | 'placeCodeId' | 'receiptHash'

/** Whose request it is, as the record keeps it. */
export type Filer = Pick<CaseOrigin, By>

/** A case that is ready to be written once it is known whose it is. */
export interface Filing extends Omit<Submission, 'origin'> {
  origin: Omit<Submission['origin'], By>
}

export interface Filed {
  record: CaseDoc
  history: HistoryDoc[]
}

const refuseIncomplete = ({ words, voiceFileId, photoFileIds, category, place, answers = {} }: Matter, type: CaseType): void => {
  const stop = stopFor(type, answers)
  if (stop) fail('casework.callFirst', { field: 'answers', message: stop.words, details: { number: stop.number, label: stop.label } })
  if (!words && !voiceFileId && photoFileIds.length === 0) fail('casework.nothingSaid', { field: 'words' })
  if (category && !categoryOf(type, category)) fail('casework.unknownCategory', { field: 'category' })
  if (place.villageId && regionById(place.villageId)?.level !== 'village') fail('region.unknown', { field: 'place.villageId' })
  if (place.gridId && regionById(place.gridId)?.level !== 'grid') fail('region.unknown', { field: 'place.gridId' })
}

const wishOf = ({ place: { point, townId, villageId, gridId, words } }: Matter) => ({
  ...(townId ? { townId } : {}),
  ...(point ? { point } : {}),
  ...(villageId ? { villageId } : {}),
  ...(gridId ? { gridId } : {}),
  ...(words ? { words } : {}),
})

const EARLIEST = Date.UTC(2000, 0, 1)

/** What a phone whose clock is plainly wrong says is left out: the request itself must not be lost over it. */
const occurredAtOf = ({ occurredAt }: Matter, now: Date): Date | undefined => {
  if (!occurredAt) return undefined
  const at = new Date(occurredAt)
  return at.getTime() >= EARLIEST && at.getTime() <= now.getTime() + DAY ? at : undefined
}



/**
 * Checks what was said and finds where it belongs; outside the transaction, for it reads files,
 * polygons and a serial.
 */
export const prepareFiling = async (ctx: Context, matter: Matter, { type, homeId, desk: takenBy, sealed, isUnchecked = false }: FiledAs): Promise<Filing> => {
  refuseIncomplete(matter, type)
  const found = locateCase(wishOf(matter), homeId, takenBy)
  const located = sealed ? sealed.coarse(found) : found
  const [, townId] = ancestorsOf(located.regionPath)
  const desk = isUnchecked ? triageDesk(located, matter.about ?? null, ctx.now) : undefined
  return {
    id: matter.caseId,
    county: ctx.county,
    type,
    // A phone may not know yet that a category was retired: the request is kept, unsorted.
    category: (categoryOf(type, matter.category)?.isRetired ? null : matter.category) ?? null,
    // What a sealed reporter answered lies apart: a risk proposed from it would say it in its reason.
    ...(matter.answers && !sealed ? { answers: matter.answers } : {}),
    located,
    ...(matter.about ? { about: matter.about } : {}),
    charge: desk?.charge ?? (sealed ? await chargeFor(located, startOfDay(ctx.now), matter.about ?? 'village') : await chargeFor(located, ctx.now, matter.about)),
    ...(desk ? { triage: { regionPath: desk.regionPath } } : {}),
    origin: await originOf(ctx, matter, sealed ? sealed.serialAt(located) : await nextSerial(ctx.county, townId ?? ctx.county, ctx.now)),
  }
}

const originOf = async (ctx: Context, matter: Matter, serial: string): Promise<Filing['origin']> => {
  const { words, voiceFileId, photoFileIds } = matter
  const occurredAt = occurredAtOf(matter, ctx.now)
  const voice = voiceFileId ? (await fileViews([voiceFileId])).get(voiceFileId) : undefined
  return {
    serial,
    photoFileIds,
    receivedAt: ctx.now,
    ...(words ? { words } : {}),
    ...(voiceFileId ? { voiceFileId } : {}),
    ...(voice?.seconds ? { voiceSeconds: voice.seconds } : {}),
    ...(occurredAt ? { occurredAt } : {}),
  }
}

/** Whoever has an account and files for themselves. Another system is no person: its name is shown whole, and how it came in is said. */
export const filerIsSelf = ({ actor }: Context): Filer => {
  if (actor.kind !== 'person') return { requesterId: actor.id, requesterName: '' }
  if (actor.isService) return { requesterId: actor.id, requesterName: actor.name, channel: 'open311' }
  return { requesterId: actor.id, requesterName: maskName(actor.name) }
}

interface ForCaller {
  caseId: string
  channel: Channel
  name?: string | undefined
  wantsCallBack?: boolean
}

/** Filed by this actor (a clerk, a helper, another system's adapter) for somebody without an account. */
export const filerForCaller = (ctx: Context, caller: CallerDoc, { caseId, channel, name, wantsCallBack }: ForCaller): Filer => ({
  requesterId: caller._id,
  requesterIsCaller: true,
  requesterName: name ? maskName(name) : namelessLabels[channel],
  channel,
  ...(ctx.actor.kind === 'person' ? { filedById: ctx.actor.id } : {}),
  ...(name ? { callerName: sealCallerName(caseId, name) } : {}),
  ...(wantsCallBack ? { wantsCallBack: true as const } : {}),
})

/** Writes the case: the one way in of every channel, inside its command's transaction. */
export const fileCase = async (ctx: CommandContext, filing: Filing, filer: Filer): Promise<Filed> => {
  const { record, entry } = buildSubmitted({ ...filing, origin: { ...filing.origin, ...filer } })
  await Cases.add(record)
  await claimSaid(ctx, record._id, filing.origin)
  await Histories.add(entry)
  ctx.record({ type: 'case', id: record._id, rev: 1 }, { regionPath: record.regionPath, scopeKeys: record.scopeKeys })
  const { personId } = record.handler
  const persons = [...new Set([...hearersOf(record), ...(personId ? [personId] : [])])]
  ctx.emit({ ...newsOf(record), id: record._id, rev: 1, persons })
  return { record, history: [entry] }
}

/** The unit a case falls to hears of it; of one nobody knows yet only those who look at such reports. */
const newsOf = (record: CaseDoc): Pick<Emitted, 'name' | 'staff'> =>
  record.triage
    ? { name: 'casework.leftForTriage', staff: { operation: 'casework.listTriage', scopeKeys: ancestorsOf(record.regionPath) } }
    : { name: 'casework.submitted', staff: { operation: 'casework.listCases', scopeKeys: record.scopeKeys } }

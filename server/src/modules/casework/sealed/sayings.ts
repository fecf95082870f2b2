import type { Answers } from '@xiangli/shared/casework/stoppers'
import type { SayingView } from '@xiangli/shared/casework/sealed-views'
import { startOfDay } from '@xiangli/shared/casework/names'
import type { Point } from '@xiangli/shared/core/fields'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { services } from '../../../core/services'
import { claimedBy, claimFiles, fileViews } from '../../file'
import { Sayings, type SayingDoc } from './sealed.model'

/** What is said once, at filing or with a later step. */
export interface Said {
  words?: string | undefined
  point?: Point | undefined
  placeWords?: string | undefined
  occurredAt?: string | undefined
  answers?: Answers | undefined
  voiceFileId?: string | undefined
  photoFileIds?: readonly string[] | undefined
}

const MOST_SAYINGS = 200
const placeOf = (id: string) => ({ collection: 'sealed_sayings', id, field: 'said' })

export const isAnythingSaid = ({ words, voiceFileId, photoFileIds = [] }: Said): boolean => Boolean(words) || Boolean(voiceFileId) || photoFileIds.length > 0

interface Keeping {
  caseId: string
  /** Whose files they are now, and under what name they are kept. */
  uploaderId: string
  pseudonym: string
  county: string
  now: Date
}

/** In its command's transaction: the next number is an index's to give, and files are taken into use or nothing is said. */
export const keepSaying = async (said: Said, { caseId, uploaderId, pseudonym, county, now }: Keeping): Promise<SayingDoc> => {
  const { voiceFileId, photoFileIds = [], ...spoken } = said
  const n = (await Sayings.count({ caseId }, MOST_SAYINGS)) + 1
  if (n >= MOST_SAYINGS) fail('core.tooMany')
  const id = `${caseId}.${n}`
  const target = { type: 'saying', id }
  const fileIds = [...photoFileIds, ...(voiceFileId ? [voiceFileId] : [])]
  const claimed = await claimFiles(fileIds, target, uploaderId)
  const wrong = claimed.find((file) => file.kind !== (file.id === voiceFileId ? 'voice' : 'photo'))
  if (wrong) fail('file.notYours', { field: wrong.id === voiceFileId ? 'voiceFileId' : 'photoFileIds' })
  await claimedBy(fileIds, target, pseudonym)
  return Sayings.add({
    _id: id, county, caseId, n, said: services().vault.sealField(JSON.stringify(spoken), placeOf(id)),
    ...(voiceFileId ? { voiceFileId } : {}), photoFileIds: [...photoFileIds], on: startOfDay(now),
  })
}

export const sayingsOf = (caseId: string): Promise<SayingDoc[]> => Sayings.list({ caseId }, { sort: { n: 1 }, limit: MOST_SAYINGS })

/** In full; only for the reporter and, through a journaled command, for whoever types it out. */
export const presentSayings = async (sayings: readonly SayingDoc[], upTo: number): Promise<SayingView[]> => {
  const files = await fileViews(sayings.flatMap(({ voiceFileId, photoFileIds }) => [...photoFileIds, ...(voiceFileId ? [voiceFileId] : [])]))
  return sayings.map((saying) => {
    const { words, placeWords, point, occurredAt } = JSON.parse(services().vault.openField(saying.said, placeOf(saying._id))) as Said
    const voice = saying.voiceFileId ? files.get(saying.voiceFileId) : undefined
    return {
      n: saying.n,
      on: dayOf(saying.on),
      photos: saying.photoFileIds.flatMap((id) => files.get(id) ?? []),
      isReleased: saying.n <= upTo,
      ...(words ? { words } : {}),
      ...(voice ? { voice } : {}),
      ...(placeWords ? { placeWords } : {}),
      ...(point ? { point } : {}),
      ...(occurredAt ? { occurredAt } : {}),
    }
  })
}

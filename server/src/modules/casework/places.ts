import { isPublishableCase } from '@xiangli/shared/casework/about'
import { isSealed } from '@xiangli/shared/casework/names'
import { familyOf } from '@xiangli/shared/casework/similar'
import { spotOf } from '@xiangli/shared/casework/spots'
import type { EventName } from '@xiangli/shared/catalog/events'
import { duplicateIndexOf } from '../../core/collection'
import type { SignalReaction } from '../../core/module'
import { Cases, type CaseDoc } from './case.model'
import { Places, type PlaceDoc } from './place.model'
import { typeNamed } from './types'

export const WORKING: readonly CaseDoc['state'][] = ['pending', 'accepted', 'handling']
export const isWorkedOn = ({ state }: Pick<CaseDoc, 'state'>): boolean => WORKING.includes(state)

/** What others may come upon as similar: nothing about named people. */
const isSought = (record: CaseDoc): boolean => isWorkedOn(record) && isPublishableCase(record) && !record.triage && !isSealed(record)

/** What somebody may say of it in words: the line a dispatcher gave it, and what was said. */
export const wordsOf = ({ title, words }: Pick<CaseDoc, 'title' | 'words'>): string => [title, words].filter(Boolean).join('。')

const placeRow = (record: CaseDoc): PlaceDoc => {
  const { point, villageId } = record.place
  return {
    _id: record._id,
    county: record.county,
    type: record.type,
    family: familyOf(typeNamed(record.type), { category: record.category, words: wordsOf(record) }) ?? '',
    spots: [...(point ? [spotOf(point)] : []), ...(villageId ? [villageId] : [])],
    ...(point ? { point } : {}),
    receivedAt: record.receivedAt,
    rev: record.rev,
  }
}

/** Many at once, for those who write cases past the door (seeds, benches). */
export const addPlaces = (records: readonly CaseDoc[]): Promise<void> => Places.addMany(records.filter(isSought).map(placeRow))

/** From the case as it is now: however often and however late, the row ends as the case stands. */
export const refreshPlace = async (caseId: string): Promise<void> => {
  const record = await Cases.one({ _id: caseId })
  if (!record) return
  const older = { _id: caseId, rev: { $lte: record.rev } }
  if (!isSought(record)) {
    await Places.removeMany(older)
    return
  }
  const { _id, county: _county, ...rest } = placeRow(record)
  await Places.upsert(older, { $set: rest, ...(rest.point ? {} : { $unset: { point: true as const } }) }).catch((error: unknown) => {
    // A newer row stands there already: this news is old.
    if (duplicateIndexOf(error) !== '_id_') throw error
  })
}

/** Only what moves a case in or out, or to another place or kind. */
const MOVES: readonly EventName[] = [
  'casework.submitted', 'casework.admitted', 'casework.withdrawn', 'casework.routed', 'casework.answered', 'casework.reopened',
  'casework.declined', 'casework.gaveUp', 'casework.merged', 'casework.unmerged',
]

export const keepPlaces: SignalReaction = { kind: 'signal', name: 'casework.keepPlaces', on: MOVES, act: ({ event }) => refreshPlace(event.id) }

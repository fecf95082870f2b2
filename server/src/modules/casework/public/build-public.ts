import { isPublic, publicAnswer, publicPlace, publicTimeline, type PublicPlace } from '@xiangli/shared/casework/publication'
import { namesOf, shownBelow } from '@xiangli/shared/casework/names'
import { whyOf, type WhyNames, type WhyStep } from '@xiangli/shared/casework/why'
import type { Point } from '@xiangli/shared/core/fields'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { departmentUnit, regionById, regionName, unitById, unitOfRegion } from '../../region'
import type { CaseDoc, HistoryDoc } from '../case.model'
import { typeAt, typeNamed, typeOf } from '../types'
import type { PublicCaseDoc, SpotKind } from './public-case.model'
import { publicKeysOf, statusOf } from './public-keys'

const names: WhyNames = {
  unit: (id) => unitById(id)?.name ?? '',
  region: regionName,
  unitOf: (regionId) => (regionById(regionId) ? unitOfRegion(regionId).id : undefined),
  department: (key) => departmentUnit(key)?.name,
}

export const whyOfCase = (record: CaseDoc, history: readonly HistoryDoc[]): WhyStep[] =>
  whyOf(history, { type: typeOf(record), version: record.typeVersion, names, typeAt: (version) => typeAt(record.type, version) })

const centreOf = (regionId: string | undefined): Point | undefined => {
  const centre = regionId ? regionById(regionId)?.centre : undefined
  return centre ? [centre[0], centre[1]] : undefined
}

/** Where a map draws it: never nearer than what may be told. */
const spotOf = ({ point, gridId, villageId }: PublicPlace): { spot: Point; spotIs: SpotKind } | object => {
  if (point) return { spot: point, spotIs: 'place' }
  const [ofGrid, ofVillage] = [centreOf(gridId), centreOf(villageId)]
  if (ofGrid) return { spot: ofGrid, spotIs: 'grid' }
  return ofVillage ? { spot: ofVillage, spotIs: 'village' } : {}
}

/** The county down to the finest region that may be told. */
const regionsOf = (county: string, { gridId, villageId }: PublicPlace): string[] => {
  const finest = regionById(gridId ?? villageId ?? '')
  return finest ? ancestorsOf(finest.path) : [county]
}

const whyShown = (record: CaseDoc, history: readonly HistoryDoc[], place: PublicPlace): WhyStep[] =>
  whyOfCase(record, history).filter(({ rule }) => rule !== 'risk.proposed').map((step) => ({
    ...step,
    // A grid that is not told where it lies is not told here either.
    facts: step.facts.filter(({ label }) => label !== '网格' || place.gridId !== undefined),
  }))

/** Out of sight: nothing of it is left to be read. */
const hidden = (record: CaseDoc): PublicCaseDoc => ({
  _id: record._id, county: record.county, isShown: false, rev: record.rev, serial: record.serial, type: record.type, summary: '', answer: null, category: null,
  state: record.state, unitId: record.ownerUnitId, photoFileIds: [], timeline: [], why: [], receivedAt: record.receivedAt, updatedAt: record.updatedAt,
  closedAt: null, dueAt: null, publishedAt: record.publication?.at ?? record.updatedAt, keys: [],
})

/** What everybody may read of a case, worked out from the case and its history alone: the same however often. */
export const buildPublic = (record: CaseDoc, history: readonly HistoryDoc[]): PublicCaseDoc => {
  if (!isPublic(typeNamed(record.type), record)) return hidden(record)
  const { publication, category, state } = record
  const place = publicPlace(record.place, publication)
  const told = shownBelow(record, history)
  const timeline = publicTimeline(told)
  return {
    ...hidden(record),
    isShown: true,
    summary: publication.summary,
    answer: publicAnswer({ ...record, publication }),
    category,
    ...place,
    ...spotOf(place),
    photoFileIds: publication.photoFileIds,
    timeline,
    // The last that everybody may know of: a question to the requester leaves no trace in it.
    updatedAt: [publication.at, ...timeline.map(({ at }) => at)].reduce((last, at) => (at > last ? at : last)),
    why: whyShown(record, told, place),
    // Filed before anybody knew its kind, it may be of one that names nobody.
    ...(record.names === 'public' && record.publicName && namesOf(typeNamed(record.type), record).includes('public') ? { requesterName: record.publicName } : {}),
    closedAt: record.closedAt,
    dueAt: record.redAt,
    keys: publicKeysOf(regionsOf(record.county, place), { category, status: statusOf(state) }),
  }
}

import { maskName } from '@xiangli/shared/registry/rules'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { SHANGHAI_OFFSET } from '@xiangli/shared/core/time'
import type { JournalDoc } from '../../core/journal'
import { buildSubmitted, type CaseDoc, type HistoryDoc, type Submission } from '../../modules/casework'
import { regionById } from '../../modules/region'
import type { Dice } from '../people/dice'
import { townTales } from '../stories/tales-town'
import { villageTales } from '../stories/tales-village'
import type { Account } from '../organisation/staff'
import { courseOf } from './course'
import { journalRowOf } from './journal-row'
import { pointIn, type Ground } from './scenery'
import { takeStep } from './steps'

export interface Written {
  record: CaseDoc
  entries: HistoryDoc[]
  rows: JournalDoc[]
}

export interface Maker {
  dice: Dice
  newId: (at: Date) => string
  type: CaseType
  county: string
  now: Date
  /** The villagers of a village, at least one. */
  villagersOf: (villageId: string) => readonly Account[]
}

const sayings = [...villageTales, ...townTales].flatMap(({ category, words, isSealed }) => (words && !isSealed ? [{ category: category ?? null, words }] : []))
/** One report in eight comes without a point. */
const POINTLESS_SHARE = 0.125
/** Above any number the counters of a living county reach in a year, so that no serial is given twice. */
const FIRST_SERIAL = 50_001

const serialOf = (ground: Ground, { at, number }: { at: Date; number: number }): string => {
  const town = regionById(ground.townId)?.shortName.replace(/[镇乡]$/, '') ?? ''
  return `${town}${String(new Date(at.getTime() + SHANGHAI_OFFSET).getUTCFullYear()).slice(2)}-${FIRST_SERIAL + number}`
}

interface Wanted {
  ground: Ground
  receivedAt: Date
  number: number
}

const submissionOf = (maker: Maker, { ground, receivedAt, number }: Wanted): Submission => {
  const { dice, type, county, villagersOf, newId } = maker
  const { category, words } = dice.pick(sayings)
  const requester = dice.pick(villagersOf(ground.villageId))
  const hasPoint = !dice.chance(POINTLESS_SHARE)
  const charge = hasPoint ? ground.atPoint : ground.atVillage
  return {
    id: newId(receivedAt),
    county,
    type,
    category,
    located: hasPoint
      ? { place: { by: 'point', villageId: ground.villageId, gridId: ground.gridId, point: pointIn(dice, ground) }, regionPath: ground.gridPath }
      : { place: { by: 'chosen', villageId: ground.villageId }, regionPath: ground.villagePath },
    charge: { ...charge, handler: { ...charge.handler, since: receivedAt } },
    origin: {
      serial: serialOf(ground, { at: receivedAt, number }),
      requesterId: requester._id,
      requesterName: maskName(requester.name),
      photoFileIds: [],
      receivedAt,
      words,
    },
  }
}

/** One case from submission to wherever it stands now, with its history and journal, as the engine writes them. */
export const makeCase = (maker: Maker, wanted: Wanted): Written => {
  const { dice, newId, type, now } = maker
  const { ground, receivedAt } = wanted
  const submission = submissionOf(maker, wanted)
  const { record: first, entry } = buildSubmitted(submission)
  const handlerId = first.handler.personId ?? (first.place.gridId ? ground.secretaryId : ground.dispatcherId)
  const people = { requesterId: first.requesterId, handlerId, ownerId: ground.secretaryId }
  const isUrgent = categoryOf(type, submission.category ?? undefined)?.grade === 'urgent'

  let record = first
  const entries: HistoryDoc[] = [{ ...entry, _id: newId(receivedAt) }]
  const rows = [journalRowOf({ record, entry, keysBefore: [], id: newId(receivedAt) })]
  for (const step of courseOf(dice, { receivedAt, now, people, isUrgent })) {
    const taken = takeStep({ record, type }, step, newId(step.at))
    rows.push(journalRowOf({ record: taken.record, entry: taken.entry, keysBefore: record.scopeKeys, id: newId(step.at) }))
    entries.push(taken.entry)
    record = taken.record
  }
  return { record, entries, rows }
}

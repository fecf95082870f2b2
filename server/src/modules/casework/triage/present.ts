import { channelOf } from '@xiangli/shared/casework/channels'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { colourOf } from '@xiangli/shared/casework/clock'
import type { TriageRow } from '@xiangli/shared/casework/contract/triage'
import { placeKindLabels } from '@xiangli/shared/casework/place-codes'
import { permittedActions } from '@xiangli/shared/casework/rules'
import type { FileView } from '@xiangli/shared/file/contract'
import type { Context } from '../../../core/operation'
import { fileViews } from '../../file'
import { regionById } from '../../region'
import type { CaseDoc } from '../case.model'
import { requesterNameFor } from '../intake/requester'
import { PlaceCodes, type PlaceCodeDoc } from '../place-codes/place-code.model'
import { spotNames, unitName } from '../present/names'
import { titleFor } from '../present/summary'
import { partiesOn } from '../parties'
import { townIdOf } from '../towns'
import { typeNamed } from '../types'

interface Around {
  files: ReadonlyMap<string, FileView>
  codes: ReadonlyMap<string, PlaceCodeDoc>
}

/** All of a page at once: the files and codes of every row are read in two reads. */
export const presentReports = async (ctx: Context, records: readonly CaseDoc[]): Promise<TriageRow[]> => {
  const codeIds = [...new Set(records.flatMap(({ placeCodeId }) => placeCodeId ?? []))]
  const [files, codes] = await Promise.all([
    fileViews(records.flatMap(({ photoFileIds, voiceFileId }) => [...photoFileIds, ...(voiceFileId ? [voiceFileId] : [])])),
    codeIds.length > 0 ? PlaceCodes.list({ _id: { $in: codeIds } }) : [],
  ])
  const around = { files, codes: new Map(codes.map((code) => [code._id, code])) }
  return records.map((record) => rowOf(ctx, record, around))
}

const placeOf = ({ place }: CaseDoc) => {
  const { villageName, gridName } = spotNames({ place })
  const town = regionById(townIdOf(place) ?? '')?.shortName
  const placeName = [town, villageName, gridName].filter(Boolean).join(' ')
  return { placeName: placeName || undefined, placeWords: place.words, point: place.point, villageId: place.villageId, gridId: place.gridId }
}

const codeOf = (code: PlaceCodeDoc | undefined) =>
  code ? { placeCode: { code: code.code, name: code.name, kindLabel: placeKindLabels[code.kind] } } : {}

const rowOf = (ctx: Context, record: CaseDoc, { files, codes }: Around): TriageRow => ({
  id: record._id,
  rev: record.rev,
  serial: record.serial,
  title: titleFor(record),
  words: record.words,
  photos: record.photoFileIds.flatMap((id) => files.get(id) ?? []),
  voice: record.voiceFileId ? files.get(record.voiceFileId) : undefined,
  category: record.category ?? undefined,
  categoryLabel: categoryOf(typeNamed(record.type), record.category ?? undefined)?.label,
  grade: record.grade,
  ...placeOf(record),
  channel: channelOf(record),
  ...codeOf(codes.get(record.placeCodeId ?? '')),
  requesterName: requesterNameFor(ctx, record),
  about: record.about ?? undefined,
  receivedAt: record.receivedAt.toISOString(),
  colour: colourOf(record, ctx.now),
  redAt: record.redAt?.toISOString(),
  deskId: record.ownerUnitId,
  deskName: unitName(record.ownerUnitId),
  raisedAt: record.triage?.raisedAt?.toISOString(),
  turnedAwayAt: record.triage?.turnedAwayAt?.toISOString(),
  reason: record.reason ?? undefined,
  can: permittedActions(typeNamed(record.type), record, { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }).filter((action) => action === 'admit' || action === 'turnAway'),
})

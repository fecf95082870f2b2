import { categoryOf } from '@xiangli/shared/casework/case-type'
import type { PlaceCodeView } from '@xiangli/shared/casework/contract/place-codes'
import { placeKindLabels } from '@xiangli/shared/casework/place-codes'
import { namesOf } from '../../identity'
import { regionById } from '../../region'
import { typeNamed } from '../types'
import type { PlaceCodeDoc } from './place-code.model'

/** What anybody may know of a code: where it is and what it is for. */
export const presentPlace = (doc: PlaceCodeDoc) => {
  const { code, name, kind, villageId, gridId, point, category, words } = doc
  const village = regionById(villageId)
  return {
    code, name, kind, villageId, gridId, point, category, words,
    kindLabel: placeKindLabels[kind],
    categoryLabel: categoryOf(typeNamed('complaint'), category)?.label,
    townName: regionById(village?.parentId ?? '')?.shortName,
    villageName: village?.shortName ?? '',
    gridName: gridId ? regionById(gridId)?.name : undefined,
  }
}

export const presentCodes = async (docs: readonly PlaceCodeDoc[]): Promise<PlaceCodeView[]> => {
  const names = await namesOf(docs.map(({ madeById }) => madeById))
  return docs.map((doc) => ({
    ...presentPlace(doc),
    id: doc._id,
    madeAt: doc.madeAt.toISOString(),
    madeByName: names.get(doc.madeById) ?? '',
    retiredAt: doc.retiredAt?.toISOString(),
    reason: doc.reason,
  }))
}

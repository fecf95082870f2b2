import type { Matter } from '../filing'
import type { PlaceCodeDoc } from './place-code.model'

type Said = Pick<Matter, 'place' | 'category'>

/** What a code fills in: the place where whoever scanned it names none, with its name before their own words, and its kind. */
export const withCode = <M extends Said>(matter: M, { name, villageId, gridId, point, category, words }: PlaceCodeDoc): M => {
  const { place } = matter
  const said = [name, place.words ?? words].filter(Boolean).join('，').slice(0, 100)
  const isNamed = Boolean(place.point) || (place.villageId !== undefined && place.villageId !== villageId)
  const here = isNamed ? place : point ? { point } : { villageId, ...(gridId ? { gridId } : {}) }
  return { ...matter, category: matter.category ?? category, place: { ...here, words: said } }
}

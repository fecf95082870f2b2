import type { Way } from '@xiangli/shared/stats/figures'
import { allCaseTypes } from '../casework'
import { childrenOf, unitById, type Region, type Unit } from '../region'

interface RowName {
  key: string
  name: string
}

const KINDS: readonly Unit['kind'][] = ['countyCentre', 'dispatchRoom', 'department', 'township', 'committee']

/** From the county down, each kind in the order of its code: nobody's place says how good they are. */
const unitsIn = (present: ReadonlySet<string>): RowName[] =>
  [...present].flatMap((id) => unitById(id) ?? [])
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.id.localeCompare(b.id))
    .map(({ id, name }) => ({ key: id, name }))

const placesIn = ({ id, level, shortName }: Region): RowName[] =>
  level === 'village' ? [{ key: id, name: shortName }] : childrenOf(id).filter((child) => child.level !== 'grid').map((child) => ({ key: child.id, name: child.shortName }))

const categoriesIn = (): RowName[] => {
  const labels = new Map(allCaseTypes().flatMap(({ categories }) => categories.map(({ code, label }) => [code, label] as const)))
  return [...labels].map(([key, name]) => ({ key, name }))
}

/** The rows of a table, always in the same order, those with nothing in them as well; of units those that had something. */
export const namesOfRows = (region: Region, by: Way, present: ReadonlySet<string>): RowName[] =>
  by === 'unit' ? unitsIn(present) : by === 'category' ? categoriesIn() : placesIn(region)

import type { SeedVillage } from '../people/make-residents'
import { places, shares } from '../places'
import type { County } from '../region/build-county'

const SPARSE_EVERY = 7

/** In a demo: the villages of the stories many times over, their town whole, and some of the others. */
export const demoVillages = ({ divisions }: County): SeedVillage[] =>
  divisions
    .filter(({ level }) => level === 'village')
    .filter(({ id, parentId }, at) => id in shares || parentId === places.town || at % SPARSE_EVERY === 0)
    .flatMap(({ id, code }) => Array.from({ length: shares[id] ?? 1 }, () => ({ id, code })))

export const allVillages = ({ divisions }: County): SeedVillage[] =>
  divisions.filter(({ level }) => level === 'village').map(({ id, code }) => ({ id, code }))

import type { Order } from '@xiangli/shared/hotline/read-row'
import { regionById, regionsOfLevel, type Region } from '../region'

/** 太阳墩村民委员会, 太阳墩村, 太阳墩: one place in the mouths of three clerks. */
const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, '')

const isNamed = ({ name, shortName }: Region, said: string): boolean => [name, shortName].some((each) => each === said || bare(each) === bare(said))

const townOf = (village: Region): Region | undefined => regionById(village.parentId ?? '')

/** Only where one village alone can be meant: a wrong village is worse than none, which the county's desk sorts. */
const only = (found: readonly Region[]): Region | undefined => (found.length === 1 ? found[0] : undefined)

const inTown = (villages: readonly Region[], said: string | undefined): Region[] =>
  villages.filter((village) => {
    const town = townOf(village)
    return town !== undefined && said !== undefined && (town.name === said || town.shortName === said)
  })

const byAddress = (villages: readonly Region[], address: string): Region | undefined =>
  only(villages.filter(({ name, shortName }) => address.includes(name) || (bare(shortName).length > 1 && address.includes(`${bare(shortName)}村`))))

/** The village an order names, by its own column or within its address. */
export const villageOf = ({ village, town, address }: Pick<Order, 'village' | 'town' | 'address'>): Region | undefined => {
  const all = regionsOfLevel('village')
  const near = inTown(all, town)
  if (village) {
    const found = only(near.filter((each) => isNamed(each, village))) ?? (near.length > 0 ? undefined : only(all.filter((each) => isNamed(each, village))))
    if (found) return found
  }
  return address ? byAddress(near.length > 0 ? near : all, address) : undefined
}

/** The township its own column names. */
export const townOfOrder = ({ town }: Pick<Order, 'town'>): Region | undefined =>
  only(regionsOfLevel('town').filter(({ name, shortName }) => town !== undefined && (town === name || town === shortName)))

/** The place in the platform's own words, for whoever goes there. */
export const placeWords = ({ town, village, address }: Pick<Order, 'village' | 'town' | 'address'>): string | undefined => {
  const said = [town, village, address].filter((part, n, all) => part && !all.slice(n + 1).some((later) => later?.includes(part))).join(' ')
  return said.slice(0, 100) || undefined
}

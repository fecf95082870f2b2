import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addAccount } from '../../modules/identity'
import type { NewHousehold, NewResident } from '../../modules/registry'
import { regionById } from '../../modules/region'
import { inBatches } from '../in-batches'
import type { Account, StaffMember } from '../organisation/staff'
import { places } from '../places'

export interface Villager {
  account: Account
  villageId?: string
  openid: string
  note: string
  phone?: string
}

/** How many people of each place have the mini-program; the first ones are offered in the WeChat picker. */
const wanted: readonly { villageId: string; count: number; shown: number }[] = [
  { villageId: places.village, count: 8, shown: 5 },
  { villageId: places.neighbour, count: 5, shown: 2 },
  { villageId: places.quarter, count: 5, shown: 2 },
  { villageId: places.suburb, count: 4, shown: 2 },
]

/** Collects one grown-up with a phone per household, from as many households as are wanted. */
export const createVillagerPicker = (thisYear: number) => {
  const found = new Map<string, NewResident[]>()
  const look = ({ villageId, members }: NewHousehold): void => {
    const need = wanted.find((each) => each.villageId === villageId)?.count ?? 0
    const sofar = found.get(villageId) ?? []
    const grown = members.filter(({ birthYear, phone }) => phone && thisYear - birthYear >= 22)
    // Not always the head: a daughter-in-law or a grandfather reports as well.
    const chosen = grown[sofar.length % Math.max(1, grown.length)]
    if (chosen && sofar.length < need) found.set(villageId, [...sofar, chosen])
  }
  return { look, of: (villageId: string): readonly NewResident[] => found.get(villageId) ?? [] }
}

interface Draft {
  resident: Pick<NewResident, 'name' | 'phone'>
  villageId?: string
  openid: string
  note: string
}

const draftsOf = (picker: ReturnType<typeof createVillagerPicker>): Draft[] => [
  ...wanted.flatMap(({ villageId, shown }) =>
    picker.of(villageId).map((resident, at) => ({
      resident,
      villageId,
      openid: `demo-${villageId}-${String(at + 1).padStart(2, '0')}`,
      note: at < shown ? '村民' : '',
    })),
  ),
  { resident: { name: '马远' }, openid: 'demo-newcomer-01', note: '还没有选村' },
]

const enrol = async ({ resident: { name, phone }, villageId, openid, note }: Draft): Promise<Villager> => {
  const about = { ...(villageId ? { villageId } : {}), ...(phone ? { phone } : {}) }
  return { account: await addAccount({ name, openid, ...about }), openid, note, ...about }
}

export const seedVillagers = (picker: ReturnType<typeof createVillagerPicker>): Promise<Villager[]> => inBatches(draftsOf(picker), 10, enrol)

const nameOf = (regionId: string | undefined): string => (regionId ? (regionById(regionId)?.shortName ?? '') : '')

/** The people the WeChat simulator knows: villagers, and the grid members who work on a phone. */
export const wechatPeopleOf = (villagers: readonly Villager[], staff: readonly StaffMember[]) => [
  ...villagers
    .filter(({ note }) => note !== '')
    .map(({ account, villageId, openid, note, phone }) => ({
      openid,
      nickname: account.name,
      ...(villageId ? { villageName: nameOf(villageId) } : {}),
      note,
      ...(phone ? { phone } : {}),
    })),
  ...staff.flatMap(({ account, demo, posts: [post] }) =>
    demo?.openid && post
      ? [{ openid: demo.openid, nickname: `${account.name}（网格员）`, villageName: nameOf(regionById(post.regionId)?.parentId), note: '网格员', phone: post.phone }]
      : [],
  ),
]

export const writeJson = (folder: string, { name, value }: { name: string; value: unknown }): Promise<void> =>
  writeFile(join(folder, name), `${JSON.stringify(value, null, 1)}\n`, { mode: 0o600 })

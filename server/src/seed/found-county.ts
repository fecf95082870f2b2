import { setClock } from '../core/clock'
import { keepResponsibilities } from '../modules/casework'
import { importCounty } from '../modules/region'
import { demoCounty } from './demo-county'
import { responsibilities } from './organisation/responsibilities'
import { demoAccountsOf, seedStaff, type StaffMember } from './organisation/staff'
import type { SeedVillage } from './people/make-residents'
import type { County } from './region/build-county'
import { seedResidents } from './residents/residents'
import { createVillagerPicker, seedVillagers, wechatPeopleOf, writeJson, type Villager } from './residents/villagers'
import type { Say } from './say'

export interface Founded {
  county: County
  staff: StaffMember[]
  villagers: Villager[]
}

interface Founding {
  residents: number
  villagesOf: (county: County) => SeedVillage[]
  now: Date
  dataDir: string
  say: Say
}

const DAYS_AGO = 300
const SAY_EVERY = 20_000
const FOUNDED_MS = DAYS_AGO * 86_400_000

/** Divisions, units, residents, staff and villagers, as if they had all been there for most of a year. */
export const foundCounty = async ({ residents, villagesOf, now, dataDir, say }: Founding): Promise<Founded> => {
  const founded = new Date(now.getTime() - FOUNDED_MS)
  setClock(() => founded)
  try {
    const county = demoCounty()
    await importCounty(county)
    await keepResponsibilities(responsibilities)
    say(`区划 ${county.divisions.length} 个、网格 ${county.grids.length} 个、机构 ${county.units.length} 个`)
    const staff = await seedStaff(county, founded)
    say(`工作人员 ${staff.length} 人`)
    const picker = createVillagerPicker(now.getUTCFullYear())
    let said = 0
    const onProgress = (persons: number): void => {
      if (persons - said < SAY_EVERY) return
      said = persons
      say(`居民 ${persons} / ${residents}`)
    }
    const persons = await seedResidents({ county, villages: villagesOf(county), count: residents, now, onProgress, onHousehold: picker.look })
    say(`居民 ${persons} 人`)
    const villagers = await seedVillagers(picker)
    await writeJson(dataDir, { name: 'demo-accounts.json', value: demoAccountsOf(staff) })
    await writeJson(dataDir, { name: 'wechat-people.json', value: wechatPeopleOf(villagers, staff) })
    return { county, staff, villagers }
  } finally {
    setClock(null)
  }
}

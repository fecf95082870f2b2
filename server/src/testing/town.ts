import type { RoleName } from '@xiangli/shared/core/roles'
import type { Point } from '@xiangli/shared/core/fields'
import { setClock } from '../core/clock'
import { withAmbient } from '../core/context'
import { newId } from '../core/ids'
import { addAccount, appoint } from '../modules/identity'
import { departmentUnit, regionById, unitOfRegion } from '../modules/region'
import { importTestCounty } from './county'
import { speakAs, type Person } from './person'
import { startTestRuntime, type Runtime, type RuntimeOptions } from './runtime'

export type { Person } from './person'

/** A point well inside its grid. */
export interface Spot {
  gridId: string
  villageId: string
  townId: string
  point: Point
}

export interface Town extends Runtime {
  county: string
  /** Two spots in two villages of two different towns, as the data gives them. */
  here: Spot
  there: Spot
  villager: (options?: { name?: string; villageId?: string; phone?: string }) => Promise<Person>
  staff: (role: RoleName, regionId: string, department?: string) => Promise<Person>
  alsoAppoint: (person: Person, where: { role: RoleName; regionId: string; department?: string }) => Promise<string>
  anonymous: Pick<Person, 'call' | 'tries'>
  inCounty: <T>(work: () => Promise<T>) => Promise<T>
  /** Moves the server's clock; null gives the real one back. */
  at: (instant: Date | null) => void
}

/** A county with its grids and units, and people made as a test needs them. */
export const aTown = async (options: RuntimeOptions = {}): Promise<Town> => {
  const runtime = await startTestRuntime(options)
  const { county } = runtime.config
  const inCounty = <T>(work: () => Promise<T>): Promise<T> => withAmbient({ county }, work)
  await inCounty(importTestCounty)
  const [here, there] = twoSpots(inCounty)
  const enter = makeEnter(runtime, inCounty)

  const alsoAppoint: Town['alsoAppoint'] = (person, { role, regionId, department }) =>
    inCounty(async () => (await appoint(appointmentFor({ accountId: person.id, role, regionId, department })))._id)

  return {
    ...runtime,
    county,
    here,
    there,
    alsoAppoint,
    inCounty,
    villager: ({ name = '李秀英', ...rest } = {}) => enter({ name, ...rest }),
    staff: async (role, regionId, department) => {
      const person = await enter({ name: '王建国' }, (accountId) => appointmentFor({ accountId, role, regionId, department }))
      return person
    },
    anonymous: speakAs(runtime.url, undefined),
    at: (instant) => setClock(instant ? () => instant : null),
  }
}

const twoSpots = (inCounty: Town['inCounty']): [Spot, Spot] => {
  let spots: Spot[] = []
  void inCounty(async () => {
    spots = ['v100201', 'v101201'].map((villageId) => spotIn(villageId))
  })
  const [here, there] = spots
  if (!here || !there) throw new Error('the county has not the villages the tests use')
  return [here, there]
}

const spotIn = (villageId: string): Spot => {
  const village = regionById(villageId)
  const gridId = `g${villageId.slice(1)}001`
  const grid = regionById(gridId)
  if (!village?.parentId || !grid) throw new Error(`no ${villageId} with a first grid`)
  return { gridId, villageId, townId: village.parentId, point: grid.centre as unknown as Point }
}

type Enter = (about: { name: string; villageId?: string; phone?: string }, held?: (accountId: string) => ReturnType<typeof appointmentFor>) => Promise<Person>

const makeEnter = (runtime: Runtime, inCounty: Town['inCounty']): Enter => async (about, held) => {
  const id = newId()
  await inCounty(async () => {
    await addAccount({ id, username: id.toLowerCase(), ...about })
    if (held) await appoint(held(id))
  })
  const { token } = await speakAs(runtime.url, undefined).call('identity.loginDemo', { username: id.toLowerCase() })
  return { id, name: about.name, token, ...speakAs(runtime.url, token) }
}

interface Held {
  accountId: string
  role: RoleName
  regionId: string
  department: string | undefined
}

const appointmentFor = ({ accountId, role, regionId, department }: Held) => {
  const region = regionById(regionId)
  const above = region?.level === 'grid' ? region.parentId! : regionId
  const unit = department ? departmentUnit(department) : unitOfRegion(above)
  if (!region || !unit) throw new Error(`nothing to appoint to at ${regionId}`)
  return { accountId, role, unitId: unit.id, isDepartment: department !== undefined, regionId, regionPath: region.path, from: new Date(0) }
}

import { roleLabel } from '@xiangli/shared/core/roles'
import { addAccount, appoint } from '../../modules/identity'
import { regionById, regionOnPath, unitById } from '../../modules/region'
import { inBatches } from '../in-batches'
import type { County } from '../region/build-county'
import { DEMO_PASSWORD, demoStaff, type DemoStaff } from './demo-staff'
import { planStaff, type Post } from './staff-plan'

export type Account = Awaited<ReturnType<typeof addAccount>>

export interface StaffMember {
  account: Account
  posts: readonly Post[]
  demo?: DemoStaff
}

const WIDTH = 25

const demoOf = (people: readonly Post[][]): Map<readonly Post[], DemoStaff> =>
  new Map(
    demoStaff.map((demo) => {
      const found = people.find(([post]) =>
        post?.role === demo.role && (demo.unitId === undefined || post.unitId === demo.unitId) && (demo.regionId === undefined || post.regionId === demo.regionId),
      )
      if (!found) throw new Error(`no post for ${demo.username}`)
      return [found, demo]
    }),
  )

interface Hiring {
  posts: readonly Post[]
  demo: DemoStaff | undefined
  /** Since when they hold their posts. */
  from: Date
}

const hire = async ({ posts, demo, from }: Hiring): Promise<StaffMember> => {
  const [first] = posts
  if (!first) throw new Error('nobody is hired for no post')
  const signIn = demo ? { username: demo.username, password: DEMO_PASSWORD, ...(demo.openid ? { openid: demo.openid } : {}) } : {}
  const village = regionOnPath(first.regionPath, 'village')
  // Who works in a village lives there: what they report themselves has a place.
  const account = await addAccount({ name: first.name, phone: first.phone, ...(village ? { villageId: village.id } : {}), ...signIn })
  for (const { name: _name, phone: _phone, ...post } of posts) await appoint({ accountId: account._id, ...post, from })
  return { account, posts, ...(demo ? { demo } : {}) }
}

export const seedStaff = async (county: County, from: Date): Promise<StaffMember[]> => {
  const people = planStaff(county)
  const demos = demoOf(people)
  return inBatches(people, WIDTH, (posts) => hire({ posts, demo: demos.get(posts), from }))
}

/** What the start page and the sign-in list show: `太阳墩村第一网格 网格员 王建国`. */
export const demoAccountsOf = (staff: readonly StaffMember[]): { label: string; username: string }[] =>
  demoStaff.flatMap(({ username }) => {
    const member = staff.find(({ demo }) => demo?.username === username)
    const post = member?.posts[0]
    if (!member || !post) return []
    return [{ label: `${whereOf(post)} ${roleLabel(post.role)} ${member.account.name}`, username }]
  })

const whereOf = ({ regionId, unitId }: Post): string => {
  const region = regionById(regionId)
  const village = region?.level === 'grid' ? (regionById(region.parentId ?? '')?.shortName ?? '') : ''
  return region?.level === 'county' ? (unitById(unitId)?.name ?? '') : `${village}${region?.shortName ?? ''}`
}

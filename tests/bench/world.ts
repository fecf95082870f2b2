import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { ulid } from 'ulid'
import { DAY } from '@xiangli/shared/core/time'
import { maskName } from '@xiangli/shared/registry/rules'
import { readConfig } from '../../server/src/core/config'
import { withAmbient } from '../../server/src/core/context'
import { database } from '../../server/src/core/database'
import { ensureIndexes } from '../../server/src/core/indexes'
import { services } from '../../server/src/core/services'
import { importCounty, regionById } from '../../server/src/modules/region'
import { demoCounty } from '../../server/src/seed/demo-county'
import { createDice } from '../../server/src/seed/people/dice'
import { makeGivenName, makeSurname } from '../../server/src/seed/people/names'
import { startCore } from '../../server/src/start'
import { makeCases, type MadeCase } from './make-cases'

/**
 * The county a bench measures in, made once per data folder; then fresh sessions for the people who
 * call, written to the file named by the first argument.
 */
interface Row { _id: string; [field: string]: unknown }
interface Marker { _id: string; cases: number; at: Date }

const CASES = Number(process.env.BENCH_CASES ?? 300_000)
const VILLAGERS = Math.max(200, Math.min(20_000, Math.round(CASES / 15)))
const DISPATCHERS_PER_TOWN = 6
const BATCH = 1_000
const dice = createDice(20261122)
const rows = (name: string) => database().collection<Row>(name)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const name = (): string => `${makeSurname(dice)}${makeGivenName(dice, { sex: dice.chance(0.5) ? 'male' : 'female', birthYear: dice.between(1950, 2000) })}`

const account = (county: string, at: number): Row & { name: string } => {
  const _id = ulid(Date.parse('2023-01-01') + at)
  const phone = services().vault.sealField(String(16_000_000_000 + at), { collection: 'accounts', id: _id, field: 'phone' })
  return { _id, county, name: name(), isSuspended: false, createdAt: new Date('2023-01-01'), phone }
}

interface Post { accountId: string; role: string; regionId: string; path: string; unitId: string }
const appointment = (county: string, { accountId, role, regionId, path, unitId }: Post): Row => ({
  _id: ulid(), county, accountId, role, unitId, isDepartment: false, regionId, regionPath: path, from: new Date('2023-01-01'), to: null,
})

/** A member for each basic grid, a rota of dispatchers for each town, and villagers with phones. */
const seedPeople = async (county: string): Promise<{ villagers: { id: string; name: string }[] }> => {
  const { grids, divisions } = demoCounty()
  const towns = divisions.filter(({ level }) => level === 'town')
  const accounts: Row[] = []
  const posts: Row[] = []
  const hire = (role: string, region: { id: string; path: string }, unitId: string): void => {
    const made = account(county, accounts.length)
    accounts.push({ ...made, bench: role })
    posts.push(appointment(county, { accountId: made._id, role, regionId: region.id, path: region.path, unitId }))
  }
  for (const grid of grids.filter(({ kind }) => kind === 'basic')) hire('gridMember', grid, `committee-${grid.villageId}`)
  for (const town of towns) for (let turn = 0; turn < DISPATCHERS_PER_TOWN; turn += 1) hire('townDispatcher', town, `township-${town.id}`)
  const villages = divisions.filter(({ level }) => level === 'village')
  const villagers = Array.from({ length: VILLAGERS }, (_, at) => ({
    ...account(county, accounts.length + at), villageId: dice.pick(villages).id, bench: 'villager',
  }))
  await rows('accounts').insertMany([...accounts, ...villagers], { ordered: false })
  await rows('appointments').insertMany(posts)
  return { villagers: villagers.map((each) => ({ id: each._id, name: maskName(each.name) })) }
}

const writeBatch = async (batch: readonly MadeCase[]): Promise<void> => {
  const bulk = { ordered: false, writeConcern: { w: 1 } } as const
  await Promise.all([
    rows('cases').insertMany(batch.map(({ record }) => record as unknown as Row), bulk),
    rows('case_history').insertMany(batch.flatMap(({ entries }) => entries as unknown as Row[]), bulk),
    rows('journal').insertMany(batch.flatMap((made) => made.rows as unknown as Row[]), bulk),
  ])
}

/** Indexes are built afterwards at one go: faster than keeping them with every row. */
const seedCases = async (county: string, requesters: { id: string; name: string }[]): Promise<void> => {
  for (const each of ['cases', 'case_history', 'journal']) await rows(each).dropIndexes()
  const gridIds = demoCounty().grids.filter(({ kind }) => kind === 'basic').map(({ id }) => id)
  // The member of a grid is looked up per case otherwise.
  await rows('appointments').createIndex({ county: 1, regionId: 1, role: 1, from: 1 }, { name: 'appointment_region' })
  let batch: MadeCase[] = []
  let [made, told] = [0, Date.now()]
  let writing: Promise<void> = Promise.resolve()
  for await (const each of makeCases({ county, count: CASES, now: new Date(), dice, gridIds, requesters, standIn: requesters[0]!.id })) {
    batch.push(each)
    made += 1
    if (batch.length < BATCH && made < CASES) continue
    await writing
    writing = writeBatch(batch)
    batch = []
    if (Date.now() - told < 10_000) continue
    told = Date.now()
    say(`  ${made} of ${CASES} cases`)
  }
  await writing
  say('  indexes')
  await ensureIndexes()
}

const seedOnce = async (county: string): Promise<void> => {
  const markers = database().collection<Marker>('bench_world')
  if ((await markers.findOne({ _id: 'world' }))?.cases === CASES) return
  const begun = Date.now()
  say(`seeding ${CASES} cases with their history and journal, once for this data folder`)
  await database().dropDatabase()
  await ensureIndexes()
  const { divisions, grids, polygons, units } = demoCounty()
  await importCounty({ divisions, grids, polygons, units })
  const { villagers } = await seedPeople(county)
  await seedCases(county, villagers)
  await markers.insertOne({ _id: 'world', cases: CASES, at: new Date() })
  say(`  seeded in ${Math.round((Date.now() - begun) / 1000)} s`)
}

/** What earlier runs submitted goes, so that every run meets the same county. */
const clearSubmitted = async (): Promise<void> => {
  const since = (await database().collection<Marker>('bench_world').findOne({ _id: 'world' }))!.at
  await rows('cases').deleteMany({ receivedAt: { $gt: since } })
  await rows('case_history').deleteMany({ at: { $gt: since }, action: 'submit' })
  await rows('journal').deleteMany({ at: { $gt: since } })
  await rows('notices').deleteMany({})
  await rows('sessions').deleteMany({})
}

export interface Caller { id: string; token: string; regionId?: string; villageId?: string }

const openSessions = async (county: string, role: string, limit: number): Promise<Caller[]> => {
  const found = await rows('accounts').find({ bench: role }).sort({ _id: 1 }).limit(limit).toArray()
  const posts = await rows('appointments').find({ accountId: { $in: found.map(({ _id }) => _id) } }).toArray()
  const regions = new Map(posts.map((post) => [post.accountId, String(post.regionId)]))
  const callers = found.map(({ _id, villageId }): Caller => ({
    id: _id, token: randomBytes(32).toString('base64url'), regionId: regions.get(_id) ?? '', villageId: String(villageId ?? ''),
  }))
  const sessions = callers.map(({ id, token }) => ({
    _id: services().vault.hashToken(token), county, accountId: id, kind: 'demo', createdAt: new Date(), expiresAt: new Date(Date.now() + DAY),
  }))
  await rows('sessions').insertMany(sessions)
  return callers
}

/** Cases a town's dispatchers may open, spread over all states and years. */
const someCases = async (town: string): Promise<string[]> =>
  (await rows('cases').aggregate<Row>([{ $match: { scopeKeys: town } }, { $sample: { size: 200 } }, { $project: { _id: 1 } }]).toArray()).map(({ _id }) => _id)

const main = async (target: string): Promise<void> => {
  const config = readConfig()
  const core = await startCore(config)
  const { county } = config
  await withAmbient({ county }, async () => {
    await seedOnce(county)
    await clearSubmitted()
    const dispatchers = await openSessions(county, 'townDispatcher', 1_000)
    const towns = [...new Set(dispatchers.map(({ regionId }) => regionId!))]
    const cases: Record<string, string[]> = {}
    for (const town of towns) cases[town] = await someCases(town)
    const members = await openSessions(county, 'gridMember', 1_000)
    const spots = members.flatMap(({ regionId }) => {
      const grid = regionById(regionId ?? '')
      const village = regionById(grid?.parentId ?? '')
      return grid && village ? [{ id: grid.id, villageId: village.id, townId: village.parentId, path: grid.path, point: grid.centre }] : []
    })
    const villagers = await openSessions(county, 'villager', 3_000)
    writeFileSync(target, JSON.stringify({ dispatchers, members, villagers, cases, spots }))
  })
  await core.stop()
}

await main(process.argv[2] ?? 'world.json')
process.exit(0)

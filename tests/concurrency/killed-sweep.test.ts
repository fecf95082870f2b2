import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { runJob } from '../../cron/src/runner'
import { database } from '../../server/src/core/database'
import { Cases } from '../../server/src/modules/casework'
import { dueBy } from '../../server/src/modules/casework/jobs'
import { eventually } from '../support/eventually'
import { rowsOf } from './rows'

/** Enough that a sweep is not over before it is seen to have begun. */
const DUE = 160
const FAMILIES = 4
let town: Town
let families: Person[]

const bundleJob = async (): Promise<void> => {
  const bundler = pathToFileURL(join(process.cwd(), 'server/src/launch/bundle.mjs')).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', `await (await import(${JSON.stringify(bundler)})).bundleAll(process.cwd(), ['job'])`], { stdio: 'ignore' })
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
}

const startSweep = (): ChildProcess => {
  const { config } = town
  const env = { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'silent', DEMO: '1', DATA_DIR: config.dataDir, MONGODB_URI: config.mongoUri, XIANGLI_ROOT: config.root }
  return spawn(process.execPath, [join(process.cwd(), 'cron/dist/run-job.mjs'), 'casework.crossings'], { env, stdio: 'ignore' })
}

const file = async (n: number): Promise<string> => {
  const caseId = ulid()
  await families[n % FAMILIES]!.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  return caseId
}

beforeAll(async () => {
  await bundleJob()
  town = await aTown({ dispatches: false })
  families = await Promise.all(Array.from({ length: FAMILIES }, () => town.villager({ villageId: town.here.villageId })))
}, 120_000)
afterAll(() => town?.stop())

const MONTH = 30 * 86_400_000
const escalations = async (): Promise<string[]> => (await rowsOf('case_history')).filter(({ action }) => action === 'escalate').map(({ caseId }) => caseId as string)

test('a sweep killed in the middle skips nothing and doubles nothing', async () => {
  town.at(new Date(Date.now() - MONTH))
  const due: string[] = []
  for (let n = 0; n < DUE; n += 1) due.push(await file(n))
  town.at(null)
  const fresh = await file(0)

  const sweep = startSweep()
  while ((await escalations()).length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  sweep.kill('SIGKILL')
  const done = (await escalations()).length
  expect(done).toBeLessThan(DUE)
  // The dead process's lease runs out by itself; here it is not waited for.
  await database().collection('job_leases').deleteMany({})
  // What it had open when it died stays locked for a while: the next runs pass that one by until it is free.
  await eventually(async () => {
    await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
    expect((await escalations()).sort()).toEqual(due.sort())
  }, 90_000)

  const rows = await rowsOf('supervisions')
  expect(rows.map(({ caseId }) => caseId as string).sort()).toEqual(due)
  expect((await rowsOf('journal')).filter(({ operation }) => operation === 'casework.escalate')).toHaveLength(DUE)
  expect((await rowsOf('case_history')).filter(({ caseId }) => caseId === fresh)).toHaveLength(1)
}, 120_000)

test('what is due is found by its own index: as many keys as there are, however many lie open', async () => {
  const look = () => town.inCounty(() => Cases.explain(dueBy(new Date()), { sort: { nextAt: 1 }, limit: 200, hint: 'case_next' }))
  const { executionStats } = await look()
  expect(executionStats).toMatchObject({ nReturned: 0, totalDocsExamined: 0 })
  expect((executionStats as { totalKeysExamined: number }).totalKeysExamined).toBeLessThanOrEqual(1)
})

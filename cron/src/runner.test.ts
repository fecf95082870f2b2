import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob, Runs } from './runner'
import { takeLease } from './lease'

const DAY = 86_400_000
let town: Town

beforeAll(async () => {
  town = await aTown()
}, 60_000)
afterAll(() => town?.stop())

const answeredCase = async (): Promise<{ caseId: string; person: Awaited<ReturnType<Town['villager']>> }> => {
  const person = await town.villager({ villageId: town.here.villageId })
  const caseId = ulid()
  await person.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '修好了' })
  return { caseId, person }
}

let member: Awaited<ReturnType<Town['staff']>>
beforeAll(async () => {
  member = await town.staff('gridMember', town.here.gridId)
})

const job = { job: 'casework.crossings', maxSeconds: 60 }
const run = (dry = false) => runJob(job, { county: town.county, dry })

test('an answer of eight days without a rating closes as 未评价, whatever ticks were missed', async () => {
  town.at(new Date(Date.now() - 8 * DAY))
  const { caseId, person } = await answeredCase()
  town.at(null)
  const fresh = await answeredCase()

  expect(await run(true)).toEqual({ done: 1, more: false })
  expect(await person.call('casework.getMine', { caseId })).toMatchObject({ state: 'answered' })
  // Closed, and listed to be called back.
  expect(await run()).toEqual({ done: 2, more: false })
  expect(await person.call('casework.getMine', { caseId })).toMatchObject({ state: 'closed', isUnrated: true, colour: 'none' })
  expect(await fresh.person.call('casework.getMine', { caseId: fresh.caseId })).toMatchObject({ state: 'answered' })
  expect(await run()).toEqual({ done: 0, more: false })
})

test('two cron processes at one tick close each case once', async () => {
  town.at(new Date(Date.now() - 9 * DAY))
  const cases = [await answeredCase(), await answeredCase(), await answeredCase()]
  town.at(null)

  const reports = await Promise.all([run(), run(), run()])

  expect(reports.reduce((sum, report) => sum + (report?.done ?? 0), 0)).toBe(6)
  for (const { caseId, person } of cases) {
    const { timeline } = await person.call('casework.getMine', { caseId })
    expect(timeline.filter(({ action }) => action === 'closeUnrated')).toHaveLength(1)
  }
})

test('a held lease keeps others out, and one left by a dead process runs out', async () => {
  await town.inCounty(async () => {
    const first = await takeLease(town.county, 'some.job', 60)
    expect(first).not.toBeNull()
    expect(await takeLease(town.county, 'some.job', 60)).toBeNull()
    await first?.release()
    const abandoned = await takeLease(town.county, 'some.job', -60)
    expect(abandoned).not.toBeNull()
    expect(await takeLease(town.county, 'some.job', 60)).not.toBeNull()
  })
})

test('an unknown job warns and finishes', async () => {
  expect(await runJob({ job: 'no.such', maxSeconds: 5 }, { county: town.county })).toEqual({ done: 0, more: false })
})

test('runs that did something are on record', async () => {
  await town.inCounty(async () => {
    const runs = await Runs.list({ job: 'casework.crossings' })
    expect(runs.length).toBeGreaterThanOrEqual(2)
    expect(runs.every(({ done }) => done > 0)).toBe(true)
  })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { colourOf } from '@xiangli/shared/casework/clock'
import { foldHistory } from '@xiangli/shared/casework/record'
import { withAmbient } from '../core/context'
import { database } from '../core/database'
import { Cases, Histories } from '../modules/casework'
import { onDuty } from '../modules/duty'
import { speakAs } from '../testing/person'
import { startTestRuntime, type Runtime } from '../testing/runtime'
import { seedDemo } from './seed-demo'

let runtime: Runtime
const now = new Date()
const inCounty = <T>(work: () => Promise<T>): Promise<T> => withAmbient({ county: runtime.config.county }, work)

beforeAll(async () => {
  runtime = await startTestRuntime({ dispatches: false })
  await inCounty(() => seedDemo({ now, dataDir: runtime.config.dataDir, say: () => undefined }))
}, 180_000)
afterAll(() => runtime.stop())

const count = (name: string, filter = {}) => database().collection(name).countDocuments(filter)

test('the register holds more than 2,000 residents, each household in one grid of its village', async () => {
  expect(await count('persons')).toBeGreaterThanOrEqual(2_000)
  const astray = await database().collection('persons').aggregate([{ $match: { $expr: { $not: { $in: ['$villageId', '$scopeKeys'] } } } }, { $limit: 1 }]).toArray()
  expect(astray).toEqual([])
})

test('every case equals the fold of its history, and its journal names every revision', async () => {
  for (const record of await inCounty(() => Cases.list({}))) {
    const entries = await inCounty(() => Histories.list({ caseId: record._id }, { sort: { n: 1 } }))
    expect(record).toMatchObject(foldHistory(entries))
    expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: record.rev }, (_, n) => n + 1))
    expect(await count('journal', { 'targets.id': record._id, 'targets.type': 'case' })).toBeGreaterThanOrEqual(record.rev)
  }
})

test('stories stand in every state and colour a visitor should see', async () => {
  const records = await inCounty(() => Cases.list({}))
  expect(records.length).toBeGreaterThanOrEqual(55)
  const states = new Set(records.map(({ state }) => state))
  for (const state of ['pending', 'accepted', 'handling', 'answered', 'closed', 'withdrawn', 'declined', 'unresolvable'] as const) expect(states.has(state)).toBe(true)
  const colours = new Set(records.map((record) => colourOf(record, now)))
  for (const colour of ['green', 'yellow', 'red', 'paused', 'none'] as const) expect(colours.has(colour)).toBe(true)
  expect(records.some(({ isUnrated }) => isUnrated)).toBe(true)
  expect(records.some(({ voiceFileId }) => voiceFileId)).toBe(true)
})

test('those concerned were told at the time, and nothing was parked', async () => {
  expect(await count('notices')).toBeGreaterThan(100)
  expect(await count('notices', { at: { $gt: now } })).toBe(0)
  expect(await count('notices', { readAt: null })).toBeGreaterThan(10)
  expect(await count('parked_reactions')).toBe(0)
  expect(await count('files', { claim: null })).toBe(0)
})

test('somebody is on duty now, and in four weeks, at every desk a visitor looks at', async () => {
  const units = ['township-t101', 'dispatch-620821', 'centre-620821', 'committee-v101207']
  for (const at of [now, new Date(now.getTime() + 27 * 86_400_000)]) {
    const found = await inCounty(() => Promise.all(units.map((unitId) => onDuty(unitId, at))))
    expect(found.map(({ mainId, backupId, phoneList }) => [mainId !== undefined, backupId !== undefined, phoneList.length > 0])).toEqual(units.map(() => [true, true, true]))
  }
})

test('each account on the list signs in with one click and sees its work', async () => {
  const listed = JSON.parse(await readFile(join(runtime.config.dataDir, 'demo-accounts.json'), 'utf8')) as { label: string; username: string }[]
  expect(listed.length).toBeGreaterThanOrEqual(10)
  for (const { username } of listed) {
    const { token, me } = await speakAs(runtime.url, undefined).call('identity.loginDemo', { username })
    expect(me.appointments).toHaveLength(1)
    const { code } = await speakAs(runtime.url, token).tries('casework.listCases', {})
    expect(code).toBe('ok')
  }
})

test('the WeChat file names villagers and two grid members, each with an account', async () => {
  const people = JSON.parse(await readFile(join(runtime.config.dataDir, 'wechat-people.json'), 'utf8')) as { openid: string; note: string }[]
  expect(people.filter(({ note }) => note === '网格员')).toHaveLength(2)
  expect(people.length).toBeGreaterThanOrEqual(12)
  expect(new Set(people.map(({ openid }) => openid)).size).toBe(people.length)
  expect(await count('accounts', { openidIndex: { $exists: true } })).toBeGreaterThanOrEqual(people.length)
})

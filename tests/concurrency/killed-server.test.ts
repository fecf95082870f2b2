import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { CallError } from '@xiangli/shared/catalog/call'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { speakAs } from '../../server/src/testing/person'
import { eventually } from '../support/eventually'
import { bundleServer, startServerProcess, type ServerProcess } from '../support/server-process'
import { rowsOf } from './rows'

const KILLS = 3
const SENDERS = 12
const EACH = 8

let town: Town
let villagers: Person[]
let member: Person
let server: ServerProcess

beforeAll(async () => {
  await bundleServer()
  town = await aTown({ dispatches: false })
  member = await town.staff('gridMember', town.here.gridId)
  villagers = await Promise.all(Array.from({ length: SENDERS }, () => town.villager({ villageId: town.here.villageId })))
  server = await startServerProcess(town)
}, 120_000)
afterAll(async () => {
  await server?.kill()
  await town?.stop()
})

interface Sent {
  caseId: string
  key: string
  acknowledged: boolean
}

/** Sends case after case, each under its own key until it is acknowledged. */
const send = async (villager: Person, sent: Sent[]): Promise<void> => {
  for (let at = 0; at < EACH; at += 1) {
    const one: Sent = { caseId: ulid(), key: ulid(), acknowledged: false }
    sent.push(one)
    while (!one.acknowledged) await attempt(villager, one)
  }
}

const attempt = async ({ token }: Person, one: Sent): Promise<void> => {
  const input = { caseId: one.caseId, words: '路灯不亮', place: { point: town.here.point } }
  try {
    await speakAs(server.url, token).call('casework.submit', input, { key: one.key })
    one.acknowledged = true
  } catch (error) {
    if (error instanceof CallError && !error.isTransient) throw error
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

test('a server killed three times under load loses no acknowledged case and doubles none', async () => {
  const sent: Sent[] = []
  const port = Number(new URL(server.url).port)
  const sending = Promise.all(villagers.map((villager) => send(villager, sent)))
  for (let kill = 0; kill < KILLS; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    await server.kill()
    const acknowledged = sent.filter((one) => one.acknowledged).map(({ caseId }) => caseId)
    const stored = new Set((await rowsOf('cases')).map(({ _id }) => _id as unknown as string))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    server = await startServerProcess(town, port)
  }
  await sending

  const [cases, history, journal] = [await rowsOf('cases'), await rowsOf('case_history'), await rowsOf('journal')]
  expect(cases).toHaveLength(SENDERS * EACH)
  expect(history).toHaveLength(SENDERS * EACH)
  expect(journal.filter(({ operation }) => operation === 'casework.submit')).toHaveLength(SENDERS * EACH)
}, 120_000)

test('what the killed dispatcher left, the next one does: the handler hears of each case once', async () => {
  await eventually(async () => {
    const told = (await rowsOf('notices')).filter(({ to }) => to === member.id)
    expect(told).toHaveLength(SENDERS * EACH)
    expect(new Set(told.map(({ about }) => about.id)).size).toBe(SENDERS * EACH)
  }, 40_000)
}, 60_000)

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { CallError } from '@xiangli/shared/catalog/call'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { speakAs } from '../../server/src/testing/person'
import { badLine, type Line } from './bad-line'
import { rowsOf } from './rows'

const CASES = 200
const LOST_SHARE = 0.3
const DAY = 86_400_000

let town: Town
let villagers: Person[]
let line: Line

beforeAll(async () => {
  town = await aTown()
  line = await badLine(town.url, LOST_SHARE)
  villagers = await Promise.all(Array.from({ length: 20 }, (_, at) => town.villager({ name: `村民${at}`, villageId: town.here.villageId })))
}, 60_000)
afterAll(async () => {
  await line?.stop()
  await town?.stop()
})

const sends = Array.from({ length: CASES }, () => ({ caseId: ulid(), key: ulid() }))

/** As a phone's queue does: the same key until an answer comes. */
const insist = async (send: (typeof sends)[number], at: number): Promise<void> => {
  const { call } = speakAs(line.url, villagers[at % villagers.length]!.token)
  const input = { caseId: send.caseId, words: `第 ${at} 件：路灯不亮`, place: { point: town.here.point } }
  for (;;) {
    try {
      const filed = await call('casework.submit', input, { key: send.key })
      expect(filed).toMatchObject({ id: send.caseId, state: 'pending', timeline: [{ n: 1 }] })
      return
    } catch (error) {
      if (error instanceof CallError && !error.isTransient) throw error
    }
  }
}

const expectExactly = async (): Promise<void> => {
  const [cases, history, journal] = [await rowsOf('cases'), await rowsOf('case_history'), await rowsOf('journal')]
  expect(cases).toHaveLength(CASES)
  expect(new Set(cases.map(({ _id }) => _id))).toEqual(new Set(sends.map(({ caseId }) => caseId)))
  expect(history).toHaveLength(CASES)
  expect(journal.filter(({ operation }) => operation === 'casework.submit')).toHaveLength(CASES)
  expect(new Set(cases.map(({ serial }) => serial)).size).toBe(CASES)
}

test('200 submits at once over a line that loses 30 % of the answers make exactly 200 cases', async () => {
  await Promise.all(sends.map(insist))

  expect(line.lost()).toBeGreaterThan(CASES * LOST_SHARE * 0.8)
  await expectExactly()
}, 60_000)

test('the same submits sent again days later change nothing', async () => {
  town.at(new Date(Date.now() + 5 * DAY))
  const tokens = await Promise.all(villagers.map(async ({ id }) => (await town.anonymous.call('identity.loginDemo', { username: id.toLowerCase() })).token))
  villagers = villagers.map((villager, at) => ({ ...villager, token: tokens[at]! }))

  await Promise.all(sends.map(insist))

  await expectExactly()
  town.at(null)
}, 60_000)

test('a key used for something else is refused, and a second case under the first id as well', async () => {
  const [first] = sends
  const [villager] = villagers
  const again = await villager!.tries('casework.submit', { caseId: first!.caseId, words: '另外一件' }, { key: first!.key })
  const sameId = await villager!.tries('casework.submit', { caseId: first!.caseId, words: '另外一件' }, { key: ulid() })

  expect([again.code, again.error?.status]).toEqual(['core.keyReused', 422])
  expect(sameId.code).toBe('casework.alreadySubmitted')
  await expectExactly()
})

test('two who accept the same case at once: one has it, the other hears so', async () => {
  const members = [await town.staff('villageSecretary', town.here.villageId), await town.staff('villageSecretary', town.here.villageId)]
  const caseId = sends[7]!.caseId

  const outcomes = await Promise.all(members.map((member) => member.tries('casework.accept', { caseId, rev: 1 })))

  expect(outcomes.map(({ code }) => code).filter((code) => code === 'ok')).toHaveLength(1)
  expect(outcomes.map(({ code }) => code).find((code) => code !== 'ok')).toMatch(/^(core\.staleRevision|casework\.wrongState)$/)
  expect((await rowsOf('case_history')).filter((row) => row.caseId === caseId)).toHaveLength(2)
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../server/src/core/database'
import { addAccount } from '../../server/src/modules/identity'
import { speakAs } from '../../server/src/testing/person'
import { APP, withFault } from '../concurrency/fail-point'
import { rowsOf } from '../concurrency/rows'
import { eventually } from '../support/eventually'
import { bundleServer, startServerProcess, type ServerProcess } from '../support/server-process'

const SAID = '我家门口水渠盖板断了娃娃摔了一跤'
const PHONE = '13987654321'
const NAME = '欧阳桂兰'
const PASSWORD = '猜错的密码Xq77'
const REASON = '核实是不是她家门口'

// Another file may hold the fault for a while.
jest.setTimeout(90_000)

let town: Town
let server: ServerProcess
let printed = ''
let elder: Person
let member: Person

/** The same people, by the other process. */
const overThere = (person: Person) => speakAs(server.url, person.token)

beforeAll(async () => {
  await bundleServer()
  town = await aTown({ dispatches: false, appName: APP })
  elder = await town.villager({ name: NAME, villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  server = await startServerProcess(town, undefined, (text) => {
    printed += text
  })
}, 120_000)
afterAll(async () => {
  await server?.kill()
  await town?.stop()
})

const lines = (): Record<string, unknown>[] =>
  printed.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []))

const raw = (operation: string, body: unknown, headers: Record<string, string>) =>
  fetch(`${server.url}/api/${operation}`, { method: 'POST', headers: { authorization: `Bearer ${elder.token}`, ...headers }, body: JSON.stringify(body) })

test('one trace id goes from the phone to the answer, the journal, what follows from it, and the log', async () => {
  const [trace, caseId] = [ulid(), ulid()]
  const answer = await raw('casework.submit', { caseId, words: SAID, place: { point: town.here.point } }, { 'x-trace-id': trace })
  expect([answer.status, answer.headers.get('x-trace-id')]).toEqual([200, trace])
  await eventually(async () => {
    const rows = (await rowsOf('journal')).filter((row) => row.trace === trace)
    expect(rows.map(({ operation }) => operation).sort()).toEqual(['casework.submit', 'notice.deliver'])
  })

  const lost = ulid()
  const fault = { failCommands: ['insert'], errorCode: 96, namespace: `${database().databaseName}.case_history` }
  const failed = await withFault(fault, () => raw('casework.submit', { caseId: ulid(), words: SAID }, { 'x-trace-id': lost }))
  expect([failed.status, failed.headers.get('x-trace-id'), await failed.json()]).toEqual([500, lost, expect.objectContaining({ code: 'core.unexpected', traceId: lost })])
  await eventually(async () => expect(lines()).toContainEqual(expect.objectContaining({ trace: lost, operation: 'casework.submit', level: 50 })))
})

test.each([['short'], ['13800001111'], ['1380000111113800001111'.padEnd(26, '7')], [`phone-${ulid()}`], ['has space in it'], ['中文的编号中文的编号'], ['x'.repeat(65)], ['{"$ne":null}']])('a trace id like %s is not taken over', async (given) => {
  const answer = await raw('identity.getMe', {}, { 'x-trace-id': Buffer.from(given).toString('latin1') })
  expect(answer.headers.get('x-trace-id')).toMatch(/^[0-9A-Z]{26}$/)
  expect(answer.headers.get('x-trace-id')).not.toBe(given)
})

test('whatever goes wrong, the log says nothing of what was said, by whom, under which number or token', async () => {
  const she = overThere(elder)
  const he = overThere(member)
  await town.inCounty(() => addAccount({ name: NAME, username: 'accountant', password: 'right-password-1' }))
  await she.call('identity.updateProfile', { name: NAME, phone: PHONE })
  const caseId = ulid()
  await she.call('casework.submit', { caseId, words: SAID, place: { point: town.here.point } })
  await he.call('casework.revealRequester', { caseId, reason: REASON })
  await he.tries('casework.answer', { caseId, words: SAID })
  await she.tries('casework.submit', { caseId, words: `${SAID}。又来` }, { key: ulid() })
  await she.tries('casework.submit', { caseId: ulid(), words: SAID, photoFileIds: [ulid()] })
  await speakAs(server.url, undefined).tries('identity.loginByPassword', { username: 'accountant', password: PASSWORD })
  await raw('casework.submit', `{"words":"${SAID}`, {})
  await fetch(`${server.url}/api/region.locate?input=${encodeURIComponent(SAID)}`)
  const faults = [
    { failCommands: ['insert'], errorCode: 96 },
    { failCommands: ['insert'], errorCode: 11_000 },
    { failCommands: ['find', 'aggregate'], errorCode: 2 },
    { failCommands: ['commitTransaction'], errorCode: 96 },
    { failCommands: ['find'], closeConnection: true },
  ]
  for (const fault of faults) {
    await withFault(fault, async () => {
      await she.tries('casework.submit', { caseId: ulid(), words: SAID }, { key: ulid() })
      await she.tries('identity.updateProfile', { name: NAME, phone: PHONE })
      await speakAs(server.url, elder.token).tries('casework.listMine', {})
    })
  }

  await eventually(async () => expect(lines().filter(({ msg }) => msg === 'unexpected').length).toBeGreaterThan(4))
  const secrets = { SAID, part: SAID.slice(3, 9), PHONE, tail: PHONE.slice(-6), NAME, PASSWORD, REASON, token: elder.token, staffToken: member.token, right: 'right-password-1' }
  expect(Object.entries(secrets).filter(([, secret]) => printed.includes(secret)).map(([name]) => name)).toEqual([])
  expect(printed).not.toMatch(/Bearer|xl_session|passwordHash|openid/)
})

test('figures carry names of operations and outcomes only', async () => {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toContain('xiangli_operation_seconds_count{operation="casework.submit",outcome="done"}')
  expect(text).not.toMatch(/[\u4e00-\u9fff]/)
  expect(text).not.toContain(elder.id)
  await raw('casework.madeUp', {}, {})
  expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain('madeUp')
  expect((await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(404)
})

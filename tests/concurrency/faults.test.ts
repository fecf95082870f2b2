import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../server/src/core/database'
import { eventually } from '../support/eventually'
import { listen } from '../support/listen'
import { aDispatcher, settled, stopDispatchers } from './dispatching'
import { APP, endLeftTransactions, withFault } from './fail-point'
import { countRows, rowsOf } from './rows'

const WRITE_CONFLICT = 112
const OPERATION_FAILED = 96
// Not one of the codes by which a driver takes the server for gone: it asks again at once.
const WRITE_CONCERN_FAILED = 64

// Another file may hold the fault for a while.
jest.setTimeout(90_000)

let town: Town
let li: Person
let member: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false, appName: APP })
  li = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterEach(stopDispatchers)
afterAll(() => town?.stop())

const submit = (caseId: string, key = ulid()) => li.tries('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } }, { key })
const conflict = { errorCode: WRITE_CONFLICT, errorLabels: ['TransientTransactionError'] }

test.each([
  ['at its commit', { failCommands: ['commitTransaction'], errorCode: OPERATION_FAILED }, 'core.unexpected', 500],
  ['at its history entry', { failCommands: ['insert'], errorCode: OPERATION_FAILED, namespace: 'case_history' }, 'core.unexpected', 500],
  ['at its journal row', { failCommands: ['insert'], errorCode: OPERATION_FAILED, namespace: 'journal' }, 'core.unexpected', 500],
  ['by conflicts, five times', { failCommands: ['commitTransaction'], ...conflict }, 'core.busy', 503],
  ['by a connection that breaks at each try', { failCommands: ['insert'], closeConnection: true, namespace: 'cases' }, 'core.busy', 503],
])('a command that fails %s leaves no row anywhere, and goes through when sent again', async (_where, fault, code, status) => {
  const namespaced = 'namespace' in fault ? { ...fault, namespace: `${database().databaseName}.${fault.namespace}` } : fault
  const [caseId, key] = [ulid(), ulid()]
  const before = await countRows()

  const failed = await withFault(namespaced, () => submit(caseId, key))

  expect([failed.code, failed.error?.status]).toEqual([code, status])
  expect(failed.error?.message).toMatch(/[\u4e00-\u9fff]/)
  if (status === 503) expect(failed.error?.retryAfterSeconds).toBeGreaterThan(0)
  expect(await countRows()).toEqual(before)
  await endLeftTransactions()
  expect((await submit(caseId, key)).code).toBe('ok')
  expect(await countRows()).toEqual({ ...before, cases: before.cases! + 1, case_history: before.case_history! + 1, journal: before.journal! + 1 })
})

test.each([1, 3, 4])('%i conflicts are overcome without a word to anybody', async (times) => {
  const caseId = ulid()
  expect((await withFault({ failCommands: ['commitTransaction'], ...conflict, times }, () => submit(caseId))).code).toBe('ok')
  expect((await rowsOf('case_history')).filter((row) => row.caseId === caseId)).toHaveLength(1)
})

test.each([
  ['the answer to a commit is lost once', { failCommands: ['commitTransaction'], closeConnection: true, times: 1 }],
  ['the commit stands but is answered as unknown', { failCommands: ['commitTransaction'], writeConcernError: { code: WRITE_CONCERN_FAILED, errmsg: 'lost' }, times: 3 }],
  ['the commit stands and is never answered well', { failCommands: ['commitTransaction'], writeConcernError: { code: WRITE_CONCERN_FAILED, errmsg: 'lost' } }],
])('where %s, the case is there once and the sender hears so', async (_what, fault) => {
  const [caseId, key] = [ulid(), ulid()]

  const first = await withFault(fault, () => submit(caseId, key))
  const again = await submit(caseId, key)

  expect([first.code, again.code]).toEqual(['ok', 'ok'])
  expect(again.output).toMatchObject({ id: caseId, rev: 1 })
  expect((await rowsOf('journal')).filter(({ targets }) => targets[0]?.id === caseId)).toHaveLength(1)
  expect((await rowsOf('case_history')).filter((row) => row.caseId === caseId)).toHaveLength(1)
})

test('a twin in flight: both are answered with the one case, or the later is asked to wait', async () => {
  const [caseId, key] = [ulid(), ulid()]
  const slow = { failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 1_500, times: 1 }

  const outcomes = await withFault(slow, () => Promise.all([submit(caseId, key), submit(caseId, key), submit(caseId, key)]))

  const codes = outcomes.map(({ code }) => code)
  expect(codes).toContain('ok')
  expect(codes.filter((code) => !['ok', 'core.inFlight', 'core.busy'].includes(code))).toEqual([])
  for (const { error } of outcomes) if (error) expect([error.isTransient, error.retryAfterSeconds! > 0]).toEqual([true, true])
  expect((await submit(caseId, key)).code).toBe('ok')
  expect((await rowsOf('cases')).filter(({ _id }) => _id === caseId)).toHaveLength(1)
})

test('a twin that meets the unfinished journal row is told that the same is on its way', async () => {
  const key = ulid()
  const slow = { failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 1_500, times: 1 }
  const [caseA] = [ulid()]
  await submit(caseA)
  const read = () => member.tries('casework.revealRequester', { caseId: caseA, reason: '核实' }, { key })

  const outcomes = await withFault(slow, () => Promise.all([read(), read()]))

  expect(outcomes.map(({ code }) => code).sort()).toEqual(['core.inFlight', 'ok'])
  expect(outcomes.find(({ code }) => code === 'core.inFlight')?.error).toMatchObject({ status: 409, retryAfterSeconds: 2 })
  expect((await rowsOf('journal')).filter((row) => row.key === key)).toHaveLength(1)
})

test('a database that is away is a 503 with a time to wait, and costs nobody anything', async () => {
  const answer = await withFault({ failCommands: ['find'], closeConnection: true, namespace: `${database().databaseName}.cases` }, () => member.tries('casework.listCases', {}))
  expect([answer.code, answer.error?.status, answer.error?.retryAfterSeconds]).toEqual(['core.unavailable', 503, 5])
})

test('a reaction is tried ten times, then parked where a person finds it, and the next one is not kept waiting', async () => {
  const caseId = ulid()
  aDispatcher()
  await settled()
  const fault = { failCommands: ['insert'], errorCode: OPERATION_FAILED, namespace: `${database().databaseName}.notices` }

  await withFault(fault, async () => {
    expect((await submit(caseId)).code).toBe('ok')
    await eventually(async () => expect(await rowsOf('parked_reactions')).toHaveLength(1), 30_000)
  })

  const [parked] = await rowsOf('parked_reactions')
  const [row] = (await rowsOf('journal')).filter(({ targets }) => targets[0]?.id === caseId)
  expect(parked).toMatchObject({ rowId: row!._id, event: 'casework.submitted', reaction: 'casework.tell', county: town.county })
  expect((await rowsOf('notices')).filter(({ about }) => about.id === caseId)).toEqual([])
  const next = ulid()
  await submit(next)
  await eventually(async () => expect((await rowsOf('notices')).filter(({ about }) => about.id === next)).toHaveLength(1))
})

test('a database that is away uses up none of the tries', async () => {
  const caseId = ulid()
  await submit(caseId)
  const parked = await rowsOf('parked_reactions')
  // Two failed reads make one failed try: eleven of them would be past the tenth.
  await withFault({ failCommands: ['find'], closeConnection: true, namespace: `${database().databaseName}.cases`, times: 22 }, async () => {
    aDispatcher()
    await eventually(async () => expect((await rowsOf('notices')).filter(({ about }) => about.id === caseId)).toHaveLength(1), 30_000)
  })
  expect(await rowsOf('parked_reactions')).toEqual(parked)
}, 60_000)

const NOT_RESUMABLE = { failCommands: ['getMore'], errorCode: 280 }
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('after a gap in the stream every client is told to fetch again, and hears what comes next', async () => {
  const { heard, socket } = await listen(town.url, member.token)
  const told: string[] = []
  socket.on('refetch', () => told.push('refetch'))

  await withFault(NOT_RESUMABLE, () => wait(1_500))

  await eventually(async () => expect(told.length).toBeGreaterThan(0))
  // A line that broke just before the fault's end is taken up half a second after it; what came meanwhile is fetched, not heard.
  await wait(1_500)
  const caseId = ulid()
  await submit(caseId)
  await eventually(async () => expect(heard.map(({ id }) => id)).toContain(caseId))
  await fromElsewhere(caseId)
  await eventually(async () => expect(heard.filter(({ id }) => id === caseId)).toHaveLength(2))
  socket.close()
})

/** The same row as another process would have written it. */
const fromElsewhere = async (caseId: string): Promise<void> => {
  const [row] = (await rowsOf('journal')).filter(({ targets }) => targets[0]?.id === caseId)
  const [_id, key] = [ulid(), ulid()]
  await database().collection<{ _id: string; [field: string]: unknown }>('journal').insertOne({ ...row!, _id, key, origin: 'elsewhere' })
}

test('a page hears of each change once, whichever process made it', async () => {
  const { heard, socket } = await listen(town.url, member.token)
  const caseId = ulid()
  await submit(caseId)
  expect(heard.map(({ id }) => id)).toContain(caseId)
  await wait(800)
  expect(heard.filter(({ id }) => id === caseId)).toHaveLength(1)
  await fromElsewhere(caseId)
  await eventually(async () => expect(heard.filter(({ id }) => id === caseId)).toHaveLength(2))
  socket.close()
})

test('a right revoked while nobody could follow is gone as well, with its socket', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  const kept = await listen(town.url, member.token)
  const dropped = await listen(town.url, clerk.token)
  const gone = new Promise((resolve) => dropped.socket.once('disconnect', resolve))
  expect((await clerk.tries('casework.listCases', {})).code).toBe('ok')

  await withFault(NOT_RESUMABLE, async () => {
    await wait(700)
    await database().collection('appointments').updateOne({ accountId: clerk.id }, { $set: { to: new Date() } })
    await wait(700)
  })

  await eventually(async () => expect((await clerk.tries('casework.listCases', {})).code).toBe('core.forbidden'), 5_000)
  await gone
  expect(kept.socket.connected).toBe(true)
  kept.socket.close()
})

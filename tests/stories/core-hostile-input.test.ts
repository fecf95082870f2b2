import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { countRows } from '../concurrency/rows'

let town: Town
let li: Person
let member: Person
let caseId: string
let before: Record<string, number>

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  caseId = ulid()
  await li.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
}, 60_000)
afterAll(() => town?.stop())
beforeEach(async () => {
  before = await countRows()
})
afterEach(async () => expect(await countRows()).toEqual(before))

interface Sent {
  operation: string
  body?: BodyInit | null
  who?: Person | undefined
  headers?: Record<string, string>
  method?: string
}

const send = async ({ operation, body, who = li, headers = {}, method = 'POST' }: Sent) => {
  const answer = await fetch(`${town.url}/api/${operation}`, {
    method,
    headers: { ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}), authorization: `Bearer ${who.token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as { code: string; message: string; field?: string; traceId: string } }
}

/** Every refusal is of one shape: a known code, Chinese words, a trace id that is also in the header. */
const refused = async (sent: Sent) => {
  const { status, body, headers } = await send(sent)
  expect(body.message).toMatch(/[\u4e00-\u9fff]/)
  expect(body.message).not.toMatch(/Invalid|expected|undefined|Error/)
  expect(body.traceId).toBe(headers.get('x-trace-id'))
  return [status, body.code, body.field]
}

const json = JSON.stringify
const submission = (about: object): string => json({ caseId: ulid(), words: '水渠坏了', ...about })

test.each([
  ['nothing at all', '', 'caseId'],
  ['an empty object', '{}', 'caseId'],
  ['null', 'null', 'caseId'],
  ['a list', '[]', undefined],
  ['a word', '"casework"', undefined],
  ['an id of another alphabet', () => submission({ caseId: 'IIIIIIIIIIIIIIIIIIIIIIIIII' }), 'caseId'],
  ['an id that is a query', () => submission({ caseId: { $ne: null } }), 'caseId'],
  ['words that are a query', () => submission({ words: { $where: 'sleep(1000)' } }), 'words'],
  ['words that are a list', () => submission({ words: ['水渠'] }), 'words'],
  ['words too long', () => submission({ words: '长'.repeat(501) }), 'words'],
  ['words of nothing but control characters', () => submission({ words: '\u0000\u202e\u200b' }), 'words'],
  ['ten photos', () => submission({ photoFileIds: Array.from({ length: 10 }, () => ulid()) }), 'photoFileIds'],
  ['a photo that is no id', () => submission({ photoFileIds: ['../../etc/passwd'] }), 'photoFileIds.0'],
  ['a point of words', () => submission({ place: { point: ['107', '35'] } }), 'place.point.0'],
  ['a point beyond the world', () => submission({ place: { point: [1e9, 35] } }), 'place.point.0'],
  ['a village that is a path', () => submission({ place: { villageId: '620821/t100/' } }), 'place.villageId'],
  ['a time that is none', () => submission({ occurredAt: '昨天下午' }), 'occurredAt'],
  ['a type nobody knows', () => submission({ type: '__proto__' }), 'type'],
])('%s is refused with the field it is about', async (_what, body, field) => {
  expect(await refused({ operation: 'casework.submit', body: typeof body === 'string' ? body : body() })).toEqual([400, 'core.badInput', field])
})

test.each([
  ['half a JSON', '{"caseId":'],
  ['JSON with a comment', '{} // 注释'],
  ['bytes that are no text', '\u0000\u0001\u0002'],
  ['a form', 'caseId=1&words=2'],
])('%s is refused as no JSON', async (_what, body) => {
  expect(await refused({ operation: 'casework.submit', body })).toEqual([400, 'core.badInput', undefined])
})

test('bytes that are not UTF-8 are refused, not kept as question marks', async () => {
  const body = Buffer.concat([Buffer.from(`{"caseId":"${ulid()}","words":"`), Buffer.from([0xcb, 0xae, 0xc7, 0xfe]), Buffer.from('"}')])
  expect(await refused({ operation: 'casework.submit', body, headers: { 'content-type': 'application/json' } })).toEqual([400, 'core.badInput', undefined])
})

test('nesting ten thousand deep is read and refused like any other nonsense', async () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  expect(await refused({ operation: 'casework.submit', body: deep })).toEqual([400, 'core.badInput', undefined])
  expect(await refused({ operation: 'casework.submit', body: `{"caseId":"${ulid()}","words":${deep}}` })).toEqual([400, 'core.badInput', 'words'])
})

test('keys that would reach a prototype change nothing', async () => {
  const body = `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"score":5,"caseId":"${caseId}"}`
  expect(await refused({ operation: 'casework.rate', body })).toEqual([409, 'casework.wrongState', undefined])
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

test.each([
  ['a category that is a query', { category: { $gt: '' } }, 'category'],
  ['a colour that is none', { colour: 'mauve' }, 'colour'],
  ['too many states', { states: Array.from({ length: 10 }, () => 'pending') }, 'states'],
  ['a state that is a regular expression', { states: [{ $regex: '.*' }] }, 'states.0'],
  ['a page of a thousand', { limit: 1000 }, 'limit'],
  ['a cursor of garbage', { cursor: '!!!!' }, 'cursor'],
  ['a cursor that is a query', { cursor: Buffer.from(json(['redAt+', { $gt: 0 }, 'x'])).toString('base64url') }, 'cursor'],
  ['a cursor of another sort', { cursor: Buffer.from(json(['receivedAt-', null, ulid()])).toString('base64url') }, 'cursor'],
  ['a cursor with a time beyond time', { cursor: Buffer.from(json(['redAt+', { at: 9e15 }, ulid()])).toString('base64url') }, 'cursor'],
  ['a cursor of a thousand letters', { cursor: 'A'.repeat(1000) }, 'cursor'],
])('a list asked with %s is refused', async (_what, input, field) => {
  expect(await refused({ operation: 'casework.listCases', body: json(input), who: member })).toEqual([400, 'core.badInput', field])
})

test('a journal filter is text and nothing else', async () => {
  const leader = await town.staff('townLeader', town.here.townId)
  before = await countRows()
  for (const name of ['operation', 'actorId', 'targetId']) {
    expect(await refused({ operation: 'journal.listEntries', body: json({ [name]: { $ne: '' } }), who: leader })).toEqual([400, 'core.badInput', name])
  }
})

test('an operation that is not, under any name, is a 404', async () => {
  for (const operation of ['casework.destroy', '__proto__', 'constructor', 'toString', '..%2fadmin', '%00']) {
    expect((await refused({ operation, body: '{}' })).slice(0, 2)).toEqual([404, 'core.unknownOperation'])
  }
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    expect((await refused({ operation: 'casework.submit', method })).slice(0, 2)).toEqual([404, 'core.unknownOperation'])
  }
  expect((await refused({ operation: 'casework/submit', body: '{}' })).slice(0, 2)).toEqual([404, 'core.unknownOperation'])
  expect((await refused({ operation: 'region.locate?input={', method: 'GET' })).slice(0, 3)).toEqual([400, 'core.badInput', 'input'])
})

test.each([['short'], ['有汉字的钥匙有汉字的钥匙'], ['with space in it'], ['x'.repeat(129)], ['{"$ne":1}abc']])('the key %s is refused', async (key) => {
  const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') }
  expect(await refused({ operation: 'casework.submit', body: submission({}), headers })).toEqual([422, 'core.badKey', undefined])
})

test('a body beyond its limit is a 413, told or untold how long it is', async () => {
  const body = submission({ words: '长'.repeat(200_000) })
  expect((await refused({ operation: 'casework.submit', body })).slice(0, 2)).toEqual([413, 'core.tooLarge'])
  const stream = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < 40; sent += 1) controller.enqueue(Buffer.alloc(16_384, 0x20))
      controller.close()
    },
  })
  const answer = await fetch(`${town.url}/api/casework.submit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${li.token}`, 'content-type': 'application/json' },
    body: stream,
    duplex: 'half',
  } as RequestInit)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'core.tooLarge'])
})

test('a caller that hangs up in the middle of its words leaves nothing and disturbs nobody', async () => {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(town.url).port), '127.0.0.1', () => {
      socket.write(`POST /api/casework.submit HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${li.token}\r\nContent-Length: 500\r\n\r\n{"caseId":"`)
      setTimeout(() => socket.destroy(), 100)
    })
    socket.on('close', () => resolve()).on('error', reject)
  })
  expect((await send({ operation: 'identity.getMe', body: '{}' })).status).toBe(200)
})

const form = (fields: Record<string, string>, files: Record<string, Blob> = {}): FormData => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  for (const [name, value] of Object.entries(files)) made.append(name, value, 'a.jpg')
  return made
}
const bytes = (size: number): Blob => new Blob([new Uint8Array(size)])

test('what comes as a form is held to one file of its name, few fields and a size', async () => {
  const fields = { fileId: ulid(), kind: 'photo' }
  expect(await refused({ operation: 'file.upload', body: form(fields) })).toEqual([expect.any(Number), 'file.missing', undefined])
  expect((await refused({ operation: 'file.upload', body: form(fields, { other: bytes(10) }) })).slice(0, 2)).toEqual([400, 'core.badInput'])
  expect((await refused({ operation: 'file.upload', body: form(fields, { file: bytes(10) }) }))[1]).toBe('file.notAPhoto')
  expect((await refused({ operation: 'file.upload', body: form(fields, { file: bytes(21 * 1024 * 1024) }) })).slice(0, 2)).toEqual([413, 'file.tooLarge'])
  expect((await refused({ operation: 'file.upload', body: form({ ...fields, fileId: '../x' }, { file: bytes(10) }) }))[2]).toBe('fileId')
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, '1']))
  expect((await refused({ operation: 'file.upload', body: form({ ...fields, ...many }, { file: bytes(10) }) })).slice(0, 2)).toEqual([400, 'core.badInput'])
  const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'
  expect((await refused({ operation: 'file.upload', body: broken, headers: { 'content-type': 'multipart/form-data; boundary=x' } })).slice(0, 2)).toEqual([400, 'core.badInput'])
  expect((await refused({ operation: 'file.upload', body: broken, headers: { 'content-type': 'multipart/form-data' } })).slice(0, 2)).toEqual([400, 'core.badInput'])
})

test('who is not signed in is refused before a file of theirs is read', async () => {
  const nobody = { ...li, token: 'x'.repeat(43) }
  expect((await refused({ operation: 'file.upload', body: form({ fileId: ulid(), kind: 'photo' }, { file: bytes(21 * 1024 * 1024) }), who: nobody })).slice(0, 2)).toEqual([401, 'core.unauthenticated'])
})

test('tokens of any make but our own open nothing', async () => {
  for (const token of ['', 'null', 'undefined', `${li.token}x`, li.token.slice(1), '{"$ne":null}{"$ne":null}', 'a'.repeat(199)]) {
    expect((await refused({ operation: 'identity.getMe', body: '{}', who: { ...li, token } })).slice(0, 2)).toEqual([401, 'core.unauthenticated'])
  }
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { request, type OutgoingHttpHeaders } from 'node:http'
import { aTown, type Town } from '@xiangli/server/testing'
import { database } from '../../../server/src/core/database'
import { addAccount } from '../../../server/src/modules/identity'
import { ulid } from 'ulid'

let town: Town

beforeAll(async () => {
  process.env.TRUST_PROXY = '1'
  town = await aTown({ dispatches: false })
  await town.inCounty(() => addAccount({ name: '王建国', username: 'clerk', password: 'right horse' }))
}, 60_000)
afterAll(async () => {
  delete process.env.TRUST_PROXY
  await town?.stop()
})

interface Answer {
  status: number
  cookies: string[]
  body: string
}

/** Plain http, because fetch writes Origin and Sec-Fetch-Site itself. */
const post = (operation: string, input: object, headers: OutgoingHttpHeaders = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(`${town.url}/api/${operation}`, { method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], body: Buffer.concat(chunks).toString() }))
    })
    call.on('error', reject)
    call.end(JSON.stringify(input))
  })

const signIn = (headers: OutgoingHttpHeaders) => post('identity.loginByPassword', { username: 'clerk', password: 'right horse' }, headers)

test('the very first burst of guesses on a new database finds the throttle standing', async () => {
  const guesses = Array.from({ length: 20 }, (_, n) => post('identity.loginByPassword', { username: 'clerk', password: `guess ${n}` }, { 'x-forwarded-for': '192.0.2.1' }))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 422)).toHaveLength(6)
  expect(statuses.filter((status) => status === 429)).toHaveLength(14)
  const counters = await database().collection('sign_in_tries').find().toArray()
  expect(counters).toHaveLength(3)
})

test('a form on another site signs no browser in as somebody else', async () => {
  const form = { 'content-type': 'text/plain' }
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
    const { status, cookies } = await signIn({ ...form, ...headers })
    expect({ status, cookies }).toEqual({ status: 200, cookies: [] })
  }
})

test('our own page, and a browser too old to say where it is, get their cookie', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin', origin: 'http://another.name' }, { origin: town.url }, {}]) {
    const { cookies } = await signIn(headers)
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['xl_session', 'xl_csrf'])
  }
})

test('behind the proxy an invented X-Forwarded-For gives no further tries', async () => {
  const username = ulid()
  const tries = Array.from({ length: 9 }, (_, n) =>
    post('identity.loginByPassword', { username, password: 'x' }, { 'x-forwarded-for': `203.0.113.${n}, 198.51.100.7` }),
  )
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 422)).toHaveLength(6)
  expect(statuses.filter((status) => status === 429)).toHaveLength(3)
})

test('crooked addresses below the clients are not found, and no fault of ours', async () => {
  const crooked = ['%E0%A4%A', '%', '%00', '..%2fdist%2findex.html', 'x%2f..%2findex.html', '..%5c..%5cpackage.json', '..%2f..%2fpackage.json']
  for (const path of crooked) for (const client of ['admin', 'm']) {
    expect([path, (await fetch(`${town.url}/${client}/${path}`)).status]).toEqual([path, 404])
  }
})

const guess = (username: string, address: string, headers: OutgoingHttpHeaders = {}) =>
  post('identity.loginByPassword', { username, password: 'wrong' }, { 'x-forwarded-for': address, ...headers })
const codeOf = ({ body }: Answer): string => (JSON.parse(body) as { code?: string }).code ?? 'ok'

test('strangers everywhere do not lock a clerk out of the office the clerk signed in from lately', async () => {
  const [username, office] = ['named-clerk', '198.51.100.20']
  await town.inCounty(() => addAccount({ name: '王建国', username, password: 'right horse' }))
  const enter = (address: string) => post('identity.loginByPassword', { username, password: 'right horse' }, { 'x-forwarded-for': address })
  expect(codeOf(await enter(office))).toBe('ok')
  const strangers = await Promise.all(Array.from({ length: 65 }, (_, n) => guess(username, `203.0.113.${100 + n}`)))
  expect(strangers.filter(({ status }) => status === 422)).toHaveLength(60)
  expect(codeOf(await enter('198.51.100.21'))).toBe('identity.throttled')
  expect(codeOf(await enter(office))).toBe('ok')
  const guesses = await Promise.all(Array.from({ length: 9 }, () => guess(username, office)))
  expect(guesses.filter(({ status }) => status === 422)).toHaveLength(6)
  const places = await database().collection('sign_in_places').find().toArray()
  expect(JSON.stringify(places)).not.toMatch(/named-clerk|198\.51/)
}, 60_000)

test('the addresses within one /64 have the tries of one, the next /64 its own', async () => {
  const username = ulid()
  const within = ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:0DB8:0001:0002:ffff::3', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2::5', '2001:db8:1:2:6::', '2001:db8:1:2::7', '2001:db8:1:2::8']
  const answers = await Promise.all(within.map((address) => guess(username, address)))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(6)
  expect((await guess(username, '2001:db8:1:3::1')).status).toBe(422)
})

test('a key some stranger has signed in with hides no wrong password and no throttle', async () => {
  const key = { 'idempotency-key': `used-${ulid()}` }
  const own = () => signIn({ ...key, 'x-forwarded-for': '198.51.100.30' })
  expect((await own()).status).toBe(200)
  expect(codeOf(await own())).toBe('identity.loginAgain')
  const codes: string[] = []
  for (let n = 0; n < 8; n += 1) codes.push(codeOf(await guess('clerk', '198.51.100.31', key)))
  expect(codes).toEqual([...Array.from({ length: 6 }, () => 'identity.badPassword'), 'identity.throttled', 'identity.throttled'])
})

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

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { aTown, type Person, type Town } from '@xiangli/server/testing'

let town: Town
let member: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterAll(() => town?.stop())

const http = () => request(town.server)

test('health, readiness and figures answer on the machine itself', async () => {
  await http().get('/healthz').expect(200, { ok: true })
  await http().get('/readyz').expect(200, { ready: true })
  const figures = await http().get('/metrics').expect(200)
  expect(figures.text).toContain('xiangli_operation_seconds')
  await http().get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(404)
})

test('the first page leads to both clients and the API page describes each operation', async () => {
  const landing = await http().get('/').expect(200)
  for (const href of ['/m/', '/admin/', '/api/']) expect(landing.text).toContain(`href="${href}"`)
  const api = await http().get('/api/').expect(200)
  expect(api.text).toContain('casework.submit')
})

test('a wrong address is said in words to a browser, with the way in', async () => {
  const page = await http().get('/nowhere').set('Accept', 'text/html,*/*').expect(404)
  expect(page.text).toContain('没有这个页面')
  expect(page.text).toContain('href="/"')
  expect((await http().get('/nowhere').expect(404)).text).toBe('Not Found')
})

test('a public query answers GET with an ETag, and an unchanged one with nothing', async () => {
  const first = await http().get('/api/region.listDivisions').expect(200)
  expect(first.headers.etag).toBeTruthy()
  await http().get('/api/region.listDivisions').set('If-None-Match', first.headers.etag!).expect(304)
  await http().get('/api/casework.listCases').expect(404)
})

test('a browser’s cookie is no use without the page’s own proof', async () => {
  const entered = await http().post('/api/identity.loginDemo').set('Sec-Fetch-Site', 'same-origin').send({ username: member.id.toLowerCase() }).expect(200)
  const cookies = entered.headers['set-cookie'] as unknown as string[]
  const value = (name: string): string => cookies.find((cookie) => cookie.startsWith(`${name}=`))!.split(';')[0]!
  const cookie = [value('xl_session'), value('xl_csrf')].join('; ')

  const refused = await http().post('/api/identity.getMe').set('Cookie', cookie).send({}).expect(403)
  expect(refused.body).toMatchObject({ code: 'core.csrf', traceId: expect.any(String) })
  await http().post('/api/identity.getMe').set('Cookie', cookie).set('X-CSRF', value('xl_csrf').split('=')[1]!).send({}).expect(200)
})

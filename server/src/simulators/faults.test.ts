import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Simulators } from './start-simulators'
import { startSimulators } from './start-simulators'

let simulators: Simulators
beforeEach(async () => {
  simulators = await startSimulators({ port: 0, wechat: { appId: 'wx1', appSecret: 's1' } })
})
afterEach(() => simulators.stop())

const post = (path: string, body: unknown) => fetch(`${simulators.url}/wechat${path}`, { method: 'POST', body: JSON.stringify(body) })
const plan = (rule: unknown) => post('/control/faults', rule)
const token = () => post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wx1', secret: 's1' })
const codeOf = async (response: Response) => ((await response.json()) as { errcode?: number }).errcode

test('an errcode comes as often as asked, then all is well', async () => {
  await plan({ path: 'stable_token', fault: { kind: 'errcode', errcode: -1 }, next: 2 })
  expect([await codeOf(await token()), await codeOf(await token()), await codeOf(await token())]).toEqual([-1, -1, undefined])
})

test('a dropped connection fails the caller, before or after the work was done', async () => {
  for (const kind of ['drop', 'dropAnswer']) {
    await plan({ path: 'stable_token', fault: { kind } })
    await expect(token()).rejects.toThrow()
  }
  expect((await token()).status).toBe(200)
})

test('a delay holds the answer back', async () => {
  await plan({ fault: { kind: 'delay', ms: 80 } })
  const startedAt = Date.now()
  expect((await token()).status).toBe(200)
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75)
})

test('a gateway’s error page comes with its status', async () => {
  await plan({ fault: { kind: 'status', status: 502 } })
  const response = await token()
  expect(response.status).toBe(502)
  expect(await response.text()).toContain('<html>')
})

test('a rule strikes its own path only, is listed, and can be cleared', async () => {
  await plan({ path: 'jscode2session', fault: { kind: 'status', status: 500 } })
  expect((await token()).status).toBe(200)
  const url = `${simulators.url}/wechat/control/faults`
  expect(((await (await fetch(url)).json()) as { rules: unknown[] }).rules).toHaveLength(1)
  await fetch(url, { method: 'DELETE' })
  expect(((await (await fetch(url)).json()) as { rules: unknown[] }).rules).toEqual([])
})

test.each([[{}], [{ fault: { kind: 'explode' } }], [{ fault: { kind: 'drop' }, next: 0 }], ['text']])('%j is no rule', async (rule) => {
  expect((await plan(rule)).status).toBe(400)
})

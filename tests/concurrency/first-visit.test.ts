import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { startSimulators, type Simulators } from '../../server/src/simulators/start-simulators'
import { speakAs } from '../../server/src/testing/person'
import { rowsOf } from './rows'

const APP = { appId: 'wx00000000000test0', appSecret: 'secret-of-the-tests' }
let simulators: Simulators
let town: Town

beforeAll(async () => {
  simulators = await startSimulators({ port: 0, wechat: APP })
  const env = { SIMULATORS_PORT: new URL(simulators.url).port, WECHAT_API_BASE: `${simulators.url}/wechat`, WECHAT_APP_ID: APP.appId, WECHAT_APP_SECRET: APP.appSecret }
  town = await aTown({ dispatches: false, env })
}, 60_000)
afterAll(async () => {
  await town?.stop()
  await simulators?.stop()
})

const ask = async (path: string, body: object): Promise<Record<string, string>> => {
  const answer = await fetch(`${simulators.url}/wechat/picker/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, string>
}
const newcomer = async (): Promise<string> => (await ask('people', { nickname: '李秀英' })).openid!
const codeFor = async (openid: string): Promise<string> => (await ask('login', { openid })).code!
const login = (code: string, key = ulid()) => town.anonymous.tries('identity.loginByWechat', { code }, { key })

test('somebody who opens it on twelve phones at once for the first time has one account, and is in on each', async () => {
  const before = (await rowsOf('accounts')).length
  const openid = await newcomer()
  const codes = await Promise.all(Array.from({ length: 12 }, () => codeFor(openid)))

  const outcomes = await Promise.all(codes.map((code) => login(code)))

  const lost = outcomes.filter(({ code, error }) => code !== 'ok' && !error?.isTransient)
  expect(lost).toEqual([])
  const inside = outcomes.flatMap(({ output }) => output ?? [])
  expect(inside.length).toBeGreaterThan(0)
  expect(new Set(inside.map(({ me }) => me.id)).size).toBe(1)
  expect((await rowsOf('accounts')).length).toBe(before + 1)
  for (const { token } of inside) expect((await speakAs(town.url, token).tries('identity.getMe', {})).code).toBe('ok')
})

test('a sign-in whose answer was lost is not answered twice: a token is never kept, a new code is asked for', async () => {
  const openid = await newcomer()
  const [code, key] = [await codeFor(openid), ulid()]
  expect((await login(code, key)).code).toBe('ok')
  expect((await login(code, key)).code).toBe('identity.loginAgain')
  expect((await login(code)).code).toBe('identity.badCode')
  expect((await login(await codeFor(openid))).code).toBe('ok')
})

test('neither the openid nor a token stands anywhere in the database in the clear', async () => {
  const openid = await newcomer()
  const { output } = await login(await codeFor(openid))
  const names = ['accounts', 'sessions', 'journal']
  const stored = JSON.stringify(await Promise.all(names.map(rowsOf)))
  expect(stored).not.toContain(openid)
  expect(stored).not.toContain(output!.token)
})

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Simulators } from '../../simulators/start-simulators'
import { startSimulators } from '../../simulators/start-simulators'
import type { AdapterError } from './adapter-error'
import type { Wechat } from './wechat'
import { createWechat } from './wechat'

const APP = { appId: 'wx0123456789abcdef', appSecret: 'a-secret-nobody-may-read' }
let simulators: Simulators
let baseUrl = ''
let wechat: Wechat
let openid = ''

const post = (path: string, body: unknown) => fetch(`${baseUrl}${path}`, { method: 'POST', body: JSON.stringify(body) })
const codeFrom = async (path: string, body: unknown) => ((await (await post(path, body)).json()) as { code: string }).code
const calls = async () => (await (await fetch(`${baseUrl}/control/calls`)).json()) as Record<string, number>
const fault = (path: string, kind: Record<string, unknown>, next = 1) => post('/control/faults', { path, fault: kind, next })
const failure = async (work: Promise<unknown>) => work.then(() => { throw new Error('it succeeded') }, (error: AdapterError) => error)

beforeEach(async () => {
  simulators = await startSimulators({ port: 0, wechat: { ...APP, templates: { progress: ['thing1', 'phrase2'] } } })
  baseUrl = `${simulators.url}/wechat`
  wechat = createWechat({ ...APP, baseUrl, timeoutMs: 5_000 })
  openid = ((await (await post('/picker/people', { nickname: '李秀英', phone: '16000000001' })).json()) as { openid: string }).openid
})
afterEach(() => simulators.stop())

const SESSION = '/sns/jscode2session'
const TOKEN = '/cgi-bin/stable_token'
const PHONE = '/wxa/business/getuserphonenumber'
const SEND = '/cgi-bin/message/subscribe/send'

describe('a login code', () => {
  const loginCode = () => codeFrom('/picker/login', { openid })

  test('becomes an openid, and the session key goes no further', async () => {
    expect(await wechat.codeToSession(await loginCode())).toEqual({ openid })
  })

  test('used or invented is refused with WeChat’s code', async () => {
    const code = await loginCode()
    await wechat.codeToSession(code)
    expect(await failure(wechat.codeToSession(code))).toMatchObject({ kind: 'refused', errcode: 40163 })
    expect(await failure(wechat.codeToSession('nonsense'))).toMatchObject({ kind: 'refused', errcode: 40029 })
  })

  test.each([
    ['dropped', { kind: 'drop' }],
    ['dropped after the code was used', { kind: 'dropAnswer' }],
    ['late', { kind: 'delay', ms: 700 }],
    ['a gateway’s error', { kind: 'status', status: 502 }],
  ])('is sent once only when the answer is %s', async (_what, kind) => {
    await fault(SESSION, kind)
    const hasty = createWechat({ ...APP, baseUrl, timeoutMs: 300 })
    expect(await failure(hasty.codeToSession(await loginCode()))).toMatchObject({ kind: 'unavailable', errcode: undefined })
    expect((await calls())[SESSION]).toBe(1)
  })

  test.each([[-1, 'unavailable'], [45011, 'unavailable'], [40226, 'refused'], [40164, 'misconfigured'], [99999, 'unavailable']])(
    'answered with %i is %s',
    async (errcode, kind) => {
      await fault(SESSION, { kind: 'errcode', errcode, errmsg: 'x' })
      expect(await failure(wechat.codeToSession(await loginCode()))).toMatchObject({ kind, errcode })
    },
  )
})

test('a wrong secret or app is named as a matter for the operator, and the secret is not in the words', async () => {
  for (const [wrong, errcode] of [[{ appSecret: 'wrong-secret' }, 40125], [{ appId: 'wxother' }, 40013]] as const) {
    const other = createWechat({ ...APP, ...wrong, baseUrl, timeoutMs: 5_000 })
    const error = await failure(other.codeToSession('x'))
    expect(error).toMatchObject({ kind: 'misconfigured', errcode })
    expect(await failure(other.phoneNumber('x'))).toMatchObject({ kind: 'misconfigured', errcode })
    expect(JSON.stringify([error.message, error.stack])).not.toMatch(/wrong-secret|nobody-may-read/)
  }
})

test('when nobody listens, every call is unavailable and says no secret', async () => {
  await simulators.stop()
  for (const work of [() => wechat.codeToSession('x'), () => wechat.phoneNumber('x')]) {
    const error = await failure(work())
    expect(error).toMatchObject({ name: 'AdapterError', kind: 'unavailable' })
    expect(error.message).toContain('ECONNREFUSED')
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain(APP.appSecret)
  }
  simulators = await startSimulators({ port: 0, wechat: APP })
})

describe('the access token', () => {
  const phoneCode = () => codeFrom('/picker/phone', { openid })

  test('is fetched once for many callers and kept', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, phoneCode))
    const phones = await Promise.all(codes.map((code) => wechat.phoneNumber(code)))
    expect(phones).toEqual(codes.map(() => ({ phone: '16000000001', countryCode: '86' })))
    await wechat.phoneNumber(await phoneCode())
    expect((await calls())[TOKEN]).toBe(1)
  })

  test.each([[40001], [42001], [40014]])('refused with %i is renewed once and the call made again', async (errcode) => {
    await wechat.phoneNumber(await phoneCode())
    await fault(PHONE, { kind: 'errcode', errcode })
    expect(await wechat.phoneNumber(await phoneCode())).toMatchObject({ phone: '16000000001' })
    expect((await calls())[PHONE]).toBe(3)
  })

  test('that another service has renewed is picked up without forcing', async () => {
    await wechat.phoneNumber(await phoneCode())
    await post('/control/tokens/revoke', {})
    expect(await wechat.phoneNumber(await phoneCode())).toMatchObject({ phone: '16000000001' })
    expect(await calls()).toMatchObject({ [TOKEN]: 2, [PHONE]: 3 })
  })

  test('refused twice ends the call, without a third attempt', async () => {
    await fault(PHONE, { kind: 'errcode', errcode: 40001 }, 5)
    expect(await failure(wechat.phoneNumber(await phoneCode()))).toMatchObject({ kind: 'unavailable', errcode: 40001 })
    expect((await calls())[PHONE]).toBe(2)
  })

  test('is asked for once more after a dropped connection, that does no harm', async () => {
    await fault(TOKEN, { kind: 'dropAnswer' })
    expect(await wechat.phoneNumber(await phoneCode())).toMatchObject({ phone: '16000000001' })
    expect((await calls())[TOKEN]).toBe(2)
    await fault(TOKEN, { kind: 'drop' }, 2)
    const fresh = createWechat({ ...APP, baseUrl, timeoutMs: 5_000 })
    expect(await failure(fresh.phoneNumber(await phoneCode()))).toMatchObject({ kind: 'unavailable' })
  })

  test('a phone code whose answer was lost is not sent again', async () => {
    await fault(PHONE, { kind: 'dropAnswer' })
    expect(await failure(wechat.phoneNumber(await phoneCode()))).toMatchObject({ kind: 'unavailable' })
    expect((await calls())[PHONE]).toBe(1)
  })
})

describe('a subscribe message', () => {
  const message = { templateId: 'progress', data: { thing1: '路灯不亮', phrase2: '办理中' } }
  const agree = () => post('/picker/subscribe', { openid, templateIds: ['progress'] })

  test('arrives when the user has agreed', async () => {
    await agree()
    await wechat.sendSubscribeMessage({ ...message, openid, page: 'features/case/index' })
    const sent: unknown = await (await fetch(`${baseUrl}/control/messages`)).json()
    expect(sent).toEqual([{ touser: openid, template_id: 'progress', page: 'features/case/index', data: { thing1: { value: '路灯不亮' }, phrase2: { value: '办理中' } } }])
  })

  test('to one who has not agreed is refused', async () => {
    expect(await failure(wechat.sendSubscribeMessage({ ...message, openid }))).toMatchObject({ kind: 'refused', errcode: 43101, field: undefined })
  })

  test('with a wrong field is refused by the field’s name', async () => {
    await agree()
    const data = { ...message.data, phrase2: '这些字太长了' }
    expect(await failure(wechat.sendSubscribeMessage({ ...message, data, openid }))).toMatchObject({ kind: 'refused', errcode: 47003, field: 'phrase2' })
  })

  test('of an unknown template is a matter for the operator', async () => {
    expect(await failure(wechat.sendSubscribeMessage({ ...message, templateId: 'none', openid }))).toMatchObject({ kind: 'misconfigured', errcode: 40037 })
  })

  test('is never sent twice when the answer is lost', async () => {
    await agree()
    await agree()
    await fault(SEND, { kind: 'dropAnswer' })
    expect(await failure(wechat.sendSubscribeMessage({ ...message, openid }))).toMatchObject({ kind: 'unavailable' })
    const sent = (await (await fetch(`${baseUrl}/control/messages`)).json()) as unknown[]
    expect(sent).toHaveLength(1)
  })
})

test('plain http to another machine is refused at once', () => {
  expect(() => createWechat({ ...APP, baseUrl: 'http://api.example.org', timeoutMs: 5_000 })).toThrow('this machine only')
  expect(() => createWechat({ ...APP, baseUrl: 'https://api.example.org/', timeoutMs: 5_000 })).not.toThrow()
})

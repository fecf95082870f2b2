import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Simulators } from '../start-simulators'
import { startSimulators } from '../start-simulators'

const APP = { appId: 'wx0123456789abcdef', appSecret: '0123456789abcdef0123456789abcdef' }
const LI = { openid: 'oLi_0000000001', nickname: '李秀英', villageName: '城关镇 东关村', phone: '16000000001' }
const WANG = { openid: 'oWang_00000001', nickname: '王建国', unionid: 'uWang' }

let folder = ''
let peopleFile = ''
let clock = 0
let simulators: Simulators
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-'))
  peopleFile = join(folder, 'people.json')
  writeFileSync(peopleFile, JSON.stringify([LI, WANG]))
  clock = Date.parse('2026-11-21T08:00:00Z')
  const templates = { progress: ['thing1', 'phrase2', 'time3'] }
  simulators = await startSimulators({ port: 0, wechat: { ...APP, peopleFile, templates, now: () => clock } })
})
afterEach(async () => {
  await simulators.stop()
  rmSync(folder, { recursive: true })
})

const ask = async (path: string, body?: unknown) => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const response = await fetch(`${simulators.url}/wechat${path}`, init)
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), json: JSON.parse(text || 'null') as Record<string, never> }
}
const loginCode = async (openid = LI.openid) => String((await ask('/picker/login', { openid })).json['code'])
const exchange = (code: string, changes: Record<string, string> = {}) => {
  const query = { appid: APP.appId, secret: APP.appSecret, js_code: code, grant_type: 'authorization_code', ...changes }
  return ask(`/sns/jscode2session?${new URLSearchParams(query)}`)
}
const tokenRequest = { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret }
const accessToken = async (force_refresh = false) => String((await ask('/cgi-bin/stable_token', { ...tokenRequest, force_refresh })).json['access_token'])

describe('jscode2session', () => {
  test('gives openid and session key, as text, and a union id to whom has one', async () => {
    const { status, type, json } = await exchange(await loginCode())
    expect([status, type]).toEqual([200, 'text/plain'])
    expect(Object.keys(json)).toEqual(['session_key', 'openid'])
    expect(json['openid']).toBe(LI.openid)
    expect(Buffer.from(String(json['session_key']), 'base64')).toHaveLength(16)
    expect((await exchange(await loginCode(WANG.openid))).json['unionid']).toBe('uWang')
  })

  test('takes a code once and for five minutes', async () => {
    const code = await loginCode()
    await exchange(code)
    expect((await exchange(code)).json).toMatchObject({ errcode: 40163, errmsg: expect.stringMatching(/^code been used, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) })
    const late = await loginCode()
    clock += 5 * 60_000
    expect((await exchange(late)).json).toMatchObject({ errcode: 40029, errmsg: expect.stringMatching(/^invalid code, rid: /) })
  })

  test.each([
    ['an unknown code', { js_code: '0unknown' }, 40029],
    ['another app', { appid: 'wxother' }, 40013],
    ['a wrong secret', { secret: 'wrong' }, 40125],
    ['no app', { appid: '' }, 41002],
    ['no secret', { secret: '' }, 41004],
    ['no code', { js_code: '' }, 41008],
    ['another grant', { grant_type: 'client_credential' }, 40002],
  ])('refuses %s with status 200', async (_what, changes, errcode) => {
    const { status, json } = await exchange(await loginCode(), changes)
    expect([status, json['errcode']]).toEqual([200, errcode])
  })

  test('a wrong secret does not use up the code', async () => {
    const code = await loginCode()
    await exchange(code, { secret: 'wrong' })
    expect((await exchange(code)).json['openid']).toBe(LI.openid)
  })

  test('refuses the 101st login of one person in a minute, and only hers', async () => {
    for (let n = 0; n < 100; n += 1) await exchange(await loginCode())
    expect((await exchange(await loginCode())).json['errcode']).toBe(45011)
    expect((await exchange(await loginCode(WANG.openid))).json['openid']).toBe(WANG.openid)
    clock += 60_000
    expect((await exchange(await loginCode())).json['openid']).toBe(LI.openid)
  })
})

describe('stable_token', () => {
  test('is the same for everyone until it is forced or runs out', async () => {
    const { type, json } = await ask('/cgi-bin/stable_token', tokenRequest)
    expect(type).toBe('application/json; encoding=utf-8')
    expect(json['expires_in']).toBe(7200)
    const first = String(json['access_token'])
    expect(await accessToken()).toBe(first)
    const forced = await accessToken(true)
    expect(forced).not.toBe(first)
    expect(await accessToken(true)).toBe(forced)
    clock += 7200_000 - 299_000
    expect(await accessToken()).not.toBe(forced)
    const body = { code: 'x' }
    expect((await ask(`/wxa/business/getuserphonenumber?access_token=${forced}`, body)).json['errcode']).toBe(40029)
    clock += 300_000
    expect((await ask(`/wxa/business/getuserphonenumber?access_token=${forced}`, body)).json['errcode']).toBe(40001 + 2000)
    expect((await ask(`/wxa/business/getuserphonenumber?access_token=${first}`, body)).json['errcode']).toBe(40001)
  })

  test.each([
    [{ ...tokenRequest, appid: 'wxother' }, 40013],
    [{ ...tokenRequest, secret: 'wrong' }, 40125],
    [{ ...tokenRequest, grant_type: '' }, 40002],
    [[], 47001],
  ])('%j is refused with %i', async (body, errcode) => {
    expect((await ask('/cgi-bin/stable_token', body)).json['errcode']).toBe(errcode)
  })

  test('by GET is refused', async () => {
    expect((await ask('/cgi-bin/stable_token')).json).toMatchObject({ errcode: 43002, errmsg: expect.stringMatching(/^require POST method rid: /) })
  })
})

test('a phone code gives the number once', async () => {
  const code = String((await ask('/picker/phone', { openid: LI.openid })).json['code'])
  const path = `/wxa/business/getuserphonenumber?access_token=${await accessToken()}`
  expect((await ask(path, { code })).json).toMatchObject({
    errcode: 0,
    phone_info: { phoneNumber: LI.phone, purePhoneNumber: LI.phone, countryCode: '86', watermark: { appid: APP.appId } },
  })
  expect((await ask(path, { code })).json['errcode']).toBe(40029)
  expect((await ask('/wxa/business/getuserphonenumber', { code })).json['errcode']).toBe(41001)
  expect((await ask('/picker/phone', { openid: WANG.openid })).status).toBe(409)
})

describe('subscribe/send', () => {
  const data = { thing1: { value: '路灯不亮' }, phrase2: { value: '办理中' }, time3: { value: '2026年11月21日 16:30' } }
  const message = { touser: LI.openid, template_id: 'progress', page: 'features/case/index?id=1', data }
  const send = async (changes: Record<string, unknown> = {}) => {
    return (await ask(`/cgi-bin/message/subscribe/send?access_token=${await accessToken()}`, { ...message, ...changes })).json
  }
  const agree = () => ask('/picker/subscribe', { openid: LI.openid, templateIds: ['progress'] })

  test('one agreement is one message', async () => {
    expect(await send()).toMatchObject({ errcode: 43101, errmsg: expect.stringMatching(/^user refuse to accept the msg rid: /) })
    await agree()
    expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok', msgid: expect.any(Number) })
    expect(await send()).toMatchObject({ errcode: 43101 })
    expect((await ask('/control/messages')).json).toEqual([message])
  })

  test.each([
    ['a person nobody knows', { touser: 'oNobody' }, 40003],
    ['a template nobody made', { template_id: 'other' }, 40037],
    ['a page with a leading slash', { page: '/index' }, 41030],
    ['data that is a list', { data: [] }, 47001],
  ])('%s is refused with its code', async (_what, changes, errcode) => {
    await agree()
    expect((await send(changes))['errcode']).toBe(errcode)
  })

  test.each([
    ['thing1', 'a'.repeat(21), 'invalid'],
    ['thing1', '', 'is empty'],
    ['thing1', '两\n行', 'invalid'],
    ['phrase2', '正在处理当中', 'invalid'],
    ['phrase2', '办理1', 'invalid'],
    ['time3', '明天下午', 'invalid'],
    ['time3', '25:00', 'invalid'],
    ['time3', '2026-11-21 16:30～17:30', 'invalid'],
  ])('%s with %j is refused by its name: %s', async (field, value, fault) => {
    await agree()
    const wrong = await send({ data: { ...data, [field]: { value } } })
    expect(wrong).toMatchObject({ errcode: 47003, errmsg: expect.stringMatching(new RegExp(`^argument invalid! data.${field}.value ${fault} rid: `)) })
    expect((await ask('/control/messages')).json).toEqual([])
  })

  test.each([['16:30'], ['2026-11-21 16:30:05'], ['2026年11月21日 16:30~17:30']])('time3 with %j passes', async (value) => {
    await agree()
    expect(await send({ data: { ...data, time3: { value } } })).toMatchObject({ errcode: 0 })
  })

  test.each([
    ['a field too few', { thing1: data.thing1, phrase2: data.phrase2 }, 'time3'],
    ['a field too many', { ...data, thing9: { value: 'x' } }, 'thing9'],
    ['a bare value', { ...data, thing1: '路灯不亮' }, 'thing1'],
  ])('%s is refused by its name', async (_what, given, field) => {
    await agree()
    expect(await send({ data: given })).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining(`data.${field}.value`) })
  })
})

describe('people', () => {
  test('are listed without their phones and found by name or village', async () => {
    expect((await ask('/picker/people')).json).toEqual([
      { openid: LI.openid, nickname: LI.nickname, villageName: LI.villageName },
      { openid: WANG.openid, nickname: WANG.nickname },
    ])
    expect((await ask('/picker/people?q=东关')).json).toHaveLength(1)
    expect((await ask('/picker/people?q=建国')).json).toHaveLength(1)
    expect((await ask('/picker/people?q=nobody')).json).toEqual([])
  })

  test('are read again when the file changes, and kept when it breaks', async () => {
    expect((await ask('/picker/people')).json).toHaveLength(2)
    writeFileSync(peopleFile, '[{"openid":')
    expect((await ask('/picker/people')).json).toHaveLength(2)
    writeFileSync(peopleFile, JSON.stringify([LI, WANG, { openid: 'oZhao_00000001', nickname: '赵玉兰' }]))
    expect((await ask('/picker/people')).json).toHaveLength(3)
  })

  test('added at the picker are kept in the file and can log in', async () => {
    const added = await ask('/picker/people', { nickname: ' 新来的 ' })
    expect(added.status).toBe(201)
    const openid = String(added.json['openid'])
    expect((await exchange(await loginCode(openid))).json['openid']).toBe(openid)
    expect(JSON.parse(readFileSync(peopleFile, 'utf8'))).toContainEqual({ openid, nickname: '新来的' })
  })

  test.each([
    [{ openid: LI.openid, nickname: '重复' }, 409],
    [{ nickname: '   ' }, 400],
    [{ openid: '../x', nickname: '坏' }, 400],
    [{ nickname: 'x'.repeat(33) }, 400],
  ])('%j is not added', async (body, status) => {
    expect((await ask('/picker/people', body)).status).toBe(status)
  })

  test('who is unknown gets no code', async () => {
    expect((await ask('/picker/login', { openid: 'oNobody' })).status).toBe(404)
  })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { startSimulators, type Simulators } from '../../../server/src/simulators/start-simulators'
import { regionById } from '../../../server/src/modules/region'
import { eventually } from '../../support/eventually'
import { rowsOf } from '../../concurrency/rows'
import { runJobOf } from './desk'

const TOKEN = 'token-of-the-test'
const NOW = new Date('2026-11-23T02:00:00Z')
let simulators: Simulators
let town: Town
let secretary: Person
let dispatcher: Person
let centre: Person
let village: string

beforeAll(async () => {
  simulators = await startSimulators({ port: 0, wechat: { appId: 'wx1', appSecret: 's' }, hotline: { token: TOKEN } })
  town = await aTown({ env: { HOTLINE_API_BASE: `${simulators.url}/hotline`, HOTLINE_TOKEN: TOKEN } })
  town.at(NOW)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  dispatcher = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  village = await town.inCounty(async () => regionById(town.here.villageId)!.name)
}, 60_000)
afterAll(async () => {
  await town?.stop()
  await simulators?.stop()
})

const control = (path: string, body?: object) =>
  fetch(`${simulators.url}/hotline/control/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}).then(async (answer) => (answer.status === 200 ? answer.json() : null) as Promise<never>)
const standing = async (number: string): Promise<{ state: string; due?: string; reply?: { words: string } } | undefined> =>
  ((await control('orders')) as { number: string; state: string }[]).find((each) => each.number === number)
const give = (number: string, over: object = {}) =>
  control('orders', { number, issuedAt: '2026-11-23T01:00:00.000Z', words: '水泵房停水三天', name: '赵桂兰', phone: '13900001111', category: '供水', village, ...over })
const orderOf = async (number: string) => (await dispatcher.call('hotline.listOrders', { externalNumber: number })).items[0]!
const pull = () => runJobOf(town, 'hotline.pull')
const send = () => runJobOf(town, 'hotline.send')
const waitsFor = (number: string, kind: string) => eventually(async () => expect((await orderOf(number)).message).toMatchObject({ kind }))

test('an order of the hotline becomes a case with its number, its caller, its earlier limit', async () => {
  await give('GS26112300001', { due: '2026-11-24T09:00:00.000Z' })
  expect(await pull()).toEqual({ done: 1, more: false })

  const order = await orderOf('GS26112300001')
  const shown = await secretary.call('casework.getCase', { caseId: order.caseId })
  expect(shown).toMatchObject({
    channel: 'hotline', words: '水泵房停水三天', category: 'water', redAt: '2026-11-24T09:00:00.000Z',
    outside: { sourceName: '12345 政务服务便民热线', number: 'GS26112300001', due: '2026-11-24T09:00:00.000Z' },
    requester: { name: '赵**', phone: '139****1111' },
  })
  expect((await secretary.call('casework.listCases', { serial: 'GS26112300001', sort: 'newest' })).items.map(({ id }) => id)).toEqual([order.caseId])
  const neighbour = await town.staff('villageSecretary', town.there.villageId)
  expect((await neighbour.call('casework.listCases', { serial: 'GS26112300001', sort: 'newest' })).items).toEqual([])
})

test('accepted here it is signed there, answered here it is replied there', async () => {
  const { caseId } = await orderOf('GS26112300001')
  await secretary.call('casework.accept', { caseId })
  await waitsFor('GS26112300001', 'sign')
  expect((await secretary.call('casework.getCase', { caseId })).redAt).toBe('2026-11-24T09:00:00.000Z')
  await send()
  expect(await standing('GS26112300001')).toMatchObject({ state: 'signed' })

  await secretary.call('casework.answer', { caseId, words: '水泵换了，已经来水' })
  await waitsFor('GS26112300001', 'reply')
  await send()
  expect(await standing('GS26112300001')).toMatchObject({ state: 'replied', reply: { words: '水泵换了，已经来水' } })
  expect((await orderOf('GS26112300001')).message).toMatchObject({ kind: 'reply', state: 'sent' })
})

test('called back with "no", the case goes on, once, however often it is said', async () => {
  const { caseId } = await orderOf('GS26112300001')
  await control('call-backs', { id: 'cb-1', number: 'GS26112300001', satisfied: 'no', words: '晚上又停了', at: '2026-11-23T01:30:00.000Z' })
  await pull()
  await eventually(async () => expect((await secretary.call('casework.getCase', { caseId })).state).toBe('handling'))
  await pull()
  const shown = await secretary.call('casework.getCase', { caseId })
  expect(shown).toMatchObject({ reopenedCount: 1, state: 'handling' })
  expect(shown.timeline.at(-1)).toMatchObject({ action: 'reopen', byName: '系统', words: '12345 政务服务便民热线回访：没办好。晚上又停了' })
  expect(shown.outside?.due).toBeUndefined()

  await secretary.call('casework.answer', { caseId, words: '阀门也换了' })
  await eventually(async () => expect((await dispatcher.call('hotline.listMessages', { orderId: (await orderOf('GS26112300001')).id })).items.map(({ kind }) => kind)).toEqual(['sign', 'reply', 'reply']))
  await send()
  expect(await standing('GS26112300001')).toMatchObject({ state: 'replied', reply: { words: '阀门也换了' } })
})

test('lists that come twice and backwards make each order once; changed content is told and not taken over', async () => {
  await control('unruly', { isOn: true })
  for (const n of [2, 3, 4]) await give(`GS2611230000${n}`)
  expect(await pull()).toMatchObject({ done: 3 })
  expect(await pull()).toMatchObject({ done: 0 })
  await control('unruly', { isOn: false })
  await give('GS26112300002', { words: '改过的内容' })
  await pull()
  const order = await orderOf('GS26112300002')
  expect(order.differedAt).toBeDefined()
  expect((await secretary.call('casework.getCase', { caseId: order.caseId })).words).toBe('水泵房停水三天')
  expect((await rowsOf('hotline_orders')).map(({ externalNumber }) => externalNumber).sort()).toEqual([1, 2, 3, 4].map((n) => `GS2611230000${n}`))
})

test('through drops, lost answers and gateway errors each message is heard once, in its order', async () => {
  const { caseId } = await orderOf('GS26112300003')
  await secretary.call('casework.accept', { caseId })
  await secretary.call('casework.answer', { caseId, words: '修好了' })
  await waitsFor('GS26112300003', 'reply')
  let at = NOW.getTime()
  for (const fault of [{ kind: 'drop' }, { kind: 'dropAnswer' }, { kind: 'status', status: 502 }]) {
    await control('faults', { path: '/sign', fault })
    await send()
    expect((await standing('GS26112300003'))?.state).not.toBe('replied')
    at += 3_600_000
    town.at(new Date(at))
  }
  await send()
  await send()
  expect(await standing('GS26112300003')).toMatchObject({ state: 'replied' })
  const heard = ((await control('heard')) as { kind: string; number: string }[]).filter(({ number }) => number === 'GS26112300003')
  expect(heard.map(({ kind }) => kind)).toEqual(['sign', 'reply'])
  town.at(NOW)
})

test('an extension is asked of the platform once our own level has granted it; its yes moves the limit, its no leaves it', async () => {
  await give('GS26112300005', { due: '2026-11-25T09:00:00.000Z' })
  await pull()
  const { caseId } = await orderOf('GS26112300005')
  await secretary.call('casework.accept', { caseId })
  const granted = async () => {
    await secretary.call('casework.askTime', { caseId, kind: 'extend', until: '2026-11-26T09:00:00.000Z', reason: '等配件' })
    await dispatcher.call('casework.grantTime', { caseId, words: '同意' })
  }
  await control('mood', { about: 'extension', agrees: false, reason: '民生急件不延' })
  await granted()
  expect((await secretary.call('casework.getCase', { caseId })).redAt).toBe('2026-11-25T09:00:00.000Z')
  await waitsFor('GS26112300005', 'extension')
  await send()
  await send()
  const refused = (await dispatcher.call('hotline.listOrders', {})).items[0]!
  expect(refused).toMatchObject({ externalNumber: 'GS26112300005', message: { kind: 'extension', state: 'refused', reason: '民生急件不延' } })
  expect((await dispatcher.call('hotline.listOrders', { show: 'attention' })).items).toHaveLength(1)

  await control('mood', { about: 'extension', agrees: true })
  const messages = await dispatcher.call('hotline.listMessages', { orderId: refused.id })
  await dispatcher.call('hotline.resend', { orderId: refused.id, messageId: messages.items.at(-1)!.id })
  await send()
  expect((await secretary.call('casework.getCase', { caseId })).redAt).toBe('2026-11-26T09:00:00.000Z')
  expect((await dispatcher.call('hotline.listOrders', { show: 'attention' })).items).toEqual([])
})

test('what is not taken on goes back to the platform with its reason', async () => {
  const { caseId } = await orderOf('GS26112300004')
  await dispatcher.call('casework.decline', { caseId, reason: '属供电公司管，已告知' })
  await waitsFor('GS26112300004', 'return')
  await send()
  expect(await standing('GS26112300004')).toMatchObject({ state: 'returned' })
})

test('the day is compared: missing here, missing there, in another state', async () => {
  // Signed there, nobody took it on here.
  await give('GS26112300006')
  await pull()
  await fetch(`${simulators.url}/hotline/v1/orders/GS26112300006/sign`, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: JSON.stringify({ messageId: 'by-hand' }) })
  await give('GS26112300007')
  const report = await centre.call('hotline.reconcile', { day: '2026-11-23' })
  const { caseId } = await orderOf('GS26112300006')
  expect(report.rows).toContainEqual({ externalNumber: 'GS26112300007', difference: 'missingHere', theirs: 'issued' })
  expect(report.rows).toContainEqual({ externalNumber: 'GS26112300006', difference: 'stateDiffers', theirs: 'signed', ours: 'pending', caseId })
  expect((await centre.call('hotline.reconcile', { day: '2026-11-23' })).id).toBe(report.id)
  expect((await centre.call('hotline.listReports', {})).items).toHaveLength(1)

  await control('faults', { path: '/2026-11-23', fault: { kind: 'status', status: 500 } })
  expect((await centre.tries('hotline.reconcile', { day: '2026-11-23' })).code).toBe('hotline.platformAway')
  expect((await dispatcher.tries('hotline.reconcile', { day: '2026-11-23' })).code).toBe('core.forbidden')
})

test('a "no" after a hearing, which reopens nothing any more, stands before the desk instead of being lost', async () => {
  town.at(NOW)
  await give('GS26112300008')
  await pull()
  const { caseId } = await orderOf('GS26112300008')
  await secretary.call('casework.accept', { caseId })
  const answerAgain = () => secretary.call('casework.answer', { caseId, words: '修好了' })
  const saysNo = async (n: number) => {
    await control('call-backs', { id: `cb-8-${n}`, number: 'GS26112300008', satisfied: 'no', words: '还是没水', at: `2026-11-23T01:4${n}:00.000Z` })
    await pull()
  }
  for (const n of [1, 2, 3]) {
    await answerAgain()
    await saysNo(n)
    await eventually(async () => expect((await centre.call('casework.getCase', { caseId })).state).toBe('handling'))
  }
  const head = await town.staff('countyLeader', town.county)
  await head.call('casework.holdHearing', { caseId, words: '换水泵' })
  await answerAgain()
  await saysNo(4)
  expect((await orderOf('GS26112300008')).calledBack).toMatchObject({ satisfied: 'no', trouble: expect.stringContaining('不能自动重新办理') })
  expect((await dispatcher.call('hotline.listOrders', { show: 'attention' })).items.map(({ externalNumber }) => externalNumber)).toContain('GS26112300008')
})

test('who may see the case sees the order, nobody else, and no name or number lies open in the rows', async () => {
  const elsewhere = await town.staff('townDispatcher', town.there.townId)
  expect((await elsewhere.call('hotline.listOrders', {})).items).toEqual([])
  const { id } = await orderOf('GS26112300001')
  expect((await elsewhere.tries('hotline.listMessages', { orderId: id })).code).toBe('core.notFound')
  const stored = JSON.stringify([await rowsOf('hotline_orders'), await rowsOf('hotline_messages'), await rowsOf('journal'), await rowsOf('callers')])
  expect(stored).not.toContain('13900001111')
  expect(stored).not.toContain('赵桂兰')
})

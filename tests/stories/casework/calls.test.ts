import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'
import { rowsOf } from '../../concurrency/rows'

let town: Town
let clerk: Person
let secretary: Person
let member: Person

beforeAll(async () => {
  town = await aTown()
  clerk = await town.staff('townDispatcher', town.here.townId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterAll(() => town?.stop())

const PHONE = '13900001111'
const call = (about: object = {}) => ({ caseId: ulid(), channel: 'phone' as const, phone: '139-0000-1111', name: '赵桂兰', words: '井里打不上水', ...about })

test('a call is written down, goes to the grid of its place, and the clerk hears who has it until when', async () => {
  const receipt = await clerk.call('casework.fileForCaller', call({ place: { gridId: town.here.gridId }, wantsCallBack: true }))

  expect(receipt).toMatchObject({ title: '井里打不上水', handlerName: member.name, mayOpen: true })
  expect(receipt.serial).toMatch(/26-\d{4}$/)
  expect(Date.parse(receipt.acceptBy!)).toBeLessThan(Date.parse(receipt.redAt!))
  const seen = await member.call('casework.getCase', { caseId: receipt.caseId })
  expect(seen).toMatchObject({ channel: 'phone', wantsCallBack: true, requester: { name: '赵**', phone: '139****1111', isMe: false }, filedBy: { name: clerk.name, isMe: false } })
  expect(seen.timeline).toMatchObject([{ action: 'submit', byName: clerk.name }])
  const opened = await member.call('casework.revealRequester', { caseId: receipt.caseId, reason: '回电核实' })
  expect(opened).toEqual({ name: '赵桂兰', phone: PHONE })
})

test('of a family on one number each request keeps the name it came with', async () => {
  const { caseId } = await clerk.call('casework.fileForCaller', call({ name: '赵小军', place: { gridId: town.here.gridId } }))
  expect(await member.call('casework.revealRequester', { caseId, reason: '回电核实' })).toEqual({ name: '赵小军', phone: PHONE })
  expect((await rowsOf('callers')).filter(({ phoneIndex }) => phoneIndex)).toHaveLength(1)
})

test('a number shows its earlier cases, newest first, to who may see them, and the look is in the journal', async () => {
  const key = ulid()
  const found = await secretary.call('casework.findCaller', { phone: '+86 13900001111' }, { key })
  expect(found.caller).toEqual({ name: '赵**' })
  expect(found.cases.map(({ title, state }) => [title, state])).toEqual([['井里打不上水', 'pending'], ['井里打不上水', 'pending']])
  expect(Date.parse(found.cases[0]!.receivedAt)).toBeGreaterThanOrEqual(Date.parse(found.cases[1]!.receivedAt))

  const neighbour = await town.staff('villageSecretary', town.there.villageId)
  expect(await neighbour.call('casework.findCaller', { phone: PHONE })).toEqual({ cases: [] })
  expect(await neighbour.call('casework.findCaller', { phone: '13999999999' })).toEqual({ cases: [] })
  const looks = (await rowsOf('journal')).filter(({ operation }) => operation === 'casework.findCaller')
  expect(looks).toHaveLength(3)
  expect(JSON.stringify(looks)).not.toContain(PHONE)
})

test('a call about another township is taken, lies there, and opens to nobody here', async () => {
  const receipt = await clerk.call('casework.fileForCaller', call({ place: { point: town.there.point } }))
  expect(receipt.mayOpen).toBe(false)
  expect((await clerk.tries('casework.getCase', { caseId: receipt.caseId })).code).toBe('core.notFound')
  expect((await clerk.call('casework.findCaller', { phone: PHONE })).cases.map(({ id }) => id)).not.toContain(receipt.caseId)
  const there = await town.staff('townDispatcher', town.there.townId)
  expect((await there.call('casework.getCase', { caseId: receipt.caseId })).requester.name).toBe('赵**')
})

test('a letter needs no number, a call does; a wrong number says so at its field', async () => {
  const letter = call({ channel: 'petition', phone: undefined, name: undefined, words: '来信：桥栏杆断了' })
  const { caseId } = await clerk.call('casework.fileForCaller', { ...letter, place: { villageId: town.here.villageId } })
  expect((await clerk.call('casework.getCase', { caseId })).requester).toMatchObject({ name: '来信人', isMe: false })

  const without = await clerk.tries('casework.fileForCaller', call({ phone: undefined }))
  expect([without.code, without.error?.field]).toEqual(['casework.phoneNeeded', 'phone'])
  const wrong = await clerk.tries('casework.fileForCaller', call({ phone: '12345' }))
  expect([wrong.code, wrong.error?.field]).toEqual(['core.badInput', 'phone'])
})

test('nobody gets notices in the name of a caller, and the caller’s steps are nobody’s', async () => {
  const { caseId } = await clerk.call('casework.fileForCaller', call({ place: { gridId: town.here.gridId } }))
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '水泵修好了' })
  await eventually(async () => expect((await member.call('notice.listMine', {})).items.length).toBeGreaterThan(0))
  for (const who of [clerk, member, secretary]) {
    expect((await who.tries('casework.rate', { caseId, score: 5 })).code).toBe('casework.notYours')
    expect((await who.tries('casework.reopen', { caseId, words: '没好' })).code).toBe('casework.notYours')
  }
  const accounts = new Set((await rowsOf('accounts')).map(({ _id }) => _id))
  expect((await rowsOf('notices')).filter(({ to }) => !accounts.has(to as string))).toEqual([])
})

test('numbers and names of callers are not readable in the database', async () => {
  const stored = JSON.stringify([await rowsOf('callers'), await rowsOf('cases'), await rowsOf('case_history'), await rowsOf('journal')])
  expect(stored).not.toContain(PHONE)
  expect(stored).not.toContain('赵桂兰')
})

test('the same call saved twice at once under one key is one case; two clerks with one case id make one as well', async () => {
  const [one, key] = [call(), ulid()]
  const twice = await Promise.all([clerk.call('casework.fileForCaller', one, { key }), clerk.call('casework.fileForCaller', one, { key })])
  expect(new Set(twice.map(({ serial }) => serial)).size).toBe(1)

  const both = await Promise.all([clerk, secretary].map((who) => who.tries('casework.fileForCaller', { ...one, caseId: one.caseId }, { key: ulid() })))
  expect(both.map(({ code }) => code)).toEqual(['casework.alreadySubmitted', 'casework.alreadySubmitted'])
  expect((await rowsOf('cases')).filter(({ _id }) => _id === one.caseId)).toHaveLength(1)
})

test('a number that rings for the first time on many desks at once is one caller', async () => {
  const clerks = await Promise.all(Array.from({ length: 8 }, () => town.staff('townDispatcher', town.here.townId)))
  const receipts = await Promise.all(clerks.map((who) => who.call('casework.fileForCaller', call({ phone: '13700002222' }), { key: ulid() })))
  const requesters = new Set((await rowsOf('cases')).filter(({ _id }) => receipts.some(({ caseId }) => caseId === _id)).map(({ requesterId }) => requesterId))
  expect(requesters.size).toBe(1)
})

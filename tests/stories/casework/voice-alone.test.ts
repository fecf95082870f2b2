import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { workingTime } from '../../../server/src/modules/calendar'
import { eventually } from '../../support/eventually'
import { listen, type Listener } from '../../support/listen'
import { aPhoto, aVoice } from '../../support/media'

let town: Town
let elder: Person
let member: Person
let dispatcher: Person
let listeners: Listener[] = []
const caseId = ulid()

beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  member = await town.staff('gridMember', town.here.gridId)
  dispatcher = await town.staff('townDispatcher', town.here.townId)
}, 60_000)

afterAll(async () => {
  for (const { socket } of listeners) socket.close()
  await town?.stop()
})

const workedBetween = (from: string, to: string): Promise<number> => town.inCounty(async () => workingTime().between(new Date(from), new Date(to)))

const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)

test('a voice note alone is a complete request, in the hands of the township dispatcher within a second', async () => {
  listeners = [await listen(town.url, dispatcher.token), await listen(town.url, member.token)]
  const voiceFileId = ulid()
  const voice = await elder.upload('voice', await aVoice(3), voiceFileId)
  expect(voice).toMatchObject({ kind: 'voice', seconds: expect.any(Number) })

  const sentAt = Date.now()
  const filed = await elder.call('casework.submit', { caseId, voiceFileId }, { key: ulid() })
  await eventually(async () => expect(listeners[0]?.heard.map(({ event }) => event)).toEqual(['casework.submitted']))
  expect(Date.now() - sentAt).toBeLessThan(5_000)

  expect(filed.title).toMatch(/^一段语音 3″$/)
  expect(filed.place).toMatchObject({ by: 'bound', villageId: town.here.villageId })
  expect(filed.owner.name).toContain('村')
  expect(filed.handler.personId).toBeUndefined()
  expect(filed.requester).toEqual({ name: '赵**', phone: '139****1111', isMe: true })
  expect(listeners[1]?.heard).toEqual([])
})

test('the dispatcher hears it, fills in what was left out, and sends it to the grid', async () => {
  const seen = await dispatcher.call('casework.getCase', { caseId })
  const audio = await fetch(town.url + seen.voice!.url, { headers: { range: 'bytes=0-99' } })
  expect(audio.status).toBe(206)
  expect((await audio.arrayBuffer()).byteLength).toBe(100)

  const routed = await dispatcher.call('casework.route', { caseId, rev: seen.rev, category: 'road', summary: '村口路面塌了', place: { point: town.here.point } })

  expect(routed).toMatchObject({ title: '村口路面塌了', categoryLabel: '道路桥涵', place: { gridId: town.here.gridId }, handler: { personId: member.id } })
  // The road limit of seven working days counts from submission, not from routing.
  expect(await workedBetween(routed.receivedAt, routed.redAt!)).toBe(7 * 420)
  await eventually(async () => expect(await titles(member)).toEqual(['转来事项：村口路面塌了']))
  await eventually(async () => expect(await titles(elder)).toContain('已转办：村口路面塌了'))
})

test('the grid member handles it with photos, and the elder says it is not fixed', async () => {
  await member.call('casework.accept', { caseId })
  const photo = ulid()
  await member.upload('photo', await aPhoto(), photo)
  const handled = await member.call('casework.handle', { caseId, words: '先填了石子', photoFileIds: [photo] })
  expect(handled.timeline.at(-1)).toMatchObject({ action: 'handle', photos: [{ id: photo }] })
  await member.call('casework.answer', { caseId, words: '已经填平压实' })

  const reopened = await elder.call('casework.reopen', { caseId, words: '下雨又塌了' })

  expect(reopened).toMatchObject({ state: 'handling', reopenedCount: 1 })
  // A reopened case has half its limit.
  expect(Math.abs((await workedBetween(new Date().toISOString(), reopened.redAt!)) - (7 * 420) / 2)).toBeLessThanOrEqual(1)
  await eventually(async () => expect(await titles(member)).toContain('说没办好，请重办：村口路面塌了'))
})

test('fixed at last, it is rated and closes; everyone concerned heard every step', async () => {
  await member.call('casework.answer', { caseId, words: '换了涵管，浇了水泥' })
  const rated = await elder.call('casework.rate', { caseId, score: 5 })

  expect(rated).toMatchObject({ state: 'closed', colour: 'none' })
  const steps = ['submitted', 'routed', 'accepted', 'handled', 'answered', 'reopened', 'answered', 'rated'].map((word) => `casework.${word}`)
  await eventually(async () => expect(listeners[0]?.heard.filter(({ id }) => id === caseId).map(({ event }) => event)).toEqual(steps))
  // The grid hears from the moment the case came to it.
  await eventually(async () => expect(listeners[1]?.heard.filter(({ id }) => id === caseId).map(({ event }) => event)).toEqual(steps.slice(1)))
})

test('opening the full name takes a reason, and the journal keeps it', async () => {
  expect(await member.call('casework.revealRequester', { caseId, reason: '核实地点' })).toEqual({ name: '赵桂兰', phone: '13900001111' })

  const { items } = await dispatcher.call('journal.listEntries', { targetId: caseId, operation: 'casework.revealRequester' })

  expect(items).toMatchObject([{ actor: { name: '王建国' }, reason: '核实地点' }])
})

test('a photo is no voice, and another person’s photo is nobody else’s', async () => {
  const [photo, foreign] = [ulid(), ulid()]
  await elder.upload('photo', await aPhoto(), photo)
  await member.upload('photo', await aPhoto(), foreign)

  const asVoice = await elder.tries('casework.submit', { caseId: ulid(), voiceFileId: photo })
  const notOwn = await elder.tries('casework.submit', { caseId: ulid(), words: '路', photoFileIds: [foreign] })

  expect([asVoice.code, asVoice.error?.field, notOwn.code]).toEqual(['file.notYours', 'voiceFileId', 'file.notYours'])
  // Nothing was taken: the photo can still be used as one.
  expect(await elder.tries('casework.submit', { caseId: ulid(), photoFileIds: [photo] })).toMatchObject({ code: 'ok' })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../../server/src/core/database'
import { runJob } from '../../../cron/src/runner'
import { eventually } from '../../support/eventually'
import { listen } from '../../support/listen'
import { aPhoto, aVoice } from '../../support/media'

let town: Town
let liu: Person
let neighbour: Person
let member: Person
let secretary: Person
let desk: Person
let leader: Person
let centre: Person

beforeAll(async () => {
  town = await aTown()
  const { here } = town
  liu = await town.villager({ name: '刘春花', villageId: here.villageId, phone: '13900002222' })
  neighbour = await town.villager({ villageId: here.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('townLeader', here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

/** Noon of a working day, and the mornings after it. */
const FILED_AT = new Date('2026-11-18T04:07:23Z')
const NEXT_MORNING = new Date('2026-11-18T22:00:00Z')
const WORDS = '我家隔壁刘家的猪粪都倒进水渠里'
const TYPED = '有人把粪水倒进三社的水渠'

const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
const handedIn = () => runJob({ job: 'casework.applyHanded', maxSeconds: 60 }, { county: town.county })
const crossings = () => runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)

interface Filed {
  id: string
  draftId: string
  key: string
  voiceFileId: string
  photoFileId: string
}

const file = async (): Promise<Filed> => {
  town.at(FILED_AT)
  const [draftId, voiceFileId, photoFileId, key] = [ulid(), ulid(), ulid(), ulid()]
  await liu.upload('voice', await aVoice(2), voiceFileId)
  await liu.upload('photo', await aPhoto(), photoFileId)
  const { id } = await liu.call('casework.submit', { caseId: draftId, words: WORDS, voiceFileId, photoFileIds: [photoFileId], category: 'neighbour', names: 'sealed', place: { point: town.here.point } }, { key })
  return { id, draftId, key, voiceFileId, photoFileId }
}

const released = async (): Promise<Filed> => {
  const filed = await file()
  town.at(later(NEXT_MORNING, 120))
  await desk.call('casework.release', { caseId: filed.id, words: TYPED, photoFileIds: [filed.photoFileId] })
  return filed
}

const routed = async (): Promise<Filed> => {
  const filed = await released()
  await desk.call('casework.route', { caseId: filed.id, unitId: `committee-${town.here.villageId}` })
  return filed
}

const answered = async (): Promise<Filed & { at: Date }> => {
  const filed = await routed()
  await member.tries('casework.accept', { caseId: filed.id })
  await secretary.tries('casework.accept', { caseId: filed.id })
  const handler = (await desk.call('casework.getCase', { caseId: filed.id })).handler.personId === member.id ? member : secretary
  const at = later(NEXT_MORNING, 300)
  town.at(at)
  await handler.call('casework.answer', { caseId: filed.id, words: '已经叫他清走了' })
  return { ...filed, at }
}

test('a sealed report by voice is with the township within a second, and the village finds nothing of it', async () => {
  const ears = await listen(town.url, secretary.token)
  const deskEars = await listen(town.url, desk.token)
  const { id, draftId } = await file()
  expect(id).not.toBe(draftId)
  await eventually(async () => expect(deskEars.heard.map(({ event }) => event)).toContain('casework.submitted'))
  const mine = await liu.call('casework.getMine', { caseId: id })
  expect(mine).toMatchObject({ names: 'sealed', requester: { name: '隐名', isMe: true }, receivedAt: '2026-11-17T16:00:00.000Z', handler: { unitId: `township-${town.here.townId}` } })
  expect(mine.words).toBeUndefined()
  expect(mine.place).toEqual({ by: 'chosen', villageId: town.here.villageId, villageName: expect.any(String), townName: expect.any(String), gridId: town.here.gridId, gridName: expect.any(String) })
  expect(mine.sealed?.sayings).toMatchObject([{ n: 1, words: WORDS, isReleased: false, point: town.here.point }])
  const seen = await desk.call('casework.getCase', { caseId: id })
  expect(JSON.stringify(seen)).not.toContain(WORDS)
  expect(seen).toMatchObject({ title: '隐名反映：邻里纠纷', photos: [], sealed: { toRelease: { count: 1 } } })
  expect(seen.requester.phone).toBeUndefined()
  for (const person of [secretary, member]) {
    expect((await person.tries('casework.getCase', { caseId: id })).code).toBe('core.notFound')
    expect((await person.call('casework.listCases', { sort: 'newest', limit: 100 })).items.map((each) => each.id)).not.toContain(id)
  }
  expect(ears.heard.filter((each) => each.id === id)).toEqual([])
  for (const { socket } of [ears, deskEars]) socket.close()
})

test('nothing the database holds of the case in the clear names its reporter, by id, name, number or words', async () => {
  const { id, voiceFileId, photoFileId } = await file()
  await eventually(async () => expect(await titles(desk)).toContain('新事项：隐名反映：邻里纠纷'))
  const holding = async (mark: string): Promise<string[]> => {
    const names = (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    const found = await Promise.all(names.map(async (name) => [name, JSON.stringify(await database().collection(name).find().toArray())] as const))
    return found.filter(([, text]) => text.includes(mark)).map(([name]) => name)
  }
  expect(await holding(WORDS)).toEqual([])
  for (const name of ['cases', 'case_history', 'sealed_reports', 'sealed_sayings']) expect(await holding(liu.id)).not.toContain(name)
  const rows = await database().collection('journal').find({ 'targets.id': id }).toArray()
  expect(rows.map(({ operation, actorId, scopeKeys }) => ({ operation, isHers: actorId === liu.id, scopeKeys }))).toEqual([{ operation: 'casework.submit', isHers: false, scopeKeys: [town.county] }])
  const files = await database().collection<{ _id: string; uploaderId: string }>('files').find({ _id: { $in: [voiceFileId, photoFileId] } }).toArray()
  expect(files.map(({ uploaderId }) => uploaderId.slice(0, 2))).toEqual(['p_', 'p_'])
})

test('nothing goes down before it is typed out; the typist listens by a journaled command, and nobody of the village may', async () => {
  const { id, photoFileId } = await file()
  expect((await desk.tries('casework.route', { caseId: id, unitId: `committee-${town.here.villageId}` })).code).toBe('casework.releaseFirst')
  expect((await desk.tries('casework.release', { caseId: id, words: TYPED })).code).toBe('casework.releaseTooSoon')
  const { items } = await desk.call('casework.readSayings', { caseId: id })
  expect(items).toMatchObject([{ words: WORDS, voice: { kind: 'voice' }, photos: [{ id: photoFileId }], isReleased: false }])
  expect((await centre.call('journal.listEntries', { targetId: id, operation: 'casework.readSayings' })).items).toMatchObject([{ actor: { id: desk.id } }])
  const double = await town.staff('townDispatcher', town.here.townId)
  await town.alsoAppoint(double, { role: 'gridMember', regionId: town.here.gridId })
  const again = { ...double, ...(await signedInAgain(double)) }
  expect((await again.tries('casework.readSayings', { caseId: id })).code).toBe('casework.sealedFromVillage')
  expect((await desk.tries('casework.revealRequester', { caseId: id, reason: '核实' })).code).toBe('casework.sealedName')
  expect((await leader.tries('casework.release', { caseId: id, words: TYPED })).code).toBe('core.forbidden')
})

/** Appointments are read at the next request of a session made after them. */
const signedInAgain = async (person: Person): Promise<object> => {
  const { token } = await town.anonymous.call('identity.loginDemo', { username: person.id.toLowerCase() })
  const { speakAs } = await import('../../../server/src/testing/person')
  return { token, ...speakAs(town.url, token) }
}

test('released, the village has the typed words, a copy of the photo and the grid; nothing of before, and no instant of the reporter’s', async () => {
  const { id, photoFileId, voiceFileId } = await routed()
  const seen = await secretary.call('casework.getCase', { caseId: id })
  expect(seen).toMatchObject({ title: TYPED, words: TYPED, requester: { name: '隐名' } })
  expect(seen.photos).toHaveLength(1)
  expect(seen.photos[0]!.id).not.toBe(photoFileId)
  expect((await fetch(town.url + seen.photos[0]!.url)).status).toBe(200)
  expect(seen.timeline.map(({ action }) => action)).toEqual(['submit', 'release', 'route'])
  const text = JSON.stringify(seen)
  for (const mark of [WORDS, voiceFileId, photoFileId, liu.id, '04:07', String(town.here.point[0])]) expect(text).not.toContain(mark)
  expect(seen.sealed).toEqual({ releasedAt: expect.any(String) })
  expect((await secretary.tries('casework.askOpening', { openingId: ulid(), caseId: id, reason: '想知道是谁在告状' })).code).toBe('core.forbidden')
  await eventually(async () => expect(await titles(liu)).toContain('您隐名反映的事有新进展'))
  expect(JSON.stringify(await liu.call('notice.listMine', {}))).not.toContain(id)
})

test('answered and not fixed: what the reporter hands in is seen by nobody until the morning, then it is reopened one level up', async () => {
  const { id, at } = await answered()
  const ears = await listen(town.url, secretary.token)
  const before = await secretary.call('casework.getCase', { caseId: id })
  const key = ulid()
  const handed = await liu.call('casework.reopen', { caseId: id, words: '昨天夜里又倒了' }, { key })
  expect(handed).toMatchObject({ state: 'answered', rev: before.rev, sealed: { waiting: { action: 'reopen', due: '2026-11-19T22:00:00.000Z' } } })
  expect((await liu.tries('casework.reopen', { caseId: id, words: '又倒了' })).code).toBe('casework.stepWaiting')
  await handedIn()
  expect(await secretary.call('casework.getCase', { caseId: id })).toEqual(before)
  expect(ears.heard.filter((each) => each.id === id)).toEqual([])

  town.at(later(at, 24 * 60))
  await handedIn()
  await handedIn()
  const after = await secretary.call('casework.getCase', { caseId: id })
  expect(after).toMatchObject({ state: 'handling', reopenedCount: 1, owner: { unitId: `township-${town.here.townId}` } })
  expect(JSON.stringify(after)).not.toContain('昨天夜里')
  await eventually(async () => expect(ears.heard.filter((each) => each.id === id).map(({ event }) => event)).toEqual(['casework.reopened']))
  ears.socket.close()
  // Its words wait for the typist, the step did not.
  expect((await desk.call('casework.getCase', { caseId: id })).sealed?.toRelease?.count).toBe(1)
  await desk.call('casework.release', { caseId: id, words: '夜里又有人倒粪水' })
  expect((await secretary.call('casework.getCase', { caseId: id })).words).toBe(`${TYPED}\n夜里又有人倒粪水`)
  // Days later the same tap once more: it had been done.
  town.at(later(at, 5 * 24 * 60))
  expect(await liu.call('casework.reopen', { caseId: id, words: '昨天夜里又倒了' }, { key })).toMatchObject({ id, reopenedCount: 1 })
  expect(await database().collection('sealed_steps').countDocuments({ _id: id as never })).toBe(0)
})

test('a rating takes effect where the case would have closed by itself, and is not overtaken by that', async () => {
  const { id, at } = await answered()
  const handed = await liu.call('casework.rate', { caseId: id, score: 5 })
  expect(handed.sealed?.waiting?.due).toBe(handed.rateBy)
  town.at(later(at, 6 * 24 * 60))
  await Promise.all([handedIn(), crossings()])
  expect((await secretary.call('casework.getCase', { caseId: id })).state).toBe('answered')
  town.at(later(at, 7 * 24 * 60 + 1))
  await crossings()
  await handedIn()
  expect(await liu.call('casework.getMine', { caseId: id })).toMatchObject({ state: 'closed', isUnrated: false, rating: { score: 5 } })
})

test('what was handed in before the case would close by itself is done instead of that', async () => {
  const { id, at } = await answered()
  town.at(later(at, 7 * 24 * 60 - 60))
  await liu.call('casework.reopen', { caseId: id, words: '还是有味道' })
  town.at(later(at, 7 * 24 * 60 + 1))
  await crossings()
  expect((await secretary.call('casework.getCase', { caseId: id }))).toMatchObject({ state: 'handling', reopenedCount: 1 })
  expect(await database().collection('sealed_steps').countDocuments({ _id: id as never })).toBe(0)
})

test('a step the case has no room for when its time comes is told to the reporter', async () => {
  const { id } = await file()
  await liu.call('casework.withdraw', { caseId: id })
  await desk.call('casework.accept', { caseId: id })
  town.at(later(NEXT_MORNING, 1))
  await handedIn()
  expect((await liu.call('casework.getMine', { caseId: id })).sealed?.notTaken).toMatchObject({ action: 'withdraw', words: expect.stringContaining('状态') })
  expect((await desk.call('casework.getCase', { caseId: id })).state).toBe('accepted')
})

test('the same tap once more, at once or days later, is the same report; the draft does not go out under another level', async () => {
  const { id, draftId, key, voiceFileId, photoFileId } = await file()
  const input = { caseId: draftId, words: WORDS, voiceFileId, photoFileIds: [photoFileId], category: 'neighbour', names: 'sealed' as const, place: { point: town.here.point } }
  expect((await liu.call('casework.submit', input, { key })).id).toBe(id)
  town.at(later(FILED_AT, 3 * 24 * 60))
  expect((await liu.call('casework.submit', input, { key })).id).toBe(id)
  expect((await liu.tries('casework.submit', { ...input, names: 'hidden', voiceFileId: undefined, photoFileIds: [] })).code).toBe('casework.alreadySubmitted')
  expect(await database().collection('sealed_reports').countDocuments({ _id: id as never })).toBe(1)
})

test('nobody is offered it, joins it or merges it; no helper files one for another, no system either', async () => {
  const { id } = await routed()
  const plain = ulid()
  await neighbour.call('casework.submit', { caseId: plain, words: TYPED, category: 'water', place: { point: town.here.point } })
  const offered = await neighbour.call('casework.findSimilar', { words: TYPED, point: town.here.point })
  expect(offered.items.map((each) => each.id)).not.toContain(id)
  expect((await neighbour.tries('casework.join', { caseId: id })).code).toBe('core.notFound')
  expect((await desk.tries('casework.merge', { caseId: plain, children: [{ caseId: id }] })).code).toBe('casework.sealedAlone')
  expect((await desk.call('casework.listSimilar', { caseId: plain })).items.map((each) => each.id)).not.toContain(id)
  const forPerson = { name: '王老汉' }
  expect((await neighbour.tries('casework.submit', { caseId: ulid(), words: TYPED, category: 'affairs', names: 'sealed', forPerson })).code).toBe('casework.sealedForSelfOnly')
  expect((await neighbour.call('casework.submit', { caseId: ulid(), words: TYPED, category: 'affairs', forPerson })).names).toBeUndefined()
  expect((await neighbour.tries('casework.submit', { caseId: ulid(), words: TYPED, category: 'affairs', names: 'public' })).code).toBe('casework.namesNotOffered')
})

test('the list of one’s own holds sealed and other requests together, newest first, page by page', async () => {
  const zhao = await town.villager({ villageId: town.here.villageId })
  const ids: string[] = []
  for (const [day, names] of (['sealed', 'hidden', 'sealed', 'hidden'] as const).entries()) {
    town.at(later(FILED_AT, day * 24 * 60))
    ids.unshift((await zhao.call('casework.submit', { caseId: ulid(), words: `第${day}件`, names })).id)
  }
  const first = await zhao.call('casework.listMine', { limit: 3 })
  const rest = await zhao.call('casework.listMine', { limit: 3, cursor: first.next! })
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
  expect(first.items.map(({ names }) => names ?? 'hidden')).toEqual(['hidden', 'sealed', 'hidden'])
  expect(first.items[1]!.can).toContain('withdraw')
})

test('a caller is given a code by the township, which the village cannot; with the code anybody sees how it goes, and not whose it is', async () => {
  town.at(FILED_AT)
  const call = { caseId: ulid(), channel: 'phone' as const, phone: '13711112222', name: '赵老四', words: '低保名额给了亲戚', category: 'affairs', names: 'sealed' as const, place: { villageId: town.here.villageId } }
  expect((await secretary.tries('casework.fileForCaller', call)).code).toBe('casework.sealedForSelfOnly')
  const receipt = await desk.call('casework.fileForCaller', call)
  expect(receipt.code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  expect((await desk.call('casework.findCaller', { phone: call.phone })).caller).toBeUndefined()
  const status = await town.anonymous.call('casework.statusByCode', { code: receipt.code!.toLowerCase().replaceAll('-', ' ') })
  expect(status).toMatchObject({ serial: receipt.serial, state: 'pending', on: '2026-11-18', steps: [{ words: '有人反映' }] })
  expect(JSON.stringify(status)).not.toContain('低保名额')
  const unknown = await town.anonymous.tries('casework.statusByCode', { code: '0000-0000-0000-0000' })
  expect(unknown.code).toBe('casework.unknownQueryCode')
  expect((await town.anonymous.tries('casework.statusByCode', { code: '0000' })).code).toBe('core.badInput')
  expect((await fetch(`${town.url}/api/casework.statusByCode?input={}`)).status).toBe(404)
  const { id } = await file()
  const { code } = (await liu.call('casework.getMine', { caseId: id })).sealed!
  expect((await town.anonymous.call('casework.statusByCode', { code: code! })).serial).toBe((await liu.call('casework.getMine', { caseId: id })).serial)
})

test('whoever wants to be known is named where it is published, and nobody else ever is', async () => {
  for (const names of ['public', undefined] as const) {
    const caseId = ulid()
    town.at(FILED_AT)
    await liu.call('casework.submit', { caseId, words: '路面塌了', category: 'road', place: { point: town.here.point }, ...(names ? { names } : {}) })
    await member.call('casework.accept', { caseId })
    await member.call('casework.publish', { caseId, summary: '三社路面塌了' })
    expect((await town.anonymous.call('casework.getPublic', { caseId })).requesterName).toBe(names ? '刘春花' : undefined)
  }
})

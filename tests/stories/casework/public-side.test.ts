import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../../server/src/core/database'
import { runSystemCommand } from '../../../server/src/core/run-system'
import { aPhoto } from '../../support/media'
import { eventually } from '../../support/eventually'

const DAY = 86_400_000
let town: Town
let member: Person
let requester: Person
let neighbour: Person

beforeAll(async () => {
  town = await aTown()
  member = await town.staff('gridMember', town.here.gridId)
  requester = await town.villager({ name: '赵铁柱', phone: '13912345678', villageId: town.here.villageId })
  neighbour = await town.villager({ name: '孙二娘' })
}, 60_000)
afterAll(() => town?.stop())

const SAID = '村口水泵坏了，我是赵铁柱，电话13912345678，甘L12345压的'

const accepted = async (over: object = {}): Promise<string> => {
  const caseId = ulid()
  await requester.call('casework.submit', { caseId, words: SAID, category: 'water', place: { point: town.here.point, words: '赵家门前' }, ...over })
  await member.call('casework.accept', { caseId })
  return caseId
}
const publishInput = (caseId: string) => ({ caseId, summary: '村口的水泵坏了，抽不上水' })
const everybody = () => town.anonymous

test('before it is published nobody finds it, and before it is accepted nobody can publish it', async () => {
  const caseId = ulid()
  await requester.call('casework.submit', { caseId, words: SAID, place: { point: town.here.point } })
  expect((await member.tries('casework.publish', publishInput(caseId))).code).toBe('casework.wrongState')
  await member.call('casework.accept', { caseId })
  expect((await everybody().tries('casework.getPublic', { caseId })).code).toBe('core.notFound')
  expect((await everybody().tries('casework.getWhy', { caseId })).code).toBe('core.notFound')
  expect((await neighbour.tries('casework.follow', { caseId })).code).toBe('core.notFound')
})

test('the draft comes masked; what is typed with a number in it does not go out', async () => {
  const caseId = await accepted()
  const draft = await member.call('casework.draftSummary', { caseId })
  expect(draft).toMatchObject({ summary: '村口水泵坏了，我是赵铁柱，电话〔电话〕，〔车牌〕压的', hasPoint: true, hasAnswer: false })
  expect((await neighbour.tries('casework.draftSummary', { caseId })).code).toBe('core.forbidden')
  expect((await requester.tries('casework.publish', publishInput(caseId))).code).toBe('core.forbidden')
  const refused = await member.tries('casework.publish', { caseId, summary: '找 139 1234 5678' })
  expect([refused.code, refused.error?.field]).toEqual(['casework.privateWords', 'summary'])
  expect((await member.tries('casework.publish', { caseId, summary: '长'.repeat(201) })).error?.field).toBe('summary')
})

test('a home is its grid, a pump is where it stands; nothing private lies in what the public reads', async () => {
  const caseId = await accepted()
  await member.call('casework.publish', publishInput(caseId))
  const home = await everybody().call('casework.getPublic', { caseId })
  expect(home).toMatchObject({ summary: '村口的水泵坏了，抽不上水', status: 'open', villageId: town.here.villageId, photos: [] })
  expect(home.point).toBeUndefined()
  const [drawn] = (await everybody().call('casework.listPublicOnMap', { west: 105, south: 34, east: 108, north: 37, regionId: town.here.gridId })).items.filter(({ id }) => id === caseId)
  expect(drawn?.spotIs).toBe('grid')

  await member.call('casework.publish', { ...publishInput(caseId), isPublicPlace: true })
  const pump = await everybody().call('casework.getPublic', { caseId })
  expect(pump.point).toEqual(town.here.point.map((value) => Math.round(value * 1e4) / 1e4))

  const stored = JSON.stringify(await database().collection<{ _id: string }>('public_cases').findOne({ _id: caseId }))
  for (const secret of ['赵', '139', '甘L', requester.id, member.id, '门前']) expect({ secret, isIn: stored.includes(secret) }).toEqual({ secret, isIn: false })
})

test('the requester’s own village is shown as the village, and no finer', async () => {
  const caseId = ulid()
  await requester.call('casework.submit', { caseId, words: '自来水断了', category: 'water' })
  const secretary = await town.staff('townDispatcher', town.here.townId)
  await secretary.call('casework.accept', { caseId })
  await secretary.call('casework.publish', { ...publishInput(caseId), isPublicPlace: true })
  expect(await everybody().call('casework.getPublic', { caseId })).toMatchObject({ villageId: town.here.villageId })
  expect((await everybody().call('casework.getPublic', { caseId })).gridName).toBeUndefined()
})

test('only ticked photos go out, and only of this case', async () => {
  const [one, two, strange] = [ulid(), ulid(), ulid()]
  for (const id of [one, two, strange]) await requester.upload('photo', await aPhoto(), id)
  const caseId = await accepted({ photoFileIds: [one, two] })
  expect((await member.tries('casework.publish', { ...publishInput(caseId), photoFileIds: [strange] })).code).toBe('casework.notItsPhoto')
  expect((await member.call('casework.draftSummary', { caseId })).photos.map(({ id }) => id)).toEqual([one, two])
  await member.call('casework.publish', { ...publishInput(caseId), photoFileIds: [two] })
  const { photos } = await everybody().call('casework.getPublic', { caseId })
  expect(photos.map(({ id }) => id)).toEqual([two])
  expect((await fetch(town.url + photos[0]!.url)).status).toBe(200)
})

test.each(['welfare', 'affairs', 'neighbour', 'medical'])('%s stays with the parties; a case moved there goes out of sight, and its words with it', async (category) => {
  const caseId = await accepted()
  await member.call('casework.publish', publishInput(caseId))
  const secretary = await town.staff('villageSecretary', town.here.villageId)
  await secretary.call('casework.route', { caseId, category })
  await eventually(async () => expect((await everybody().tries('casework.getPublic', { caseId })).code).toBe('core.notFound'))
  const stored = await database().collection<{ _id: string }>('public_cases').findOne({ _id: caseId })
  expect(stored).toMatchObject({ isShown: false, summary: '', keys: [] })
  expect((await member.tries('casework.publish', publishInput(caseId))).code).toBe('casework.notPublishable')
  expect((await member.call('casework.draftSummary', { caseId })).refusal).toBe('casework.notPublishable')
})

test('the public page moves with the case; the answer goes out as edited, and its followers hear', async () => {
  const caseId = await accepted()
  await member.call('casework.publish', publishInput(caseId))
  await neighbour.call('casework.follow', { caseId })
  await neighbour.call('casework.follow', { caseId })
  expect(await neighbour.call('casework.getFollow', { caseId })).toEqual({ isFollowed: true })
  expect(await database().collection('case_follows').countDocuments({ caseId })).toBe(1)

  await member.call('casework.handle', { caseId, words: '联系了赵铁柱 13912345678' })
  await member.call('casework.answer', { caseId, words: '水泵换了，赵铁柱签了字，电话13912345678' })
  await eventually(async () => expect(await everybody().call('casework.getPublic', { caseId })).toMatchObject({ state: 'answered' }))
  const shown = await everybody().call('casework.getPublic', { caseId })
  expect(shown.answer).toBeUndefined()
  expect(shown.timeline.map(({ action }) => action)).toEqual(['submit', 'accept', 'handle', 'answer'])
  expect(JSON.stringify(shown)).not.toMatch(/铁柱|139/)

  const draft = await member.call('casework.draftSummary', { caseId })
  expect(draft.answer).toBe('水泵换了，赵铁柱签了字，电话〔电话〕')
  await member.call('casework.publish', { ...publishInput(caseId), answer: '水泵换了' })
  expect((await everybody().call('casework.getPublic', { caseId })).answer).toBe('水泵换了')

  await eventually(async () => {
    const { items } = await neighbour.call('notice.listMine', {})
    expect(items.map(({ title, about }) => [title, about.type])).toContainEqual(['关注的事：村口的水泵坏了，抽不上水', 'publicCase'])
  })
  await requester.call('casework.reopen', { caseId, words: '又坏了' })
  await eventually(async () => expect((await everybody().call('casework.getPublic', { caseId })).answer).toBeUndefined())
  await neighbour.call('casework.unfollow', { caseId })
  expect(await neighbour.call('casework.getFollow', { caseId })).toEqual({ isFollowed: false })
})

test('taken down it is gone at once, with the reason in the history, and no late step brings it back', async () => {
  const caseId = await accepted()
  await member.call('casework.publish', publishInput(caseId))
  await member.call('casework.handle', { caseId, words: '去看过' })
  const view = await member.call('casework.unpublish', { caseId, reason: '反映人不愿意' })
  expect(view.timeline.at(-1)).toMatchObject({ action: 'unpublish', words: '反映人不愿意' })
  expect(view.can).not.toContain('unpublish')
  expect((await everybody().tries('casework.getPublic', { caseId })).code).toBe('core.notFound')
  await member.call('casework.handle', { caseId, words: '又去看过' })
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(await database().collection('public_cases').countDocuments({ _id: caseId as never })).toBe(0)
  expect((await member.tries('casework.unpublish', { caseId, reason: '再来一次' })).code).toBe('casework.notPublished')
})

test('of two who publish at once what they looked at, one goes through', async () => {
  const caseId = await accepted()
  const { rev } = await member.call('casework.getCase', { caseId })
  const tried = await Promise.all(['甲', '乙'].map((word) => member.tries('casework.publish', { caseId, rev, summary: `水泵坏了${word}` })))
  expect(tried.map(({ code }) => code).sort()).toEqual(['core.staleRevision', 'ok'])
})

test('lists narrow by region, category and status, and go on page by page without gap or repeat', async () => {
  const other = await town.staff('gridMember', town.there.gridId)
  const ids: string[] = []
  for (let index = 0; index < 5; index += 1) {
    const caseId = ulid()
    await requester.call('casework.submit', { caseId, words: '路灯不亮', category: index % 2 ? 'power' : 'road', place: { point: town.there.point } })
    await other.call('casework.accept', { caseId })
    await other.call('casework.publish', { caseId, summary: `第 ${index} 件` })
    ids.push(caseId)
  }
  const read: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await everybody().call('casework.listPublic', { regionId: town.there.townId, limit: 2, ...(cursor ? { cursor } : {}) })
    read.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    cursor = page.next
  }
  expect(read).toEqual([...ids].reverse())
  const list = async (filter: object) => (await everybody().call('casework.listPublic', filter)).items.map(({ id }) => id)
  expect(await list({ regionId: town.there.villageId, category: 'power' })).toEqual([ids[3], ids[1]])
  expect(await list({ regionId: town.there.villageId, status: 'closed' })).toEqual([])
  expect(await list({ regionId: 'nowhere' })).toEqual([])
  expect(await list({ box: { west: 0, south: 0, east: 1, north: 1 } })).toEqual([])
  expect((await list({ regionId: town.there.gridId, box: { west: 105, south: 34, east: 108, north: 37 } })).length).toBe(5)
})

test('an unchanged public answer is 304', async () => {
  const url = `${town.url}/api/casework.listPublic`
  const first = await fetch(url)
  const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' } })
  expect([first.status, again.status]).toEqual([200, 304])
})

test('every automatic step tells its rule, version, data and time: to everybody what they may know, to the requester all', async () => {
  const caseId = await accepted()
  await member.call('casework.publish', publishInput(caseId))
  const { items } = await everybody().call('casework.getWhy', { caseId })
  expect(items.map(({ rule }) => rule)).toEqual(['place.byPoint', 'owner.byVillage', 'handler.gridMember', 'department.byCategory', 'grade.byCategory', 'limit.byCategory'])
  for (const step of items) expect(step).toMatchObject({ version: 1, words: expect.stringMatching(/[\u4e00-\u9fff]/), at: expect.any(String) })
  expect(items.at(-1)?.facts).toEqual([{ label: '类别', value: '饮水灌溉' }, { label: '总时限', value: '3 个工作日' }])

  await member.call('casework.answer', { caseId, words: '换了' })
  town.at(new Date(Date.now() + 7 * DAY + 1))
  await runSystemCommand('casework.closeUnrated', { caseId }, { county: town.county })
  town.at(null)
  const own = (await requester.call('casework.getOwnWhy', { caseId })).items
  expect(own.slice(-2).map(({ rule }) => rule)).toEqual(['clock.standsAtAnswer', 'close.unrated'])
  expect(await member.call('casework.getOwnWhy', { caseId })).toEqual({ items: own })
  expect((await neighbour.tries('casework.getOwnWhy', { caseId })).code).toBe('core.notFound')
})

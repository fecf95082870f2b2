import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import type { Point } from '@xiangli/shared/core/fields'
import { DAY } from '@xiangli/shared/core/time'
import { rowsOf } from '../../concurrency/rows'
import { eventually } from '../../support/eventually'

const REPORTS = 30
const MINUTE = 60_000

let town: Town
let secretary: Person
let desk: Person
let member: Person
let families: Person[]

beforeAll(async () => {
  town = await aTown()
  const { here } = town
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  member = await town.staff('gridMember', here.gridId)
  families = await Promise.all(Array.from({ length: REPORTS }, () => town.villager({ villageId: here.villageId })))
}, 90_000)
afterAll(() => town?.stop())

/** Some steps aside, still in the grid. */
const nearby = (steps: number): Point => [town.here.point[0] + steps * 0.00002, town.here.point[1]]
const submit = async (who: Person, words: string, about: { point?: Point; category?: string } = {}): Promise<string> => {
  const caseId = ulid()
  const { point = town.here.point, category } = about
  await who.call('casework.submit', { caseId, words, place: { point }, ...(category ? { category } : {}) })
  return caseId
}
const draft = (words: string, point = nearby(5)) => ({ point, words })
const offered = async (who: Person, words: string) => (await who.call('casework.findSimilar', draft(words))).items
const placed = (caseId: string, isThere: boolean) =>
  eventually(async () => expect((await rowsOf('open_places')).some(({ _id }) => _id === caseId)).toBe(isThere))
const told = async (who: Person): Promise<string[]> => (await who.call('notice.listMine', { limit: 100 })).items.map(({ title }) => title)

describe('a blackout of thirty reports', () => {
  let parent: string
  let children: string[]
  let first: Person

  test('is filed by thirty families, each offered what the first has said', async () => {
    first = families[0]!
    parent = await submit(first, '从早上开始停电，冰箱都化了，我电话 13912345678')
    await placed(parent, true)
    const [seen] = await offered(families[1]!, '没电了')
    expect(seen).toMatchObject({ id: parent, state: 'pending', words: '从早上开始停电，冰箱都化了，我电话 〔电话〕', why: { isSameKind: true, isTextAlike: true }, isMine: false, isJoined: false, supporters: 0, reports: 1 })
    expect(JSON.stringify(seen)).not.toMatch(/李|13912345678|requester|serial/)
    expect(seen).not.toHaveProperty('place')
    children = []
    for (const [at, who] of families.slice(1).entries()) children.push(await submit(who, `我们这边没电了，第 ${at} 家`, { point: nearby(at) }))
    await placed(children.at(-1)!, true)
  }, 60_000)

  test('is offered to staff with why each is alike, and those beyond their view are not', async () => {
    const { items } = await secretary.call('casework.listSimilar', { caseId: parent })
    expect(items).toHaveLength(5)
    for (const each of items) expect(each).toMatchObject({ why: { isSameKind: true, isTextAlike: true }, canMergeInto: true, canTakeIn: true })
    const elsewhere = await town.staff('villageSecretary', town.there.villageId)
    expect((await elsewhere.tries('casework.listSimilar', { caseId: parent })).code).toBe('core.notFound')
  })

  test('becomes one case by one decision; each family hears so and finds their own report', async () => {
    await member.call('casework.accept', { caseId: children[0]! })
    const merged = await secretary.call('casework.merge', { caseId: parent, children: children.map((caseId) => ({ caseId })), note: '同一条线路' })
    expect(merged).toMatchObject({ id: parent, childCount: REPORTS - 1, state: 'pending' })
    expect((await secretary.call('casework.listChildren', { caseId: parent, limit: 100 })).items.map(({ id, state }) => ({ id, state }))).toEqual(children.map((id) => ({ id, state: 'merged' })))
    await eventually(async () => expect(await told(families[7]!)).toContainEqual(expect.stringContaining('和别人反映的一起办')))
    const mine = await families[7]!.call('casework.getMine', { caseId: children[6]! })
    expect(mine).toMatchObject({ state: 'merged', colour: 'none', merged: { state: 'pending' }, can: [] })
    expect(mine.merged).not.toHaveProperty('id')
    expect(JSON.stringify(mine.merged)).not.toMatch(/13912345678/)
  }, 60_000)

  test('is from then on offered as the one, to villagers and to staff', async () => {
    await placed(children.at(-1)!, false)
    const late = await town.villager({ villageId: town.here.villageId })
    expect((await offered(late, '停电')).map(({ id, reports }) => ({ id, reports }))).toEqual([{ id: parent, reports: REPORTS }])
    const another = await submit(late, '还是没电')
    await placed(another, true)
    expect((await secretary.call('casework.listSimilar', { caseId: another })).items[0]).toMatchObject({ id: parent, canMergeInto: true, canTakeIn: false })
    await late.call('casework.withdraw', { caseId: another })
  })

  test('may be joined without another report, once however often, and left again', async () => {
    const neighbour = await town.villager({ villageId: town.here.villageId })
    expect(await neighbour.call('casework.join', { caseId: parent })).toEqual({ caseId: parent, isJoined: true, supporters: 1 })
    expect((await neighbour.call('casework.join', { caseId: parent })).supporters).toBe(1)
    expect((await neighbour.call('casework.listJoined', {})).items).toMatchObject([{ id: parent, state: 'pending', reports: REPORTS }])
    expect(JSON.stringify(await neighbour.call('casework.getJoined', { caseId: parent }))).not.toMatch(/李秀英|李\*|13912345678|"point"/)
    expect((await neighbour.call('casework.listMine', {})).items).toEqual([])
    expect((await first.tries('casework.join', { caseId: parent })).code).toBe('casework.ownCase')
    await eventually(async () => expect((await secretary.call('casework.getCase', { caseId: parent })).supporterCount).toBe(1))
    expect(await neighbour.call('casework.leave', { caseId: parent })).toMatchObject({ isJoined: false, supporters: 0 })
    expect((await neighbour.tries('casework.getJoined', { caseId: parent })).code).toBe('core.notFound')
    await neighbour.call('casework.join', { caseId: parent })
    families.push(neighbour)
  })

  test('is not withdrawn from under the others, and gets one answer that reaches all', async () => {
    expect((await first.tries('casework.withdraw', { caseId: parent })).code).toBe('casework.othersMerged')
    await member.call('casework.accept', { caseId: parent })
    await member.call('casework.answer', { caseId: parent, words: '变压器换好了，有事打 13812345678' })
    for (const who of families.slice(1)) await eventually(async () => expect(await told(who)).toContainEqual(expect.stringContaining('说办好了')))
    expect((await told(first)).filter((title) => title.includes('办好了'))).toEqual([expect.stringContaining('办好了吗')])
    const mine = await families[7]!.call('casework.getMine', { caseId: children[6]! })
    expect(mine).toMatchObject({ merged: { state: 'answered', answer: { words: '变压器换好了，有事打 〔电话〕' } }, can: ['reopen'] })
  }, 60_000)

  test('whose answer does not hold for one family goes on for that family alone', async () => {
    const again = await families[7]!.call('casework.reopen', { caseId: children[6]!, words: '就我家还没电' })
    expect(again).toMatchObject({ state: 'handling', reopenedCount: 1 })
    expect(again.merged).toBeUndefined()
    await first.call('casework.rate', { caseId: parent, score: 5 })
    const closed = await secretary.call('casework.getCase', { caseId: parent })
    expect(closed).toMatchObject({ state: 'closed', childCount: REPORTS - 2 })
    await eventually(async () => expect(await told(families[3]!)).toContainEqual(expect.stringContaining('办结了')))
    expect((await told(families[7]!)).filter((title) => title.includes('办结了'))).toEqual([])
  })
})

describe('a case taken out of a merging', () => {
  test('is what it was: state, owner, handler, and limits that ran from its first submission', async () => {
    const [one, other] = [await submit(families[0]!, '路灯不亮'), await submit(families[1]!, '路灯不亮了')]
    await member.call('casework.accept', { caseId: other })
    const before = await member.call('casework.handle', { caseId: other, words: '去看过了' })
    await desk.call('casework.merge', { caseId: one, children: [{ caseId: other, rev: before.rev }] })
    town.at(new Date(Date.now() + 60 * MINUTE))

    const after = await desk.call('casework.unmerge', { caseId: other, reason: '不是同一盏' })

    const { state, redAt, yellowAt, owner, handler } = before
    expect(after).toMatchObject({ state, redAt, yellowAt, owner, handler: { personId: handler.personId, since: handler.since } })
    expect((await desk.call('casework.getCase', { caseId: one })).childCount).toBeUndefined()
    expect(after.timeline.map(({ action }) => action)).toEqual(['submit', 'accept', 'handle', 'merge', 'unmerge'])
    town.at(null)
    await placed(other, true)
  })

  test('is refused a week after the other was closed, and so is its requester’s 没办好', async () => {
    const [one, other] = [await submit(families[0]!, '路灯不亮'), await submit(families[1]!, '路灯不亮了')]
    await desk.call('casework.merge', { caseId: one, children: [{ caseId: other }] })
    expect((await families[1]!.tries('casework.reopen', { caseId: other, words: '没好' })).code).toBe('casework.mergedUnanswered')
    await secretary.call('casework.decline', { caseId: one, reason: '不归这里管' })
    town.at(new Date(Date.now() + 7 * DAY + MINUTE))
    const entered = await town.anonymous.call('identity.loginDemo', { username: desk.id.toLowerCase() })
    const { speakAs } = await import('../../../server/src/testing/person')
    expect((await speakAs(town.url, entered.token).tries('casework.unmerge', { caseId: other })).code).toBe('casework.unmergeTooLate')
    town.at(null)
    expect((await desk.call('casework.unmerge', { caseId: other })).state).toBe('pending')
  })
})

describe('a merging is refused whole', () => {
  test('as a chain, to itself, across towns, by who has no say there, at another revision', async () => {
    const who = families[0]!
    const [a, b, c] = [await submit(who, '水管漏水'), await submit(who, '水管漏水了'), await submit(who, '水管还在漏水')]
    const abroad = await submit(who, '水管漏水', { point: town.there.point })
    const centre = await town.staff('countyDispatcher', town.county)
    await desk.call('casework.merge', { caseId: a, children: [{ caseId: b }] })
    const cases: [Person, string, { caseId: string; rev?: number }[], string][] = [
      [desk, c, [{ caseId: a }], 'casework.hasChildren'],
      [desk, b, [{ caseId: c }], 'casework.wrongState'],
      [desk, c, [{ caseId: c }], 'casework.notTogether'],
      [centre, c, [{ caseId: abroad }], 'casework.notTogether'],
      [desk, c, [{ caseId: abroad }], 'core.notFound'],
      [member, a, [{ caseId: c }], 'core.forbidden'],
      [desk, a, [{ caseId: c, rev: 9 }], 'core.staleRevision'],
      [centre, a, [{ caseId: c }, { caseId: abroad }], 'casework.notTogether'],
      [desk, a, [{ caseId: c }, { caseId: c }], 'core.badInput'],
    ]
    for (const [actor, caseId, children, code] of cases) expect({ code, is: (await actor.tries('casework.merge', { caseId, children })).code }).toEqual({ code, is: code })
    expect((await desk.call('casework.getCase', { caseId: c })).rev).toBe(1)
    expect((await desk.call('casework.getCase', { caseId: a })).childCount).toBe(1)
  })
})

test('nobody is offered, or joins, what is a household’s own or nobody has sorted', async () => {
  const [li, other] = [families[2]!, families[3]!]
  const own = [await submit(li, '老王天天打人，家暴'), await submit(li, '低保没了', { category: 'welfare' }), await submit(li, '有个事想说')]
  for (const caseId of own) await placed(caseId, true)
  for (const words of ['老王打人', '低保没了', '有个事想说']) expect(await offered(other, words)).toEqual([])
  for (const caseId of own) expect((await other.tries('casework.join', { caseId })).code).toBe('core.notFound')
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'
import { rowsOf } from '../../concurrency/rows'

const MINUTE = 60_000
let town: Town
let helper: Person
let member: Person
let secretary: Person

beforeAll(async () => {
  town = await aTown()
  helper = await town.villager({ name: '李小军', villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
}, 60_000)
afterAll(() => town?.stop())

const elder = { name: '孙玉芬', phone: '13600001234' }
const file = async (about: object = {}) => {
  const caseId = ulid()
  return helper.call('casework.submit', { caseId, words: '屋顶漏雨，老人自己修不了', place: { point: town.here.point }, forPerson: elder, ...about })
}
const titlesOf = async (who: Person) => (await who.call('notice.listMine', {})).items.map(({ title }) => title)

test('an elder’s case by a helper names both, and the helper is told how it goes', async () => {
  const filed = await file()
  expect(filed).toMatchObject({ channel: 'helper', requester: { name: '孙玉芬', phone: '136****1234', isMe: false }, filedBy: { name: '李小军', isMe: true } })
  expect(filed.can).toEqual(['supplement', 'disown'])
  expect(filed.timeline).toMatchObject([{ action: 'submit', byMe: true, channel: 'helper' }])

  const caseId = filed.id
  const seen = await member.call('casework.getCase', { caseId })
  expect(seen).toMatchObject({ requester: { name: '孙**', phone: '136****1234' }, filedBy: { name: '李小军', isMe: false } })
  await member.call('casework.accept', { caseId })
  await member.call('casework.ask', { caseId, question: '漏的是哪一间' })
  await eventually(async () => expect(await titlesOf(helper)).toEqual(expect.arrayContaining([expect.stringMatching(/^有人在办了/), expect.stringMatching(/^请补充情况/)])))
  expect((await helper.call('casework.supplement', { caseId, words: '西边那间' })).asked).toBeUndefined()
  expect((await member.call('casework.revealRequester', { caseId, reason: '约上门时间' }))).toEqual({ name: '孙玉芬', phone: elder.phone })
})

test('the helper’s list shows one’s own and others’ requests in one order, page by page', async () => {
  const own = ulid()
  await helper.call('casework.submit', { caseId: own, words: '我自己的事', place: { villageId: town.here.villageId } })
  await file({ forPerson: { name: '周大爷' } })
  const all: { title: string; requesterName: string; filedByMe: boolean }[] = []
  let cursor: string | undefined
  do {
    const page = await helper.call('casework.listMine', { limit: 1, ...(cursor ? { cursor } : {}) })
    all.push(...page.items)
    cursor = page.next
  } while (cursor)
  expect(all.map(({ requesterName, filedByMe }) => [requesterName, filedByMe])).toEqual([['周大爷', true], ['李**', false], ['孙玉芬', true]])
})

test('the helper undoes it, with a reason everybody sees; the doer hears', async () => {
  const { id: caseId } = await file()
  await member.call('casework.accept', { caseId })
  const undone = await helper.call('casework.disown', { caseId, reason: '她儿子回来修好了' })
  expect(undone).toMatchObject({ state: 'withdrawn', colour: 'none', reason: '她儿子回来修好了', can: [] })
  await eventually(async () => expect(await titlesOf(member)).toContainEqual(expect.stringMatching(/^已撤销，不用办了/)))
})

test('on the elder’s word anyone of the village undoes it until the 72nd hour, in the journal; the helper hears', async () => {
  const start = new Date()
  const filedAgo = async (minutes: number) => {
    town.at(new Date(start.getTime() - minutes * MINUTE))
    const { id } = await file()
    town.at(start)
    return id
  }
  const [inTime, tooLate] = [await filedAgo(72 * 60 - 1), await filedAgo(72 * 60 + 1)]
  const officer = await town.staff('informationOfficer', town.here.villageId)
  const undone = await officer.call('casework.disown', { caseId: inTime, reason: '本人说不是她的意思' })
  expect(undone).toMatchObject({ state: 'withdrawn', reason: '本人说不是她的意思' })
  expect((await secretary.tries('casework.disown', { caseId: tooLate, reason: '本人说不要' })).code).toBe('casework.undoTooLate')
  expect((await secretary.call('casework.getCase', { caseId: tooLate })).can).not.toContain('disown')
  town.at(null)
  await eventually(async () => expect(await titlesOf(helper)).toContainEqual(expect.stringMatching(/^您代为反映的已撤销/)))
  const rows = (await rowsOf('journal')).filter(({ operation, at }) => operation === 'casework.disown' && at >= start)
  expect(rows.map(({ actorId }) => actorId)).toEqual([officer.id])
})

test('a helper neither rates nor reopens, a stranger sees nothing, and one’s own request cannot be disowned', async () => {
  const { id: caseId } = await file()
  const stranger = await town.villager({ villageId: town.here.villageId })
  expect((await stranger.tries('casework.getMine', { caseId })).code).toBe('core.notFound')
  expect((await stranger.tries('casework.disown', { caseId, reason: '不要' })).code).toBe('core.notFound')
  const neighbour = await town.staff('villageSecretary', town.there.villageId)
  expect((await neighbour.tries('casework.disown', { caseId, reason: '不要' })).code).toBe('core.notFound')
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '补好了' })
  expect((await helper.call('casework.listMine', { show: 'waitingForMe' })).items.map(({ id }) => id)).not.toContain(caseId)
  expect((await helper.tries('casework.rate', { caseId, score: 5 })).code).toBe('casework.notYours')
  expect((await helper.tries('casework.reopen', { caseId, words: '没好' })).code).toBe('casework.notYours')
  const own = ulid()
  await helper.call('casework.submit', { caseId: own, words: '路灯不亮', place: { point: town.here.point } })
  expect((await member.tries('casework.disown', { caseId: own, reason: '不要' })).code).toBe('casework.notHelped')
})

test('helper and secretary undo at once: it is undone once', async () => {
  const { id: caseId } = await file()
  const outcomes = await Promise.all([helper, secretary].map((who) => who.tries('casework.disown', { caseId, reason: '不要了', rev: 1 })))
  expect(outcomes.filter(({ code }) => code === 'ok')).toHaveLength(1)
  expect((await rowsOf('case_history')).filter((row) => row.caseId === caseId && row.action === 'disown')).toHaveLength(1)
})

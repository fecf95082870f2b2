import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { checkWhole } from '../property/invariants'
import { eventually } from '../support/eventually'
import { rowsOf } from './rows'

const ROUNDS = 6

let town: Town
let li: Person
let zhao: Person
let member: Person
let desk: [Person, Person]

beforeAll(async () => {
  town = await aTown()
  li = await town.villager({ villageId: town.here.villageId })
  zhao = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  desk = [await town.staff('townDispatcher', town.here.townId), await town.staff('townDispatcher', town.here.townId)]
}, 90_000)
afterAll(() => town?.stop())

const submit = async (who = li): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: '停电了', place: { point: town.here.point } })
  return caseId
}
const accepted = async (who = li): Promise<string> => {
  const caseId = await submit(who)
  await member.call('casework.accept', { caseId })
  return caseId
}
const whole = (ids: readonly string[]) => town.inCounty(async () => Promise.all(ids.map((id) => checkWhole(id, new Date()))))
const CLEAN = /^ok$|^casework\.|^core\.(staleRevision|busy)$/

/** Whichever came first, every case is whole, and no child hangs on a case that nobody answers for. */
const settle = async (ids: readonly string[], tries: Promise<{ code: string }>[]): Promise<string[]> => {
  const codes = (await Promise.all(tries)).map(({ code }) => code)
  for (const code of codes) expect(code).toMatch(CLEAN)
  await whole(ids)
  return codes
}

test('a merging and the parent’s withdrawal, answer or refusal at the same moment: the children have a parent that somebody answers for', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const kind = round % 3
    const [parent, ...children] = [kind === 1 ? await accepted() : await submit(), await submit(zhao), await submit(zhao)]
    const rival = [() => li.tries('casework.withdraw', { caseId: parent! }), () => member.tries('casework.answer', { caseId: parent!, words: '好了' }), () => desk[1].tries('casework.decline', { caseId: parent!, reason: '不归这里' })][kind]!
    const codes = await settle([parent!, ...children], [desk[0].tries('casework.merge', { caseId: parent!, children: children.map((caseId) => ({ caseId })) }), rival()])
    expect(codes).toContain('ok')
  }
}, 60_000)

test('a merging and a child’s withdrawal, acceptance or answer at the same moment: the child is one or the other, and nothing is half merged', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const kind = round % 3
    const [parent, child, other] = [await submit(), kind === 2 ? await accepted(zhao) : await submit(zhao), await submit(zhao)]
    const rival = [() => zhao.tries('casework.withdraw', { caseId: child }), () => member.tries('casework.accept', { caseId: child }), () => member.tries('casework.answer', { caseId: child, words: '好了' })][kind]!
    await settle([parent, child, other], [desk[0].tries('casework.merge', { caseId: parent, children: [{ caseId: child }, { caseId: other }] }), rival()])
    const states = (await whole([child, other])).map(({ state }) => state === 'merged')
    if (kind !== 1) expect(states[0]).toBe(states[1])
  }
}, 60_000)

test('two cases merged into each other at once end as one parent and one child', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [a, b] = [await submit(), await submit(zhao)]
    const codes = await settle([a, b], [desk[0].tries('casework.merge', { caseId: a, children: [{ caseId: b }] }), desk[1].tries('casework.merge', { caseId: b, children: [{ caseId: a }] })])
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  }
}, 60_000)

test('two children taken out at once, by hand and by 没办好, are both out and counted so', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [parent, one, two, three] = [await accepted(), await submit(zhao), await submit(zhao), await submit(zhao)]
    await desk[0].call('casework.merge', { caseId: parent, children: [one, two, three].map((caseId) => ({ caseId })) })
    await member.call('casework.answer', { caseId: parent, words: '好了' })
    const codes = await settle([parent, one, two, three], [
      desk[0].tries('casework.unmerge', { caseId: one }),
      zhao.tries('casework.reopen', { caseId: two, words: '没好' }),
      li.tries('casework.rate', { caseId: parent, score: 5 }),
    ])
    const [record] = await whole([parent])
    expect(record!.childCount).toBe(3 - codes.slice(0, 2).filter((code) => code === 'ok').length)
  }
}, 60_000)

test('a hundred who join at once are a hundred, each once however often they tap; the number comes right', async () => {
  const caseId = await submit()
  const people = await Promise.all(Array.from({ length: 100 }, () => town.villager({ villageId: town.here.villageId })))
  const outcomes = await Promise.all(people.flatMap((who) => [who.tries('casework.join', { caseId }), who.tries('casework.join', { caseId })]))
  expect([...new Set(outcomes.map(({ code }) => code))]).toEqual(['ok'])
  expect((await rowsOf('case_supporters')).filter((row) => row.caseId === caseId)).toHaveLength(100)
  const count = async () => (await desk[0].call('casework.getCase', { caseId })).supporterCount
  await eventually(async () => expect(await count()).toBe(100))
  await Promise.all(people.slice(0, 40).map((who) => who.tries('casework.leave', { caseId })))
  await eventually(async () => expect(await count()).toBe(60))
}, 90_000)

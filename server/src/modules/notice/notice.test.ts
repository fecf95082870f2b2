import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execute } from '../../core/execute'
import { newId } from '../../core/ids'
import { Journal } from '../../core/journal'
import { aTown, type Person, type Town } from '../../testing'
import { Notices } from './notice.model'

let town: Town
let people: Person[]
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  people = [await town.villager({ name: '王秀英' }), await town.villager({ name: '赵建国' })]
}, 60_000)
afterAll(() => town.stop())

const CASE = newId()

interface Delivery {
  eventId?: string
  to: readonly Person[]
  kind?: 'todo' | 'progress'
  title?: string
}

const deliver = ({ eventId = newId(), to, kind = 'progress', title = '有人在办了' }: Delivery, key?: string) =>
  execute({
    operation: 'notice.deliver',
    input: { eventId, notices: to.map(({ id }) => ({ to: id, kind, title, body: '编号 1', about: { type: 'case', id: CASE } })) },
    actor: { kind: 'system', id: 'dispatcher', county: town.county },
    trace: newId(),
    ...(key ? { key } : {}),
  })

test('an event reaches each person once, however often it is delivered', async () => {
  const [wang, zhao] = people as [Person, Person]
  const eventId = newId()
  expect((await deliver({ eventId, to: [wang, zhao] })).output).toEqual({ delivered: 2 })
  expect((await deliver({ eventId, to: [wang, zhao] })).output).toEqual({ delivered: 0 })
  const first = await deliver({ eventId, to: [wang, wang] }, `${eventId}.0:tell`)
  const again = await deliver({ eventId, to: [wang, wang] }, `${eventId}.0:tell`)
  expect([first.isReplay, again.isReplay]).toEqual([false, true])
  expect((await wang.call('notice.listMine', {})).items).toHaveLength(1)
  expect(await wang.call('notice.countUnread', {})).toEqual({ count: 1, more: false })
})

test('delivering tells the sockets of those it reached and of nobody else', async () => {
  const [wang] = people as [Person]
  const eventId = newId()
  await deliver({ eventId, to: [wang] })
  const [row] = await town.inCounty(() => Journal.list({ 'targets.id': eventId }))
  expect(row?.events).toEqual([{ name: 'notice.delivered', id: eventId, rev: 1, persons: [wang.id] }])
})

test('the inbox is newest first, by kind and by unread, page after page', async () => {
  const reader = await town.villager()
  for (let n = 0; n < 7; n += 1) {
    town.at(new Date(Date.UTC(2026, 5, 1, n)))
    await deliver({ to: [reader], kind: n % 2 === 0 ? 'todo' : 'progress', title: `第 ${n} 条` })
  }
  town.at(null)
  const first = await reader.call('notice.listMine', { limit: 4 })
  const rest = await reader.call('notice.listMine', { limit: 4, ...(first.next ? { cursor: first.next } : {}) })
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `第 ${n} 条`))
  expect(rest.next).toBeUndefined()
  expect((await reader.call('notice.listMine', { kind: 'todo' })).items).toHaveLength(4)
  const [newest] = first.items
  expect((await reader.call('notice.markRead', { ids: [newest!.id] })).unread).toEqual({ count: 6, more: false })
  expect((await reader.call('notice.listMine', { unreadOnly: true })).items).toHaveLength(6)
  expect((await reader.call('notice.markRead', {})).unread).toEqual({ count: 0, more: false })
})

test("another's notice can neither be read nor marked", async () => {
  const [wang, zhao] = people as [Person, Person]
  await deliver({ to: [wang], title: '只给王秀英' })
  const mine = (await wang.call('notice.listMine', { unreadOnly: true })).items
  expect((await zhao.call('notice.listMine', {})).items.map(({ title }) => title)).not.toContain('只给王秀英')
  await zhao.call('notice.markRead', { ids: [mine[0]!.id] })
  expect((await wang.call('notice.listMine', { unreadOnly: true })).items[0]?.isRead).toBe(false)
})

test('the unread count stops at 99 and examines no more than it counts', async () => {
  const reader = await town.villager()
  await town.inCounty(() =>
    Notices.addMany(
      Array.from({ length: 130 }, (_, n) => ({
        _id: newId(), county: town.county, to: reader.id, kind: 'todo' as const, title: '一条', body: '内容', about: { type: 'case' as const, id: newId() },
        at: new Date(n), readAt: null, eventId: newId(),
      })),
    ),
  )
  expect(await reader.call('notice.countUnread', {})).toEqual({ count: 99, more: true })
  const plan = await town.inCounty(() => Notices.explain({ to: reader.id, readAt: null }, { limit: 100 }))
  expect(plan.executionStats.totalKeysExamined).toBeLessThanOrEqual(100)
})

test('a person cannot deliver', async () => {
  const [wang] = people as [Person]
  const notices = [{ to: wang.id, kind: 'todo' as const, title: '假的', body: '假的', about: { type: 'case' as const, id: newId() } }]
  expect((await wang.tries('notice.deliver', { eventId: newId(), notices })).code).toBe('core.forbidden')
})

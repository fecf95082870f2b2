import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'
import { rowsOf } from '../../concurrency/rows'

let town: Town
let li: Person
let desk: Person

beforeAll(async () => {
  town = await aTown()
  li = await town.villager({ name: '李秀英', villageId: town.here.villageId, phone: '13812345678' })
  desk = await town.staff('townDispatcher', town.here.townId)
}, 60_000)
afterAll(() => town?.stop())

const gas = { question: 'danger', answer: 'gas' }

test('a gas leak at night is told to call 119, makes no ticket, and the duty desk rings back', async () => {
  const refused = await li.tries('casework.submit', { caseId: ulid(), words: '屋里有煤气味', category: 'safety', answers: { danger: 'gas' }, place: { point: town.here.point } })
  expect([refused.code, refused.error?.status, refused.error?.details]).toEqual(['casework.callFirst', 422, { number: '119', label: '闻到煤气味，或燃气漏了' }])
  expect(refused.error?.message).toContain('119')
  expect(await rowsOf('cases')).toEqual([])

  const ringId = ulid()
  const rung = await li.call('casework.ringDutyDesk', { ringId, ...gas, place: { point: town.here.point, words: '三组老井边' } })
  expect(rung.deskName).toContain('综治中心')
  await eventually(async () => expect((await desk.call('notice.listMine', {})).items).toMatchObject([{ kind: 'todo', title: '急事请回电：闻到煤气味，或燃气漏了', about: { type: 'ring', id: ringId } }]))
  expect(await rowsOf('cases')).toEqual([])

  const { items } = await desk.call('casework.listRings', {})
  expect(items).toMatchObject([{ id: ringId, number: '119', name: '李**', phone: '138****5678', placeWords: '三组老井边' }])
  expect(await desk.call('casework.revealRing', { ringId })).toEqual({ name: '李秀英', phone: '13812345678' })
  const looks = (await rowsOf('journal')).filter(({ operation }) => operation === 'casework.revealRing')
  expect(looks).toMatchObject([{ actorId: desk.id, targets: [{ type: 'ring', id: ringId }] }])
  expect(JSON.stringify([await rowsOf('desk_rings'), await rowsOf('journal'), await rowsOf('notices')])).not.toContain('13812345678')

  await desk.call('casework.endRing', { ringId, note: '消防已到，人都出来了' })
  expect((await desk.call('casework.listRings', {})).items).toEqual([])
  expect((await desk.call('casework.listRings', { isOpen: false })).items).toMatchObject([{ id: ringId, note: '消防已到，人都出来了', endedByName: desk.name }])
  expect((await desk.tries('casework.endRing', { ringId, note: '又回了一次' })).code).toBe('casework.ringEnded')
})

test('a frightened thumb rings once; answered, one may ring again', async () => {
  const rings = await Promise.all(Array.from({ length: 4 }, () => li.tries('casework.ringDutyDesk', { ringId: ulid(), ...gas }, { key: ulid() })))
  expect(rings.map(({ code }) => code).sort()).toEqual(['casework.alreadyRung', 'casework.alreadyRung', 'casework.alreadyRung', 'ok'])
  const [open] = (await desk.call('casework.listRings', {})).items
  const ends = await Promise.all([desk, await town.staff('townDispatcher', town.here.townId)].map((who) => who.tries('casework.endRing', { ringId: open!.id, note: '回过了' })))
  expect(ends.map(({ code }) => code).sort()).toEqual(['casework.ringEnded', 'ok'])
  expect((await li.tries('casework.ringDutyDesk', { ringId: ulid(), question: 'sick', answer: 'yes' })).code).toBe('ok')
})

test('nobody elsewhere, and nobody without that duty, sees who rang', async () => {
  const [open] = (await desk.call('casework.listRings', {})).items
  const there = await town.staff('townDispatcher', town.there.townId)
  expect((await there.call('casework.listRings', {})).items).toEqual([])
  expect((await there.tries('casework.revealRing', { ringId: open!.id })).code).toBe('core.notFound')
  const member = await town.staff('gridMember', town.here.gridId)
  expect((await member.tries('casework.listRings', {})).code).toBe('core.forbidden')
})

test('an answer that is no emergency rings nobody, a number is asked for, and a request goes on', async () => {
  const nameless = await town.villager({ villageId: town.here.villageId })
  expect((await nameless.tries('casework.ringDutyDesk', { ringId: ulid(), question: 'danger', answer: 'no' })).code).toBe('casework.noSuchStop')
  expect((await nameless.tries('casework.ringDutyDesk', { ringId: ulid(), ...gas })).code).toBe('casework.ringNeedsPhone')
  expect((await nameless.tries('casework.ringDutyDesk', { ringId: ulid(), ...gas, phone: '13700001111' })).code).toBe('ok')
  expect((await nameless.tries('casework.submit', { caseId: ulid(), words: '电线垂下来了', category: 'safety', answers: { danger: 'no' } })).code).toBe('ok')
  const clerk = await desk.tries('casework.fileForCaller', { caseId: ulid(), channel: 'phone', phone: '13700002222', words: '着火了', category: 'safety', answers: { danger: 'fire' } })
  expect([clerk.code, clerk.error?.details?.number]).toEqual(['casework.callFirst', '119'])
})

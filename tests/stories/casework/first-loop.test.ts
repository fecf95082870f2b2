import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'

let town: Town
beforeAll(async () => {
  town = await aTown()
}, 60_000)
afterAll(() => town?.stop())

test('a request reaches its grid, is handled, answered and rated', async () => {
  const li = await town.villager({ villageId: town.here.villageId, phone: '13812345678' })
  const member = await town.staff('gridMember', town.here.gridId)
  const caseId = ulid()

  const filed = await li.call('casework.submit', { caseId, words: '三社水渠盖板断了两块。娃娃上学要从边上绕', place: { point: town.here.point } })
  expect(filed).toMatchObject({ state: 'pending', colour: 'green', place: { by: 'point', gridId: town.here.gridId } })
  expect(filed.handler).toMatchObject({ personId: member.id, name: '王建国' })
  expect(filed.can).toEqual(['withdraw', 'supplement'])

  const queue = await member.call('casework.listCases', { mine: true })
  expect(queue.items.map(({ id }) => id)).toEqual([caseId])
  await eventually(async () => {
    const { items } = await member.call('notice.listMine', {})
    expect(items.map(({ title }) => title)).toEqual(['新事项：三社水渠盖板断了两块'])
  })

  await member.call('casework.accept', { caseId })
  await member.call('casework.ask', { caseId, question: '断的是哪一段' })
  await li.call('casework.supplement', { caseId, words: '三社路口那一段' })
  await member.call('casework.handle', { caseId, words: '先用木板盖住，放了警示桩' })
  const answered = await member.call('casework.answer', { caseId, words: '换了两块新盖板' })
  expect(answered).toMatchObject({ state: 'answered', colour: 'paused' })

  const rated = await li.call('casework.rate', { caseId, score: 5, words: '办得好' })
  expect(rated).toMatchObject({ state: 'closed', colour: 'none', rating: { score: 5 }, can: ['reopen'] })
  expect(rated.timeline.map(({ action }) => action)).toEqual(['submit', 'accept', 'ask', 'supplement', 'handle', 'answer', 'rate'])
})

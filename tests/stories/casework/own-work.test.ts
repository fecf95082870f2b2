import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runSystemCommand } from '../../../server/src/core/run-system'

const DAY = 86_400_000
let town: Town
let member: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterAll(() => town?.stop())

const submit = async (who: Person): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
  return caseId
}

test('a grid member’s own request is theirs to file and to do, not to rate; it closes as 未评价', async () => {
  const caseId = await submit(member)
  await member.call('casework.accept', { caseId })
  const answered = await member.call('casework.answer', { caseId, words: '换好了' })
  expect(answered).toMatchObject({ state: 'answered', requester: { isMe: true }, handler: { isMe: true }, can: ['reopen', 'publish'] })
  expect((await member.call('casework.listMine', {})).items[0]?.can).toEqual(['reopen', 'publish'])

  const { code, error } = await member.tries('casework.rate', { caseId, score: 5 })
  expect([code, error!.status]).toEqual(['casework.ownWork', 403])

  town.at(new Date(Date.now() + 7 * DAY + 1))
  expect(await runSystemCommand('casework.closeUnrated', { caseId }, { county: town.county })).toEqual({ closed: true })
  town.at(null)
  expect(await member.call('casework.getMine', { caseId })).toMatchObject({ state: 'closed', isUnrated: true })
})

test('answered by another, the same member’s request is theirs to rate', async () => {
  const colleague = await town.staff('gridMember', town.here.gridId)
  const caseId = await submit(member)
  await member.call('casework.assign', { caseId, personId: colleague.id })
  await colleague.call('casework.accept', { caseId })
  await colleague.call('casework.answer', { caseId, words: '换好了' })
  expect(await member.call('casework.rate', { caseId, score: 4 })).toMatchObject({ state: 'closed', rating: { score: 4 } })
})

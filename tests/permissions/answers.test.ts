import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../server/src/core/database'
import { actorOfToken } from '../../server/src/modules/identity'
import { eventually } from '../support/eventually'
import { listen } from '../support/listen'

type AnyTry = (operation: string, input: object) => Promise<{ code: string; error?: { status: number; message: string; traceId: string } }>

let town: Town
let li: Person
let stranger: Person
let member: Person
let leader: Person
let supervisor: Person
let neighbour: Person
let caseId: string

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager({ villageId: town.here.villageId })
  stranger = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  leader = await town.staff('gridLeader', town.here.villageId)
  supervisor = await town.staff('supervisor', town.here.villageId)
  neighbour = await town.staff('villageSecretary', town.there.villageId)
  caseId = ulid()
  await li.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
}, 60_000)
afterAll(() => town?.stop())

const answer = async (who: Pick<Person, 'tries'>, operation: string, input: object) => {
  const { code, error } = await (who.tries as unknown as AnyTry)(operation, input)
  if (error) expect([error.message, error.traceId]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/), expect.stringMatching(/^[\w-]{8,64}$/)])
  return [error?.status ?? 200, code]
}

test('who is not signed in is a 401, whatever the record', async () => {
  expect(await answer(town.anonymous, 'casework.accept', { caseId })).toEqual([401, 'core.unauthenticated'])
  expect(await answer(town.anonymous, 'casework.listMine', {})).toEqual([401, 'core.unauthenticated'])
  expect(await answer(town.anonymous, 'notice.listMine', {})).toEqual([401, 'core.unauthenticated'])
  expect(await answer(town.anonymous, 'casework.closeUnrated', { caseId })).toEqual([401, 'core.unauthenticated'])
})

test('an operation that is never theirs is a 403, before the record is looked for', async () => {
  for (const [who, operation] of [[li, 'casework.accept'], [li, 'casework.getCase'], [li, 'registry.listResidents'], [supervisor, 'casework.handle'], [member, 'casework.route'], [member, 'casework.closeUnrated'], [leader, 'notice.deliver']] as const) {
    expect({ operation, is: await answer(who, operation, { caseId: ulid() }) }).toEqual({ operation, is: [403, 'core.forbidden'] })
  }
})

test('a record outside their view is a 404, the same as none', async () => {
  for (const operation of ['casework.accept', 'casework.getCase', 'casework.listAssignees', 'casework.revealRequester', 'casework.decline']) {
    const input = (id: string) => ({ caseId: id, reason: '核实' })
    expect({ operation, is: await answer(neighbour, operation, input(caseId)) }).toEqual({ operation, is: [404, 'core.notFound'] })
    expect(await answer(neighbour, operation, input(ulid()))).toEqual([404, 'core.notFound'])
  }
  for (const operation of ['casework.getMine', 'casework.withdraw', 'casework.supplement']) {
    expect({ operation, is: await answer(stranger, operation, { caseId, words: '我也看见了' }) }).toEqual({ operation, is: [404, 'core.notFound'] })
  }
})

test('a record in view whose step is not theirs is a 403 of the case', async () => {
  expect(await answer(leader, 'casework.handle', { caseId, words: '看过' })).toEqual([403, 'casework.notYours'])
  expect(await answer(member, 'casework.revealRequester', { caseId, reason: '核实' })).toEqual([200, 'ok'])
  expect(await answer(leader, 'casework.ask', { caseId, question: '哪一盏' })).toEqual([403, 'casework.notYours'])
})

test('their step at the wrong time is a 409', async () => {
  expect(await answer(member, 'casework.answer', { caseId, words: '办好了' })).toEqual([409, 'casework.wrongState'])
  expect(await answer(li, 'casework.rate', { caseId, score: 5 })).toEqual([409, 'casework.wrongState'])
  expect(await answer(member, 'casework.accept', { caseId, rev: 7 })).toEqual([409, 'core.staleRevision'])
})

test('in a list nobody finds what is another person’s own', async () => {
  expect((await stranger.call('casework.listMine', {})).items).toEqual([])
  expect((await stranger.call('notice.listMine', {})).items).toEqual([])
  expect((await neighbour.call('casework.listMine', {})).items).toEqual([])
})

test('a case that is moved away is no longer there for those it left', async () => {
  const moved = ulid()
  await li.call('casework.submit', { caseId: moved, words: '邻村的水渠', place: { point: town.here.point } })
  const centre = await town.staff('countyDispatcher', town.county)
  await centre.call('casework.route', { caseId: moved, place: { point: town.there.point } })
  expect(await answer(member, 'casework.accept', { caseId: moved })).toEqual([404, 'core.notFound'])
  expect(await answer(neighbour, 'casework.getCase', { caseId: moved })).toEqual([200, 'ok'])
  expect((await member.call('casework.listCases', { states: ['pending'] })).items.map(({ id }) => id)).not.toContain(moved)
})

const accounts = () => database().collection<{ _id: string }>('accounts')
const appointments = () => database().collection<{ _id: string; accountId: string }>('appointments')

test('an appointment that is revoked is gone from memory at once, with its sockets', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  const listener = await listen(town.url, clerk.token)
  const dropped = new Promise((resolve) => listener.socket.once('disconnect', resolve))
  expect(await answer(clerk, 'casework.getCase', { caseId })).toEqual([200, 'ok'])

  await appointments().updateOne({ accountId: clerk.id }, { $set: { to: new Date() } })

  await eventually(async () => expect(await answer(clerk, 'casework.getCase', { caseId })).toEqual([403, 'core.forbidden']), 2_000)
  expect(await dropped).toMatch(/disconnect|close/)
})

test('an appointment counts from its first day to its last', async () => {
  const clerk = await town.villager()
  const id = await town.alsoAppoint(clerk, { role: 'gridMember', regionId: town.here.gridId })
  const day = 86_400_000
  const from = new Date(Date.now() + day)
  await appointments().updateOne({ _id: id }, { $set: { from, to: new Date(from.getTime() + day) } })
  const actor = await town.inCounty(async () => (await actorOfToken(clerk.token))!)
  expect(actor).toMatchObject({ appointments: [] })
  town.at(new Date(from.getTime() + 1))
  const { token } = await town.anonymous.call('identity.loginDemo', { username: clerk.id.toLowerCase() })
  expect(await actorOfToken(token)).toMatchObject({ appointments: [{ role: 'gridMember' }] })
  town.at(new Date(from.getTime() + day))
  const later = await town.anonymous.call('identity.loginDemo', { username: clerk.id.toLowerCase() })
  expect(await actorOfToken(later.token)).toMatchObject({ appointments: [] })
  town.at(null)
})

test('what is withheld from an account is refused within the moment, the rest stays', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  expect(await answer(clerk, 'casework.revealRequester', { caseId, reason: '核实' })).toEqual([200, 'ok'])

  await accounts().updateOne({ _id: clerk.id }, { $set: { withheld: ['casework.revealRequester'] } })

  await eventually(async () => expect(await answer(clerk, 'casework.revealRequester', { caseId, reason: '核实' })).toEqual([403, 'core.forbidden']), 2_000)
  expect(await answer(clerk, 'casework.getCase', { caseId })).toEqual([200, 'ok'])
  expect((await clerk.call('identity.getMe', {})).operations).not.toContain('casework.revealRequester')
})

test('a replay does not show again what the right to see has been lost for', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  await town.alsoAppoint(clerk, { role: 'gridMember', regionId: town.there.gridId })
  const key = ulid()
  const look = () => clerk.tries('casework.revealRequester', { caseId, reason: '核实' }, { key })
  await eventually(async () => expect((await look()).code).toBe('ok'))

  await appointments().updateOne({ accountId: clerk.id, regionId: town.here.gridId }, { $set: { role: 'supervisor' } })

  await eventually(async () => expect((await look()).code).toBe('casework.notYours'), 2_000)
})

test('a suspended account, and every session that is ended, is out at once', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  const { token } = await town.anonymous.call('identity.loginDemo', { username: clerk.id.toLowerCase() })
  const [first, second] = [await listen(town.url, clerk.token), await listen(town.url, token)]
  const gone = Promise.all([first, second].map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve))))
  await clerk.call('identity.logout', {})
  expect(await answer(clerk, 'identity.getMe', {})).toEqual([401, 'core.unauthenticated'])
  await gone

  const other = await town.staff('gridMember', town.here.gridId)
  await accounts().updateOne({ _id: other.id }, { $set: { isSuspended: true } })
  await eventually(async () => expect(await answer(other, 'identity.getMe', {})).toEqual([401, 'core.unauthenticated']), 2_000)
  expect(await answer(town.anonymous, 'identity.loginDemo', { username: other.id.toLowerCase() })).toEqual([403, 'identity.suspended'])
})

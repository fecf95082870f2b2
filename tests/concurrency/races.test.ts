import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import type { AppError } from '../../server/src/core/fail'
import { runSystemCommand } from '../../server/src/core/run-system'
import { addAccount } from '../../server/src/modules/identity'
import { speakAs } from '../../server/src/testing/person'
import { rowsOf } from './rows'

const DAY = 86_400_000

let town: Town
let li: Person
let member: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterAll(() => town?.stop())

const submit = async (place: object = { point: town.here.point }): Promise<string> => {
  const caseId = ulid()
  await li.call('casework.submit', { caseId, words: '路灯不亮', place })
  return caseId
}
const answered = async (): Promise<string> => {
  const caseId = await submit()
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '修好了' })
  return caseId
}
const historyOf = async (caseId: string): Promise<string[]> =>
  (await rowsOf('case_history')).filter((row) => row.caseId === caseId).sort((a, b) => a.n - b.n).map(({ action }) => action)

const codes = async (tries: Promise<{ code: string }>[]): Promise<string[]> => (await Promise.all(tries)).map(({ code }) => code).sort()

test('of two desk clerks accepting one case at once, one has it and the other is told to look again', async () => {
  const desk = [await town.staff('townDispatcher', town.here.townId), await town.staff('townDispatcher', town.here.townId)]
  for (let round = 0; round < 10; round += 1) {
    const caseId = await submit({ villageId: town.here.villageId })
    expect(await codes(desk.map((clerk) => clerk.tries('casework.accept', { caseId, rev: 1 })))).toEqual(['core.staleRevision', 'ok'])
    expect(await historyOf(caseId)).toEqual(['submit', 'accept'])
  }
}, 60_000)

test('without saying what they looked at, two secretaries accepting at once end with one of them', async () => {
  const both = [await town.staff('villageSecretary', town.here.villageId), await town.staff('villageSecretary', town.here.villageId)]
  const caseId = await submit()
  expect(await codes(both.map((each) => each.tries('casework.accept', { caseId })))).toEqual(['casework.wrongState', 'ok'])
})

test('who accepts for the owner handles it for the owner, not for the desk it lay at', async () => {
  const secretary = await town.staff('villageSecretary', town.here.villageId)
  const caseId = await submit({ villageId: town.here.villageId })
  const before = await secretary.call('casework.getCase', { caseId })
  expect(before.handler.unitId).toBe(`township-${town.here.townId}`)

  const after = await secretary.call('casework.accept', { caseId })

  expect(after.handler).toMatchObject({ personId: secretary.id, unitId: `committee-${town.here.villageId}` })
})

test('a rating and the closing for want of one, at the same moment: one of them, and the clock is right about which', async () => {
  const caseId = await answered()
  town.at(new Date(Date.now() + 7 * DAY + 1))
  const token = (await town.anonymous.call('identity.loginDemo', { username: li.id.toLowerCase() })).token
  const close = runSystemCommand('casework.closeUnrated', { caseId }, { county: town.county }).then(
    () => ({ code: 'ok' }),
    (error: AppError) => ({ code: error.code }),
  )

  const outcome = await codes([speakAs(town.url, token).tries('casework.rate', { caseId, score: 5 }), close])

  expect(outcome.filter((code) => code === 'ok')).toHaveLength(1)
  expect(outcome.find((code) => code !== 'ok')).toMatch(/^casework\.wrongState$|^core\.staleRevision$/)
  const [record] = (await rowsOf('cases')).filter(({ _id }) => _id === caseId)
  expect(record).toMatchObject({ state: 'closed', rev: 4, isUnrated: record!.rating === null })
  town.at(null)
})

test('closing for want of a rating before its day is refused and leaves its key free for the day', async () => {
  const caseId = await answered()
  const close = () => runSystemCommand('casework.closeUnrated', { caseId }, { county: town.county, key: `unrated:${caseId}:3` })
  await expect(close()).rejects.toMatchObject({ code: 'casework.wrongState' })

  town.at(new Date(Date.now() + 7 * DAY + 1))

  expect(await close()).toEqual({ closed: true })
  expect(await historyOf(caseId)).toEqual(['submit', 'accept', 'answer', 'closeUnrated'])
  town.at(null)
})

test.each([
  ['the same tap twice', true],
  ['two taps', false],
])('an answer sent by %s at once stands once', async (_how, isSameKey) => {
  const caseId = await submit()
  await member.call('casework.accept', { caseId })
  const key = ulid()
  const send = () => member.tries('casework.answer', { caseId, words: '修好了' }, { key: isSameKey ? key : ulid() })

  const outcome = await codes([send(), send(), send()])

  expect(outcome.filter((code) => code === 'ok').length).toBe(isSameKey ? 3 : 1)
  expect(await historyOf(caseId)).toEqual(['submit', 'accept', 'answer'])
})

test('withdrawn and accepted at the same moment, a case is one or the other', async () => {
  for (let round = 0; round < 5; round += 1) {
    const caseId = await submit()
    const outcome = await codes([li.tries('casework.withdraw', { caseId }), member.tries('casework.accept', { caseId })])
    expect(outcome).toEqual(['casework.wrongState', 'ok'])
    expect(await historyOf(caseId)).toHaveLength(2)
  }
})

test('twenty notes by one member at once are all kept, in one order, or asked to be sent again', async () => {
  const caseId = await submit()
  await member.call('casework.accept', { caseId })
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => member.tries('casework.handle', { caseId, words: `第 ${at} 笔` })))
  const kept = outcomes.filter(({ code }) => code === 'ok')
  for (const { code, error } of outcomes) if (code !== 'ok') expect([code, error?.retryAfterSeconds]).toEqual(['core.busy', 2])
  expect(await historyOf(caseId)).toHaveLength(2 + kept.length)
})

test('the same key by another person, or for another operation, is another request', async () => {
  const key = ulid()
  const caseId = await submit()
  const other = await town.villager()
  expect((await li.tries('casework.supplement', { caseId, words: '路口那盏' }, { key })).code).toBe('ok')
  expect((await other.tries('casework.submit', { caseId: ulid(), words: '别的事' }, { key })).code).toBe('ok')
  expect((await li.tries('casework.withdraw', { caseId }, { key })).code).toBe('ok')
  expect(await historyOf(caseId)).toEqual(['submit', 'supplement', 'withdraw'])
})

test('a replay shows the record as it is now, to whom it may still be shown, and never executes', async () => {
  const caseId = await submit()
  const key = ulid()
  await member.call('casework.accept', { caseId })
  await member.call('casework.ask', { caseId, question: '哪一盏' }, { key })
  await li.call('casework.supplement', { caseId, words: '路口那盏' })

  const again = await member.call('casework.ask', { caseId, question: '哪一盏' }, { key })

  expect([again.asked, again.rev]).toEqual([undefined, 4])
  expect(await historyOf(caseId)).toEqual(['submit', 'accept', 'ask', 'supplement'])
})

test('thirty guesses at once get no more looks at the password than six one after another', async () => {
  const username = `w${ulid().toLowerCase()}`
  await town.inCounty(() => addAccount({ name: '张会计', username, password: '对的密码123' }))
  const guess = (password: string) => town.anonymous.tries('identity.loginByPassword', { username, password })

  const outcome = await codes(Array.from({ length: 30 }, (_, at) => guess(`猜${at}`)))

  expect(outcome.filter((code) => code === 'identity.badPassword')).toHaveLength(6)
  expect(outcome.filter((code) => code === 'identity.throttled')).toHaveLength(24)
  const late = await guess('对的密码123')
  expect([late.code, late.error!.retryAfterSeconds! > 0]).toEqual(['identity.throttled', true])
})

test('a right password is not counted, however often it is given', async () => {
  const username = `w${ulid().toLowerCase()}`
  await town.inCounty(() => addAccount({ name: '张会计', username, password: '对的密码123' }))
  for (let round = 0; round < 8; round += 1) {
    expect((await town.anonymous.tries('identity.loginByPassword', { username, password: '对的密码123' })).code).toBe('ok')
  }
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'

let town: Town
let secretary: Person
let code: string

beforeAll(async () => {
  process.env.TRUST_PROXY = '1'
  town = await aTown({ dispatches: false, env: { WRITE_FACTOR: '1' } })
  delete process.env.TRUST_PROXY
  secretary = await town.staff('villageSecretary', town.here.villageId)
  code = await newCode()
}, 60_000)
afterAll(() => town?.stop())

const newCode = async () =>
  (await secretary.call('casework.addPlaceCodes', { codes: [{ id: ulid(), name: '路灯', kind: 'lamp', villageId: town.here.villageId }] })).items[0]!.code

const send = async (address: string, at = code) => {
  const answer = await fetch(`${town.url}/api/casework.submitAtPlace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address, 'idempotency-key': ulid() },
    body: JSON.stringify({ caseId: ulid(), code: at, words: '灯不亮' }),
  })
  const { code: refusal } = (await answer.json()) as { code?: string }
  return { refusal: refusal ?? 'ok', wait: answer.headers.get('retry-after') }
}

test('one address gets ten through and is then told to wait, whatever code it names; its neighbour goes on', async () => {
  const other = await newCode()
  const ends: string[] = []
  for (let n = 0; n < 12; n += 1) ends.push((await send('10.0.0.1', n % 2 === 0 ? code : other)).refusal)
  expect(ends.filter((end) => end === 'ok')).toHaveLength(10)
  expect(ends.slice(10)).toEqual(['casework.tooManyAtPlace', 'casework.tooManyAtPlace'])
  expect(Number((await send('10.0.0.1')).wait)).toBeGreaterThan(0)
  expect((await send('10.0.0.2')).refusal).toBe('ok')
})

test('one code takes thirty in ten minutes from however many addresses; the next place is not shut by it', async () => {
  const crowded = await newCode()
  const ends = []
  for (let n = 0; n < 33; n += 1) ends.push((await send(`10.1.0.${n}`, crowded)).refusal)
  expect(ends.filter((end) => end === 'ok')).toHaveLength(30)
  expect((await send('10.1.0.32', await newCode())).refusal).toBe('ok')
})

test('receipts are not tried in a row: sixty looks from one address, then a wait', async () => {
  const look = async (n: number) => (await fetch(`${town.url}/api/casework.statusByCode`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.2.0.1' }, body: JSON.stringify({ code: `0000-0000-0000-00${String(n).padStart(2, '0')}` }),
  })).status
  const ends = []
  for (let n = 0; n < 62; n += 1) ends.push(await look(n))
  expect([ends.filter((status) => status === 404).length, ends.filter((status) => status === 429).length]).toEqual([60, 2])
})

import { expect, test } from '@jest/globals'
import { CallError, createCall, type Send, type Sent } from './call'

const answering = (answer: Awaited<ReturnType<Send>>) => {
  const sent: Sent[] = []
  const call = createCall(async (request) => {
    sent.push(request)
    return answer
  })
  return { call, sent }
}

const refusal = async (answer: Awaited<ReturnType<Send>>): Promise<CallError> =>
  answering(answer).call('identity.getMe', {}).then(
    () => Promise.reject(new Error('was not refused')),
    (error: CallError) => error,
  )

test('the operation is the address; key and trace are headers; the input is the body', async () => {
  const { call, sent } = answering({ status: 200, body: { unread: { count: 0, more: false } } })
  const output = await call('notice.markRead', {}, { key: 'key-00001', traceId: 'trace-0001' })
  expect(output).toEqual({ unread: { count: 0, more: false } })
  expect(sent).toEqual([{ path: '/api/notice.markRead', headers: { 'Idempotency-Key': 'key-00001', 'X-Trace-Id': 'trace-0001' }, body: {} }])
})

test('without key or trace no header is made up', async () => {
  const { call, sent } = answering({ status: 200, body: {} })
  await call('identity.logout', {})
  expect(sent[0]?.headers).toEqual({})
})

test('a refusal carries everything the server said', async () => {
  const body = { code: 'core.badInput', message: '不能为空', field: 'words', details: { fields: [] }, traceId: 't1' }
  const error = await refusal({ status: 400, body, headers: { 'retry-after': '7' } })
  expect(error).toMatchObject({ ...body, status: 400, retryAfterSeconds: 7 })
  expect(error).toBeInstanceOf(CallError)
})

test.each([
  [0, undefined, 'network', true],
  [502, '<html>bad gateway</html>', 'unknown', true],
  [504, null, 'unknown', true],
  [503, { code: 'core.busy' }, 'core.busy', true],
  [429, { code: 'core.tooMany' }, 'core.tooMany', true],
  [409, { code: 'core.inFlight' }, 'core.inFlight', true],
  [409, { code: 'core.staleRevision' }, 'core.staleRevision', false],
  [401, { code: 'core.unauthenticated' }, 'core.unauthenticated', false],
  [422, { code: 'core.keyReused' }, 'core.keyReused', false],
  [400, { code: 'core.badInput' }, 'core.badInput', false],
  [500, { code: 'core.unexpected' }, 'core.unexpected', false],
  [404, [], 'unknown', false],
])('an answer of %i %j is %s, worth sending again: %s', async (status, body, code, isTransient) => {
  const error = await refusal({ status, body })
  expect(error).toMatchObject({ code, isTransient, status })
  expect(error.message).toMatch(/[\u4e00-\u9fff]/)
})

test('words missing from an answer come from the table, and from nowhere else', async () => {
  expect((await refusal({ status: 429, body: { code: 'core.tooMany' } })).message).toBe('操作太频繁，请稍等一会儿再试')
  for (const code of ['constructor', '__proto__', 'toString', 'venue.ofTomorrow']) {
    expect((await refusal({ status: 409, body: { code } })).message).toBe('网络不太好，内容还在，请稍后再试')
  }
})

test('a Retry-After that is no number is left out', async () => {
  expect((await refusal({ status: 503, body: {}, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } })).retryAfterSeconds).toBeUndefined()
})

import { expect, test } from '@jest/globals'
import { placeOf, type QueuedItem, renewed, sendable } from './item'

const item = (key: string, record: string, more: Partial<QueuedItem> = {}): QueuedItem => ({
  key, record, account: 'me', operation: 'casework.handle', input: { caseId: record, words: key }, attachments: [], title: key, savedAt: '2026-11-21T08:00:00Z', ...more,
})
const refusal = { code: 'casework.wrongState', words: '不能这样办', traceId: 't' }
const NONE = new Set<string>()

test('the oldest leaves first', () => {
  expect(sendable([item('a', '1'), item('b', '2')], 'me', NONE)?.key).toBe('a')
})

test('another account sends nothing of mine', () => {
  expect(sendable([item('a', '1')], 'someone', NONE)).toBeUndefined()
})

test('nothing overtakes a refused one of its own record, other records go on', () => {
  const items = [item('a', '1', { refusal }), item('b', '1'), item('c', '2')]
  expect(sendable(items, 'me', NONE)?.key).toBe('c')
})

test('what has just failed to get through holds its record back', () => {
  expect(sendable([item('a', '1'), item('b', '1'), item('c', '2')], 'me', new Set(['1']))?.key).toBe('c')
})

test('the place in line counts only what will leave', () => {
  const items = [item('a', '1', { refusal }), item('x', '9', { account: 'someone' }), item('b', '2'), item('c', '3')]
  expect(placeOf(items, items[3]!)).toBe(2)
})

test('sent again it is a new request with new files in the same places', () => {
  const file = '01J0000000000000000000000A'
  const caseId = '01J0000000000000000000000B'
  const ids = ['01J0000000000000000000000C', '01J0000000000000000000000D']
  const before = item('k', caseId, {
    input: { caseId, words: '好了', photoFileIds: [file] }, attachments: [{ fileId: file, kind: 'photo', ref: 'r', isUploaded: true }], refusal,
  })

  const after = renewed(before, () => ids.shift()!)

  expect(after.input).toEqual({ caseId, words: '好了', photoFileIds: ['01J0000000000000000000000C'] })
  expect(after.attachments).toEqual([{ fileId: '01J0000000000000000000000C', kind: 'photo', ref: 'r', isUploaded: false }])
  expect([after.key, after.refusal]).toEqual(['01J0000000000000000000000D', undefined])
})

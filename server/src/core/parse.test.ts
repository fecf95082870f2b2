import { expect, test } from '@jest/globals'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { AppError } from './fail'
import { parseInput } from './parse'

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

const refusalOf = (name: OperationName, input: unknown): AppError => {
  try {
    parseInput(name, input)
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('was not refused')
}

test.each([
  ['casework.rate', { caseId: ID }, 'score', '请填写这一项'],
  ['casework.rate', { caseId: ID, score: '5' }, 'score', '填写的格式不对'],
  ['casework.rate', { caseId: ID, score: 6 }, 'score', '不能超过 5'],
  ['casework.rate', { caseId: ID, score: 0 }, 'score', '不能少于 1'],
  ['casework.rate', { caseId: 'x', score: 5 }, 'caseId', '编号格式不对'],
  ['casework.handle', { caseId: ID, words: '' }, 'words', '不能为空'],
  ['casework.handle', { caseId: ID, words: '字'.repeat(1001) }, 'words', '最多 1000 个字'],
  ['casework.route', { caseId: ID, grade: 'soon' }, 'grade', '请从给出的选项里选一个'],
  ['casework.route', { caseId: ID, place: { point: [200, 0] } }, 'place.point.0', '不能超过 180'],
  ['identity.updateProfile', { phone: '12345' }, 'phone', '请填 11 位手机号'],
] as const)('%s with %j says of %s: %s', (name, input, field, message) => {
  const refusal = refusalOf(name, input)
  expect([refusal.code, refusal.status, refusal.about.field, refusal.message]).toEqual(['core.badInput', 400, field, message])
})

test('every field that is wrong is named, the first one first, twenty at most', () => {
  const { about } = refusalOf('casework.submit', { words: 7, voiceFileId: 'x', photoFileIds: ['a', 'b'] })
  const fields = (about.details as { fields: { field: string; message: string }[] }).fields
  expect(fields.map(({ field }) => field)).toEqual(['caseId', 'words', 'voiceFileId', 'photoFileIds.0', 'photoFileIds.1'])
  expect(about.field).toBe('caseId')
  expect(fields.filter(({ message }) => !/^[^a-z]*$/.test(message))).toEqual([])
})

test('defaults are filled in, and what no operation knows is left out', () => {
  expect(parseInput('casework.listCases', { sort: 'newest', $where: '1', admin: true })).toEqual({ sort: 'newest', mine: false, limit: 20 })
  expect(parseInput('identity.getMe', undefined)).toEqual({})
  expect(parseInput('identity.getMe', null)).toEqual({})
})

test('a refusal never repeats what was sent', () => {
  const secret = '身份证620821199001011234'
  expect(JSON.stringify(refusalOf('casework.route', { caseId: secret, grade: secret, place: { villageId: secret } }).about)).not.toContain(secret)
})

import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { draftSummary, isPublic, publicAnswer, publicPlace, publicTimeline, roughly, whyNotPublish } from './publication'
import type { CasePlace, Publication } from './record'
import { CASE_STATES } from './states'

const AT = new Date('2026-11-20T02:00:00Z')
const LATER = new Date('2026-11-21T02:00:00Z')
const publication: Publication = { summary: '路坏了', answer: '填平了', photoFileIds: [], isPublicPlace: false, at: LATER, byId: 'p' }

test.each(complaint.categories.map(({ code }) => code))('%s: what is said of people stays with the parties', (category) => {
  const isAboutPeople = ['welfare', 'medical', 'neighbour', 'affairs'].includes(category)
  expect(whyNotPublish(complaint, { category })).toBe(isAboutPeople ? 'casework.notPublishable' : null)
})

test.each(CASE_STATES)('a published case that is %s is seen only after it was taken on', (state) => {
  const isSeen = ['accepted', 'handling', 'answered', 'closed', 'unresolvable'].includes(state)
  expect(isPublic(complaint, { state, category: 'road', publication })).toBe(isSeen)
  expect(isPublic(complaint, { state, category: 'road', publication: null })).toBe(false)
  expect(isPublic(complaint, { state, category: 'welfare', publication })).toBe(false)
})

const at = { villageId: 'v1', gridId: 'g1', point: [106.123456, 35.654321] as [number, number] }
test.each<[string, CasePlace, boolean, object]>([
  ['a home is its grid', { by: 'point', ...at }, false, { villageId: 'v1', gridId: 'g1' }],
  ['a pump is where it stands, roughly', { by: 'point', ...at }, true, { villageId: 'v1', gridId: 'g1', point: [106.1235, 35.6543] }],
  ['a chosen grid is that grid', { by: 'chosen', villageId: 'v1', gridId: 'g1' }, true, { villageId: 'v1', gridId: 'g1' }],
  ['a chosen place with a point left over shows no point', { by: 'chosen', ...at }, true, { villageId: 'v1', gridId: 'g1' }],
  ['the requester’s own village is no finer than that', { by: 'bound', ...at }, true, { villageId: 'v1' }],
  ['nowhere is nowhere', { by: 'unknown' }, true, {}],
  ['words about the place stay inside', { by: 'chosen', villageId: 'v1', words: '王大爷家门口' }, true, { villageId: 'v1' }],
])('%s', (_fact, place, isPublicPlace, shown) => {
  expect(publicPlace(place, { isPublicPlace })).toEqual(shown)
})

test('a rough point is at most some eight metres off', () => {
  for (let index = 0; index < 200; index += 1) {
    const point: [number, number] = [106 + index / 3_333, 35 + index / 7_777]
    const [longitude, latitude] = roughly(point)
    expect(Math.abs(longitude - point[0])).toBeLessThanOrEqual(0.5e-4 + 1e-9)
    expect(Math.abs(latitude - point[1])).toBeLessThanOrEqual(0.5e-4 + 1e-9)
  }
})

test('the draft is what was said, masked and short', () => {
  expect(draftSummary({ title: '路坏了', words: '路坏了\n找我 13800138000' })).toBe('路坏了 找我 〔电话〕')
  expect(draftSummary({ title: '一段语音 12″' })).toBe('一段语音 12″')
  expect(draftSummary({ title: '', words: '长'.repeat(500) })).toHaveLength(200)
})

test('the timeline tells steps, not words, and nothing of questions to the requester', () => {
  const entries = (['submit', 'accept', 'ask', 'supplement', 'assign', 'handle', 'publish', 'answer'] as const).map((action) => ({ action, at: AT, words: '私事' }))
  expect(publicTimeline(entries)).toEqual(['submit', 'accept', 'handle', 'answer'].map((action) => ({ action, at: AT })))
})

const answer = { words: '填平了', photoFileIds: [], at: AT, byId: 'h' }
test.each([
  ['answered', answer, '填平了'],
  ['closed', answer, '填平了'],
  ['handling', answer, null],
  ['answered', { ...answer, at: new Date(LATER.getTime() + 1) }, null],
  ['answered', null, null],
] as const)('while %s the edited answer is shown only where it is of this answer', (state, given, shown) => {
  expect(publicAnswer({ state, answer: given ? { ...given, photoFileIds: [] } : null, publication })).toBe(shown)
})

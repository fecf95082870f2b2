import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { stopFor, stopsOf } from './stoppers'

test.each([
  [{ danger: 'gas' }, '119'],
  [{ danger: 'fire' }, '119'],
  [{ sick: 'yes' }, '120'],
  [{ crime: 'yes' }, '110'],
  [{ danger: 'no' }, undefined],
  [{ danger: 'no', sick: 'yes' }, '120'],
  [{ weather: 'gas' }, undefined],
  [{}, undefined],
])('of the answers %j the number to call is %s', (answers, number) => {
  expect(stopFor(complaint, answers as Record<string, string>)?.number).toBe(number)
})

test('every question is asked once, has an answer that lets one go on, and every number is an emergency number', () => {
  const questions = complaint.categories.flatMap(({ questions: asked = [] }) => asked)
  expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length)
  expect(questions.filter(({ answers }) => answers.every(({ stop }) => stop))).toEqual([])
  for (const { number } of stopsOf(complaint)) expect(['110', '119', '120']).toContain(number)
})

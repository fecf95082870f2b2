import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import { proposeRisk, reproposed, type Risk, type RiskRules } from './risk'

const NOW = new Date('2026-11-21T08:00:00Z')
const rules: RiskRules = {
  version: 3,
  categories: { safety: 'attention' },
  answers: { depth: { deep: 'major' } },
  words: { attention: ['裂缝'], major: ['滑坡', '漏电'] },
}
const safety = { code: 'safety', label: '安全隐患' }

test.each<[string, Parameters<typeof proposeRisk>[1], string | null, string[]]>([
  ['nothing stands out', { words: '路灯不亮' }, null, []],
  ['the category', { category: safety, words: '护栏松了' }, 'attention', ['安全隐患']],
  ['a word', { words: '墙上有裂缝' }, 'attention', ['裂缝']],
  ['the worse of two', { category: safety, words: '山体滑坡，还漏电' }, 'major', ['滑坡', '漏电']],
  ['an answer', { answers: { depth: 'deep' } }, 'major', ['deep']],
  ['an answer nobody asked for', { answers: { other: 'deep' } }, null, []],
])('%s', (_what, about, level, because) => {
  const risk = proposeRisk(rules, about, NOW)
  expect([risk?.level ?? null, (risk?.because ?? []).map(({ value }) => value)]).toEqual([level, because])
  if (risk) expect([risk.isProposed, risk.version]).toEqual([true, 3])
})

test('no rule of any kind of case can propose the highest: that is a person’s word', () => {
  const { categories, answers, words } = complaint.risk
  const said = [...Object.values(categories), ...Object.values(answers).flatMap((each) => Object.values(each)), ...Object.keys(words)]
  expect(said).not.toContain('grave')
  expect(Object.keys(categories).filter((code) => !complaint.categories.some((each) => each.code === code))).toEqual([])
})

test('what a person said stands, whatever the rules say later', () => {
  const set: Risk = { level: 'ordinary', isProposed: false, at: NOW, byId: 'w' }
  const proposed: Risk = { level: 'major', isProposed: true, at: NOW }
  expect(reproposed(set, proposed)).toEqual({})
  expect(reproposed(proposed, null)).toEqual({ risk: null })
  expect(reproposed(null, null)).toEqual({})
  expect(reproposed(undefined, proposed)).toEqual({ risk: proposed })
})

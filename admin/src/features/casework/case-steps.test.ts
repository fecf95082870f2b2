import { expect, test } from '@jest/globals'
import type { CaseView } from '@xiangli/shared/casework/views'
import { stepsOf } from './case-steps'

type Entry = CaseView['timeline'][number]

const entry = (n: number, from: Entry['from'], to: Entry['to']): Entry =>
  ({ n, at: `2026-11-1${n}T02:00:00Z`, action: 'handle', byName: '马小琴', byMe: false, to, photos: [], ...(from ? { from } : {}) })

const shown = (state: CaseView['state'], timeline: Entry[]) =>
  ({ state, receivedAt: '2026-11-11T02:00:00Z', timeline }) as CaseView

test('what is behind is done, where it stands is marked, the rest is ahead', () => {
  const steps = stepsOf(shown('handling', [entry(1, undefined, 'pending'), entry(2, 'pending', 'accepted'), entry(3, 'accepted', 'handling')]))
  expect(steps.map((step) => `${step.name} ${step.stage}`)).toEqual(['待受理 done', '已受理 done', '办理中 now', '待评价 ahead', '已办结 ahead'])
})

test('a case that ended otherwise says so at the end, and claims no step it never took', () => {
  const steps = stepsOf(shown('declined', [entry(1, undefined, 'pending'), entry(2, 'pending', 'declined')]))
  expect(steps.map((step) => `${step.name} ${step.stage}`)).toEqual(['待受理 done', '已受理 ahead', '办理中 ahead', '待评价 ahead', '不予受理 now'])
})

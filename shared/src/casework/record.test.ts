import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldHistory, type CaseRecord } from './record'

test('the fold lays each outcome over the ones before, null over a value too', () => {
  const entries = [
    { set: { state: 'pending', reason: null, grade: 'normal', scopeKeys: ['a', 'b'] } },
    { set: { state: 'declined', reason: '不归村里管' } },
    { set: { reason: null, scopeKeys: ['c'] } },
  ] satisfies { set: Partial<CaseRecord> }[]
  expect(foldHistory(entries)).toEqual({ state: 'declined', reason: null, grade: 'normal', scopeKeys: ['c'] })
  expect(foldHistory([])).toEqual({})
})

test('folding in two parts is folding at once, and changes no entry', () => {
  const set = fc.record({ state: fc.constantFrom('pending', 'handling'), reopenedCount: fc.nat(9), reason: fc.option(fc.string()) }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(fc.record({ set })), fc.nat(10), (made, at) => {
      const entries = made as { set: Partial<CaseRecord> }[]
      const copy = structuredClone(entries)
      const first = foldHistory(entries.slice(0, at))
      expect(foldHistory([{ set: first }, ...entries.slice(at)])).toEqual(foldHistory(entries))
      expect(entries).toEqual(copy)
    }),
  )
})

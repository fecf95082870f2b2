import { expect, test } from '@jest/globals'
import { casesPath, filterQuery, listInput, readFilter } from './case-filter'

const read = (query: string) => readFilter(new URLSearchParams(query))

test('a bare list shows what is being worked on, the most urgent first', () => {
  expect(listInput(read(''), {})).toEqual({ sort: 'due', mine: false, states: ['pending', 'accepted', 'handling'] })
})

test('lists without a running clock show the newest first', () => {
  expect(['closed', 'all', 'answered'].map((show) => read(`show=${show}`).sort)).toEqual(['newest', 'newest', 'newest'])
})

test('a serial number is looked for in every state', () => {
  expect(listInput(read('serial=城关26-0012'), { regionId: 't100' })).toEqual({ sort: 'newest', mine: false, serial: '城关26-0012', regionId: 't100' })
})

test("the list's own place goes before the header's", () => {
  expect(listInput(read('at=v100201&atName=水泉寺村'), { regionId: 't100' }).regionId).toBe('v100201')
})

test('words nobody offered are ignored', () => {
  expect(listInput(read('colour=blue&grade=huge&sort=random&show=secret'), {})).toEqual(listInput(read(''), {}))
})

test('what a filter says comes back the same from the address line', () => {
  const filter = read('show=handling&colour=red&category=road&grade=urgent&mine=1&sort=newest')
  expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter)
  expect(casesPath({ colour: 'red', mine: true })).toBe('/cases?colour=red&mine=1')
})

import { expect, test } from '@jest/globals'
import { cell } from './csv'

test.each(['=1+1', '+86', '-1', '@name', '\tx'])('%j cannot run as a formula in a spreadsheet', (words) => {
  expect(cell(words).replace(/"/g, '')).toMatch(/^'/)
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(cell('路塌了，"很深", 危险')).toBe('"路塌了，""很深"", 危险"')
  expect(cell('第一行\n第二行')).toBe('"第一行\n第二行"')
  expect(cell('水泉寺村')).toBe('水泉寺村')
})

import { describe, expect, test } from '@jest/globals'
import { idNumberCheckDigit, isIdNumber, maskIdNumber, maskName, maskPhone } from './rules'

describe('check digit', () => {
  // The first two are the worked examples of GB 11643-1999; the rest show all eleven characters.
  test.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
    ['62082119800101001', '4'],
    ['62082119800101002', '2'],
    ['62082119800101003', '0'],
    ['62082119800101004', '9'],
    ['62082119800101005', '7'],
    ['62082119800101006', '5'],
    ['62082119800101007', '3'],
    ['62082119800101008', '1'],
    ['62082119800101009', 'X'],
    ['62082119800101018', '8'],
    ['62082119800101019', '6'],
  ])('of %s is %s', (first17, digit) => {
    expect(idNumberCheckDigit(first17)).toBe(digit)
  })

  test.each([[''], ['1234567890123456'], ['123456789012345678'], ['1234567890123456a']])(
    'of "%s" is refused, it is not 17 digits',
    (first17) => {
      expect(() => idNumberCheckDigit(first17)).toThrow(RangeError)
    },
  )

  test('every single wrong digit is noticed', () => {
    const good = '11010519491231002X'
    for (let at = 0; at < 17; at += 1) {
      for (let step = 1; step < 10; step += 1) {
        const digit = (Number(good[at]) + step) % 10
        expect(isIdNumber(`${good.slice(0, at)}${digit}${good.slice(at + 1)}`)).toBe(false)
      }
    }
  })

  test('two neighbouring digits swapped are noticed', () => {
    const good = '440524188001010014'
    for (let at = 0; at < 16; at += 1) {
      const swapped = `${good.slice(0, at)}${good[at + 1]}${good[at]}${good.slice(at + 2)}`
      if (swapped !== good) expect(isIdNumber(swapped)).toBe(false)
    }
  })
})

const withCheck = (first17: string) => first17 + idNumberCheckDigit(first17)

describe('a citizen number', () => {
  test.each([
    ['the standard’s example', '11010519491231002X', true],
    ['a birthday in 1880', '440524188001010014', true],
    ['29 February of a leap year', withCheck('62082120000229001'), true],
    ['29 February of a common year', withCheck('62082119010229001'), false],
    ['29 February 1900, which was no leap year', withCheck('62082119000229001'), false],
    ['month 13', withCheck('62082119801301001'), false],
    ['month 0', withCheck('62082119800001001'), false],
    ['31 April', withCheck('62082119800431001'), false],
    ['day 0', withCheck('62082119800400001'), false],
    ['an area that starts with 0', withCheck('02082119800401001'), false],
    ['a lower-case x', '11010519491231002x', false],
    ['15 digits, the old form', '110105491231002', false],
    ['spaces around it', ' 11010519491231002X', false],
    ['full-width digits', '１１0105194912310022', false],
    ['nothing', '', false],
  ])('%s → %s: %s', (_what, value, expected) => {
    expect(isIdNumber(value)).toBe(expected)
  })
})

describe('masks', () => {
  test.each([
    ['62082119800101001X', '620821**********1X'],
    ['110105491231002', '*************02'],
    ['1', '1'],
    ['', ''],
  ])('citizen number %s shows as %s', (value, shown) => {
    expect(maskIdNumber(value)).toBe(shown)
  })

  test.each([
    ['王小明', '王**'],
    ['李梅', '李*'],
    ['欧阳建国', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['𠮷田', '𠮷*'],
    ['王', '王'],
    ['', ''],
  ])('name %s shows as %s', (value, shown) => {
    expect(maskName(value)).toBe(shown)
  })

  test.each([
    ['13812341234', '138****1234'],
    ['09333321234', '*********34'],
    ['12', '12'],
    ['', ''],
  ])('phone %s shows as %s', (value, shown) => {
    expect(maskPhone(value)).toBe(shown)
  })
})

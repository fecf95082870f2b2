import { expect, test } from '@jest/globals'
import { gcjOf, wgsOf } from './coordinates'

test('there and back is the same place to a millimetre, anywhere in the country', () => {
  for (let longitude = 75; longitude < 134; longitude += 3.7) {
    for (let latitude = 19; latitude < 52; latitude += 2.9) {
      const [x, y] = wgsOf(gcjOf([longitude, latitude]))
      expect(Math.abs(x - longitude)).toBeLessThan(1e-8)
      expect(Math.abs(y - latitude)).toBeLessThan(1e-8)
    }
  }
})

test('the two systems lie some hundred metres apart', () => {
  const [x, y] = gcjOf([106.67, 35.54])
  const metres = Math.hypot((x - 106.67) * 90_600, (y - 35.54) * 111_000)
  expect(metres).toBeGreaterThan(100)
  expect(metres).toBeLessThan(900)
})

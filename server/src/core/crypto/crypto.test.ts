import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { randomToken } from './digest'
import type { KeyProvider } from './keys'
import { createVault } from './vault'

const aKey = () => randomBytes(32)
const keysOf = (fieldKeys: Record<string, Buffer>, current: string): KeyProvider => ({
  current,
  fieldKey: (version) => fieldKeys[version],
  indexKey: aKey(),
  tokenKey: aKey(),
  linkKey: aKey(),
  journalKey: aKey(),
})

const keys = keysOf({ '1': aKey() }, '1')
const vault = createVault(keys)
const place = { collection: 'persons', id: '01J8ZK3V5Q9E7M2N4P6R8T0W1X', field: 'idNumber' }

describe('a sealed field', () => {
  test.each([['62082119800101001X'], [''], ['王小明，村东头第三家'], ['𠮷'.repeat(2000)]])('%s opens to itself', (plain) => {
    expect(vault.openField(vault.sealField(plain, place), place)).toBe(plain)
  })

  test('looks different every time and says its key version', () => {
    const [one, two] = [vault.sealField('x', place), vault.sealField('x', place)]
    expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]{23,}$/)
    expect(one).not.toBe(two)
  })

  test('with any single character changed does not open', () => {
    const sealed = vault.sealField('13800000000', place)
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const altered = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      expect(() => vault.openField(altered, place)).toThrow()
    }
  })

  test('cut short does not open', () => {
    const sealed = vault.sealField('13800000000', place)
    for (let end = 0; end < sealed.length; end += 1) expect(() => vault.openField(sealed.slice(0, end), place)).toThrow()
  })

  test.each([
    ['another record', { ...place, id: '01J8ZK3V5Q9E7M2N4P6R8T0W1Y' }],
    ['another field', { ...place, field: 'phone' }],
    ['another collection', { ...place, collection: 'accounts' }],
  ])('moved to %s does not open', (_where, elsewhere) => {
    const sealed = vault.sealField('secret', place)
    expect(() => vault.openField(sealed, elsewhere)).toThrow('was altered or belongs elsewhere')
  })

  test('a colon in a place is refused, it could make two places look alike', () => {
    expect(() => vault.sealField('x', { ...place, id: 'a:b' })).toThrow('without a colon')
  })

  test('of an unknown key version is refused by its number', () => {
    const sealed = vault.sealField('x', place).replace('v1.', 'v7.')
    expect(() => vault.openField(sealed, place)).toThrow('no field key of version 7')
  })

  test.each([['x'], ['v1.x.y'], ['v0.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA']])('"%s" is not one', (text) => {
    expect(() => vault.openField(text, place)).toThrow('not a sealed field')
  })

  test('sealed before a key change still opens, and is known to be old', () => {
    const [first, second] = [aKey(), aKey()]
    const before = createVault(keysOf({ '1': first }, '1'))
    const after = createVault(keysOf({ '1': first, '2': second }, '2'))
    const old = before.sealField('x', place)
    expect(after.openField(old, place)).toBe('x')
    expect(after.isSealedWithCurrent(old)).toBe(false)
    expect(after.isSealedWithCurrent(after.sealField('x', place))).toBe(true)
  })
})

describe('a blind index', () => {
  test('is the same for every spelling of one value', () => {
    const spellings = ['62082119800101001X', '62082119800101001x', ' 620821 1980 0101 001X ', '６２０８２１１９８００１０１００１Ｘ', '620821-19800101-001X']
    expect(new Set(spellings.map((value) => vault.blindIndex(value, 'idNumber'))).size).toBe(1)
  })

  test('differs by value, by purpose and by key', () => {
    const index = vault.blindIndex('13800000000', 'phone')
    expect(vault.blindIndex('13800000001', 'phone')).not.toBe(index)
    expect(vault.blindIndex('13800000000', 'idNumber')).not.toBe(index)
    expect(createVault(keysOf({ '1': aKey() }, '1')).blindIndex('13800000000', 'phone')).not.toBe(index)
    expect(index).toMatch(/^[\w-]{22}$/)
  })
})

test('a token is stored as a keyed hash, always the same one', () => {
  const token = randomToken()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(vault.hashToken(token)).toBe(vault.hashToken(token))
  expect(vault.hashToken(token)).not.toContain(token)
  expect(randomToken()).not.toBe(token)
  expect(randomToken(9)).toHaveLength(12)
})

test('an input digest differs by operation and by a single character of the input', () => {
  const digest = vault.inputDigest('{"a":1}', 'venue.reserveSlot')
  expect(vault.inputDigest('{"a":1}', 'venue.reserveSlot')).toBe(digest)
  expect(vault.inputDigest('{"a":2}', 'venue.reserveSlot')).not.toBe(digest)
  expect(vault.inputDigest('{"a":1}', 'venue.cancel')).not.toBe(digest)
})

describe('a signed link', () => {
  const at = (text: string) => new Date(text)
  const link = vault.signLink('/files/photo/01J8.jpg', at('2026-11-21T07:10:00Z'))

  test('is the same for an hour, so that it caches', () => {
    expect(vault.signLink('/files/photo/01J8.jpg', at('2026-11-21T07:59:59Z'))).toBe(link)
    expect(vault.signLink('/files/photo/01J8.jpg', at('2026-11-21T08:00:01Z'))).not.toBe(link)
  })

  test('holds until the full hour and not a moment longer', () => {
    expect(vault.verifyLink(link, at('2026-11-21T07:59:59.999Z'))).toBe(true)
    expect(vault.verifyLink(link, at('2026-11-21T08:00:00Z'))).toBe(false)
  })

  test('with any character changed is refused', () => {
    const now = at('2026-11-21T07:00:00Z')
    for (let i = 0; i < link.length; i += 1) {
      const other = link[i] === '1' ? '2' : '1'
      expect(vault.verifyLink(`${link.slice(0, i)}${other}${link.slice(i + 1)}`, now)).toBe(false)
    }
  })

  test.each([['/files/x'], [''], ['/files/x?e=99999999999&s='], ['/files/x?e=1e9&s=' + 'A'.repeat(43)]])('%s is refused', (text) => {
    expect(vault.verifyLink(text, at('2026-11-21T07:00:00Z'))).toBe(false)
  })

  test('is not made for a path with a query or a foreign host', () => {
    for (const path of ['/a?b=1', 'https://example.org/a', 'a', '/a b']) {
      expect(() => vault.signLink(path, new Date())).toThrow('absolute path')
    }
  })
})

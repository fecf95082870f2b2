import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type { PhotoResult } from './photo'
import { normalisePhoto } from './photo'

const paint = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 60, b: 30, alpha: 0.5 } } })

const accepted = (result: PhotoResult) => {
  if (!result.ok) throw new Error(result.reason)
  return result.photo
}

/** A PNG whose header may claim any size, with a correct checksum. */
const pngClaiming = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const crc = (bytes: Buffer): number => {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

const noisyJpeg = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 }).toBuffer()

describe('a photo', () => {
  test.each([['jpeg'], ['png'], ['webp'], ['gif']] as const)('in %s becomes a JPEG with a thumbnail', async (format) => {
    const photo = accepted(await normalisePhoto(await paint(1200, 800).toFormat(format).toBuffer()))
    expect(photo).toMatchObject({ mime: 'image/jpeg', width: 1200, height: 800, thumb: { mime: 'image/jpeg', width: 480, height: 320 } })
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 800 })
    expect(await sharp(photo.thumb.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 })
  })

  test('of 12 megapixels is made to fit 1920, a small one is not blown up', async () => {
    const big = accepted(await normalisePhoto(await paint(4000, 3000).jpeg().toBuffer()))
    expect([big.width, big.height]).toEqual([1920, 1440])
    const small = accepted(await normalisePhoto(await paint(60, 40).jpeg().toBuffer()))
    expect([small.width, small.height, small.thumb.width]).toEqual([60, 40, 60])
  })

  test('loses its GPS position, camera and every other note, and stands upright', async () => {
    const taken = await paint(300, 200)
      .jpeg()
      .withExif({ IFD0: { Make: 'SecretCam', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 20/1 0/1' } })
      .toBuffer()
    const sent = await sharp(taken).keepMetadata().withMetadata({ orientation: 6 }).toBuffer()
    expect(sent.toString('latin1')).toContain('SecretCam')
    expect(await sharp(sent).metadata()).toMatchObject({ orientation: 6, width: 300, height: 200 })
    const photo = accepted(await normalisePhoto(sent))
    const after = await sharp(photo.bytes).metadata()
    expect(after.exif).toBeUndefined()
    expect(after.orientation).toBeUndefined()
    expect([photo.width, photo.height]).toEqual([200, 300])
    for (const { bytes } of [photo, photo.thumb]) expect(bytes.toString('latin1')).not.toContain('SecretCam')
  })

  test('that moves is stilled at its first frame', async () => {
    const frames = Buffer.concat([Buffer.alloc(20 * 20 * 3, 255), Buffer.alloc(20 * 20 * 3, 0)])
    const gif = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } }).gif().toBuffer()
    expect((await sharp(gif, { pages: -1 }).metadata()).pages).toBe(2)
    const photo = accepted(await normalisePhoto(gif))
    expect([photo.width, photo.height]).toEqual([20, 20])
    expect((await sharp(photo.bytes).stats()).channels[0]?.mean).toBeGreaterThan(240)
  })

  test('with see-through parts gets a white ground', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
    const photo = accepted(await normalisePhoto(clear))
    expect((await sharp(photo.bytes).stats()).channels[0]?.mean).toBeGreaterThan(250)
  })

  test('in print colours comes out in screen colours', async () => {
    const photo = accepted(await normalisePhoto(await paint(40, 40).toColourspace('cmyk').jpeg().toBuffer()))
    expect((await sharp(photo.bytes).metadata()).space).toBe('srgb')
  })

  test('with a web page or an archive glued to it comes out clean', async () => {
    const glued = Buffer.concat([await paint(50, 50).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const photo = accepted(await normalisePhoto(glued))
    expect(photo.bytes.toString('latin1')).not.toMatch(/script|alert/)
  })
})

describe('refused as no photo', () => {
  test.each([
    ['a web page named .jpg', '<!doctype html><img src=x onerror=alert(1)>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'],
    ['an SVG behind a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a TIFF', 'II*\0\x08\0\0\0'],
    ['an archive', 'PK\x03\x04....'],
    ['nothing', ''],
    ['two bytes of a JPEG', '\xff\xd8'],
  ])('%s', async (_what, text) => {
    expect(await normalisePhoto(Buffer.from(text, 'latin1'))).toEqual({ ok: false, reason: 'notAPhoto' })
  })
})

describe('refused as damaged', () => {
  test('an image cut off in the middle', async () => {
    const whole = await noisyJpeg(400, 300)
    expect(await normalisePhoto(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, reason: 'damaged' })
  })

  test.each([
    ['a JPEG head with a web page as body', '\xff\xd8\xff\xe0<html><script>alert(1)</script>'],
    ['a PNG head with noise', `\x89PNG\r\n\x1a\n${'\x07'.repeat(500)}`],
    ['a GIF head and nothing else', 'GIF89a'],
    ['a WebP head on an SVG', 'RIFF\x10\0\0\0WEBP<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%s', async (_what, text) => {
    expect(await normalisePhoto(Buffer.from(text, 'latin1'))).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('refused as too large', () => {
  test('more than 20 MB', async () => {
    expect(await normalisePhoto(Buffer.alloc(20 * 1024 * 1024 + 1))).toEqual({ ok: false, reason: 'tooLarge' })
  })

  test.each([[60_000, 60_000], [10_000, 5_001], [2_147_483_647, 1]])('a few bytes that claim %i × %i pixels, at once', async (width, height) => {
    const bomb = pngClaiming(width, height)
    expect(bomb.length).toBeLessThan(1000)
    const startedAt = Date.now()
    const result = await normalisePhoto(bomb)
    expect(result.ok).toBe(false)
    expect(Date.now() - startedAt).toBeLessThan(5000)
    if (width === 10_000) expect(result).toEqual({ ok: false, reason: 'tooLarge' })
  })

  test.each([
    ['a progressive CMYK JPEG of 16 megapixels', { side: 4000, progressive: true }, false],
    ['a progressive CMYK JPEG of 12 megapixels', { side: 3464, progressive: true }, true],
    ['a plain CMYK JPEG of 16 megapixels', { side: 4000, progressive: false }, true],
  ])('%s only when it must be held whole', async (_what, { side, progressive }, isTaken) => {
    const bytes = await paint(side, side).toColourspace('cmyk').jpeg({ progressive }).toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ channels: 4, isProgressive: progressive })
    const result = await normalisePhoto(bytes)
    expect(result.ok ? 'taken' : result.reason).toBe(isTaken ? 'taken' : 'tooLarge')
  })
})

test('ten photos sent at once all come out', async () => {
  const bytes = await noisyJpeg(600, 400)
  const results = await Promise.all(Array.from({ length: 10 }, () => normalisePhoto(bytes)))
  expect(results.every((result) => result.ok)).toBe(true)
})

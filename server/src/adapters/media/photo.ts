import type { Metadata, Sharp } from 'sharp'
import { createGate } from './gate'
import { sniffPhoto } from './sniff'

const MAX_BYTES = 20 * 1024 * 1024
const MAX_PIXELS = 50_000_000
/** A progressive or interlaced picture is held whole while it is decoded, every channel of it. */
const MAX_HELD_SAMPLES = 60_000_000
const LONG_EDGE = 1920
const THUMB_EDGE = 480
const TIMEOUT_SECONDS = 20

export type PhotoFailure = 'tooLarge' | 'notAPhoto' | 'damaged'

export interface Picture {
  bytes: Buffer
  mime: 'image/jpeg'
  width: number
  height: number
}

export type PhotoResult = { ok: true; photo: Picture & { thumb: Picture } } | { ok: false; reason: PhotoFailure }

type Decoders = (typeof import('sharp'))['default']

/** The decoders take 15 MB before the first photo has come: they are loaded with it. */
const loadDecoders = async (): Promise<Decoders> => {
  const { default: sharp } = await import('sharp')
  // Only the four decoders needed can be reached, whatever a file pretends to be: no SVG, PDF, TIFF, HEIF.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer'],
  })
  // One photo at a time per thread and nothing kept: memory matters more here than speed.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

let decoders: Promise<Decoders> | undefined
const gate = createGate(2)

// `pages: 1` takes the first frame of an animation; `error` passes the harmless warnings of old cameras.
const decode = (sharp: Decoders, bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: 'error', sequentialRead: true })

/** Metadata (EXIF, GPS, comments, profiles) is dropped because nothing asks sharp to keep it. */
const shrink = async (image: Sharp, edge: number): Promise<Picture> => {
  const { data, info } = await image
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82, progressive: true })
    .timeout({ seconds: TIMEOUT_SECONDS })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height }
}

const readHeader = async (sharp: Decoders, bytes: Uint8Array): Promise<Metadata | null> => {
  try {
    // Unlimited here only: the header is read, nothing decoded, and the size decides the answer below.
    return await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata()
  } catch {
    return null
  }
}

const isTooLarge = ({ width, height, channels, isProgressive }: Metadata): boolean =>
  width * height > MAX_PIXELS || (isProgressive && width * height * channels > MAX_HELD_SAMPLES)

const convert = async (bytes: Uint8Array): Promise<PhotoResult> => {
  const format = sniffPhoto(bytes)
  if (!format) return { ok: false, reason: 'notAPhoto' }
  decoders ??= loadDecoders()
  const sharp = await decoders
  const header = await readHeader(sharp, bytes)
  if (!header || header.format !== format) return { ok: false, reason: 'damaged' }
  if (isTooLarge(header)) return { ok: false, reason: 'tooLarge' }
  try {
    const full = await shrink(decode(sharp, bytes).autoOrient(), LONG_EDGE)
    const thumb = await shrink(sharp(full.bytes), THUMB_EDGE)
    return { ok: true, photo: { ...full, thumb } }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

/** Any photo of a phone → upright JPEG without metadata, long edge ≤ 1920, and a thumbnail ≤ 480. */
export const normalisePhoto = async (bytes: Uint8Array): Promise<PhotoResult> => {
  if (bytes.length > MAX_BYTES) return { ok: false, reason: 'tooLarge' }
  return gate(() => convert(bytes))
}

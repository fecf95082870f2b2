import sharp from 'sharp'
import { createDice } from '../people/dice'
import { sceneSvg, type SceneName } from './scene'

// The photo door shuts every decoder but four; a seed draws its own pictures and opens no one else's.
const drawable = { operation: ['VipsForeignLoadSvgBuffer'] }

const GRAIN_EDGE = 200

/** Grain, as a phone's camera has it in poor light: one small tile, laid side by side. */
const grain = (): Promise<Buffer> => {
  const dice = createDice(35)
  const pixels = Buffer.alloc(GRAIN_EDGE * GRAIN_EDGE)
  for (let n = 0; n < pixels.length; n += 1) pixels[n] = 128 + (dice.next() + dice.next() - 1) * 34
  return sharp(pixels, { raw: { width: GRAIN_EDGE, height: GRAIN_EDGE, channels: 1 } }).png().toBuffer()
}

let grainTile: Promise<Buffer> | undefined

export interface Picture {
  name: SceneName
  seed: number
  isMended: boolean
}

/** A drawn picture as a JPEG, softened and grained so that lists look like a day's reports. */
export const drawPicture = async ({ name, seed, isMended }: Picture): Promise<Buffer> => {
  const svg = Buffer.from(sceneSvg(name, { dice: createDice(seed), isMended }))
  sharp.unblock(drawable)
  try {
    const flat = await sharp(svg).blur(0.9).png({ compressionLevel: 1 }).toBuffer()
    grainTile ??= grain()
    return await sharp(flat).composite([{ input: await grainTile, tile: true, blend: 'soft-light' }]).jpeg({ quality: 84 }).toBuffer()
  } finally {
    sharp.block(drawable)
  }
}

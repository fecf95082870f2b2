import sharp from 'sharp'
import { createDice } from '../people/dice'
import { HEIGHT, WIDTH } from './brush'
import { sceneSvg, type SceneName } from './scene'

// The photo door shuts every decoder but four; a seed draws its own pictures and opens no one else's.
const drawable = { operation: ['VipsForeignLoadSvgBuffer'] }

/** Grain, as a phone's camera has it in poor light. */
const grain = (seed: number): Buffer => {
  const dice = createDice(seed)
  const pixels = Buffer.alloc(WIDTH * HEIGHT)
  for (let n = 0; n < pixels.length; n += 1) pixels[n] = 128 + Math.round((dice.next() + dice.next() - 1) * 34)
  return pixels
}

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
    const noise = await sharp(grain(seed), { raw: { width: WIDTH, height: HEIGHT, channels: 1 } }).png({ compressionLevel: 1 }).toBuffer()
    return await sharp(flat).composite([{ input: noise, blend: 'soft-light' }]).jpeg({ quality: 84 }).toBuffer()
  } finally {
    sharp.block(drawable)
  }
}

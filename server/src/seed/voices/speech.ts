import { createDice } from '../people/dice'

const RATE = 16_000
const HEADER_BYTES = 44
const { PI, sin } = Math

/** Two to five syllables, then a breath: enough for a waveform that looks like somebody talking. */
const phrases = (seconds: number, seed: number): { from: number; to: number; pitch: number }[] => {
  const dice = createDice(seed)
  const syllables: { from: number; to: number; pitch: number }[] = []
  let at = 0.15
  while (at < seconds - 0.4) {
    for (let left = dice.between(2, 5); left > 0 && at < seconds - 0.35; left -= 1) {
      const length = 0.12 + dice.next() * 0.14
      syllables.push({ from: at, to: at + length, pitch: 130 + dice.next() * 90 })
      at += length + 0.03
    }
    at += 0.2 + dice.next() * 0.5
  }
  return syllables
}

/** A voiced sound: a falling pitch with overtones, swelling and dying away. */
const sample = (time: number, { from, to, pitch }: { from: number; to: number; pitch: number }): number => {
  const share = (time - from) / (to - from)
  const phase = 2 * PI * pitch * (time - from) * (1.06 - 0.12 * share)
  const tone = sin(phase) + 0.5 * sin(2 * phase) + 0.35 * sin(5 * phase) + 0.2 * sin(9 * phase)
  return tone * sin(PI * share) ** 0.6
}

const header = (dataBytes: number): Buffer => {
  const head = Buffer.alloc(HEADER_BYTES)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + dataBytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(dataBytes, 40)
  return head
}

/** A WAV that hums like speech without words; nobody's real voice is in the demo. */
export const speechLike = (seconds: number, seed: number): Buffer => {
  const pcm = Buffer.alloc(Math.round(seconds * RATE) * 2)
  for (const syllable of phrases(seconds, seed)) {
    for (let n = Math.ceil(syllable.from * RATE); n < syllable.to * RATE && n * 2 < pcm.length; n += 1) {
      pcm.writeInt16LE(sample(n / RATE, syllable) * 6_000, n * 2)
    }
  }
  return Buffer.concat([header(pcm.length), pcm])
}

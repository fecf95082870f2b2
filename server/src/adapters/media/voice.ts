import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunResult } from './ffmpeg'
import { findFfmpeg, runFfmpeg } from './ffmpeg'
import { createGate } from './gate'
import type { VoiceFormat } from './sniff'
import { sniffVoice } from './sniff'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_SECONDS = 60
/** Recorders stop a little late. */
const TOLERANCE_SECONDS = 1
const MIN_SECONDS = 0.5
const RATE = 16_000
const BYTES_PER_SECOND = RATE * 2
const PEAKS = 48
const TIMEOUT_MS = 20_000
const PCM = ['-f', 's16le', '-ar', String(RATE), '-ac', '1'] as const

/** `unavailable`: no ffmpeg here, or it did not finish in time; the sender may try again. */
export type VoiceFailure = 'tooLarge' | 'notAudio' | 'damaged' | 'tooShort' | 'tooLong' | 'unavailable'

export interface Voice {
  bytes: Buffer
  mime: 'audio/mpeg'
  seconds: number
  /** 48 peaks, 0..1, the loudest being 1. */
  waveform: number[]
}

export type VoiceResult = { ok: true; voice: Voice } | { ok: false; reason: VoiceFailure }

const gate = createGate(2)

/** Near-silence stays flat instead of being blown up to noise. */
const FLOOR = 0.02

const peaksOf = (pcm: Buffer): number[] => {
  const samples = Math.floor(pcm.length / 2)
  const peaks = Array.from({ length: PEAKS }, (_, at) => {
    const [from, to] = [Math.floor((at * samples) / PEAKS), Math.floor(((at + 1) * samples) / PEAKS)]
    let peak = 0
    for (let i = from; i < to; i += 1) peak = Math.max(peak, Math.abs(pcm.readInt16LE(i * 2)))
    return peak / 32_768
  })
  const loudest = Math.max(FLOOR, ...peaks)
  return peaks.map((peak) => Math.round((peak / loudest) * 100) / 100)
}

/** The format is forced and only local files may be opened: a playlist or a link inside stays unread. */
const decode = (ffmpeg: string, { file, format }: { file: string; format: VoiceFormat }): Promise<RunResult> =>
  runFfmpeg(ffmpeg, {
    args: [
      '-max_alloc', '67108864', '-threads', '1', '-protocol_whitelist', 'file,pipe', '-f', format, '-i', file,
      '-map', '0:a:0', '-vn', '-sn', '-dn', '-t', String(MAX_SECONDS + TOLERANCE_SECONDS + 1), ...PCM, 'pipe:1',
    ],
    timeoutMs: TIMEOUT_MS,
    maxOutput: (MAX_SECONDS + 5) * BYTES_PER_SECOND,
  })

/** MP3: every WeChat and every Chromium plays it, also those built without AAC. A file, so that its header tells its length. */
const encode = (ffmpeg: string, { pcm, file }: { pcm: Buffer; file: string }): Promise<RunResult> =>
  runFfmpeg(ffmpeg, {
    args: [
      '-threads', '1', ...PCM, '-i', 'pipe:0',
      '-c:a', 'libmp3lame', '-b:a', '32k', '-ar', String(RATE), '-ac', '1', '-id3v2_version', '0', '-y', file,
    ],
    input: pcm,
    timeoutMs: TIMEOUT_MS,
    maxOutput: 0,
  })

const whyNotLength = (seconds: number): VoiceFailure | null => {
  if (seconds === 0) return 'damaged'
  if (seconds < MIN_SECONDS) return 'tooShort'
  return seconds > MAX_SECONDS + TOLERANCE_SECONDS ? 'tooLong' : null
}

const refuse = (reason: VoiceFailure): VoiceResult => ({ ok: false, reason })

const convert = async (bytes: Uint8Array, folder: string): Promise<VoiceResult> => {
  const format = sniffVoice(bytes)
  if (!format) return refuse('notAudio')
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return refuse('unavailable')
  const [source, target] = [join(folder, 'in'), join(folder, 'out.mp3')]
  await writeFile(source, bytes, { mode: 0o600 })

  // A recording cut off in transit ends in an error but leaves what was heard; only nothing at all is damage.
  const { ended, output: pcm } = await decode(ffmpeg, { file: source, format })
  if (ended === 'timedOut' || ended === 'notStarted') return refuse('unavailable')
  const seconds = pcm.length / BYTES_PER_SECOND
  const reason = whyNotLength(seconds)
  if (reason) return refuse(reason)

  const encoded = await encode(ffmpeg, { pcm, file: target })
  if (encoded.ended !== 'ok') return refuse('unavailable')
  const made = await readFile(target)
  return { ok: true, voice: { bytes: made, mime: 'audio/mpeg', seconds: Math.round(seconds * 10) / 10, waveform: peaksOf(pcm) } }
}

/** Any recording of a phone or browser → mono MP3 of 0.5–60 s with its peaks. */
export const normaliseVoice = async (bytes: Uint8Array): Promise<VoiceResult> => {
  if (bytes.length > MAX_BYTES) return refuse('tooLarge')
  return gate(async () => {
    const folder = await mkdtemp(join(tmpdir(), `xiangli-voice-${process.pid}-`))
    try {
      return await convert(bytes, folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { findFfmpeg, runFfmpeg } from './ffmpeg'
import { sniffVoice } from './sniff'
import type { VoiceResult } from './voice'
import { normaliseVoice } from './voice'

// Real encoders, and a test machine may be busy.
jest.setTimeout(60_000)

let folder = ''
let ffmpeg = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recordings-'))
  ffmpeg = (await findFfmpeg()) ?? ''
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A real recording of a tone; `name` decides the container. */
const recorded = (name: string, seconds: number, options: string[] = [], tone = `sine=frequency=440:duration=${seconds}`): Buffer => {
  const file = join(folder, name)
  execFileSync(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', tone, '-strict', '-2', ...options, file])
  return readFileSync(file)
}

const accepted = (result: VoiceResult) => {
  if (!result.ok) throw new Error(result.reason)
  return result.voice
}

describe('a recording', () => {
  test.each([
    ['WeChat on Android, mp3', 'a.mp3', ['-ar', '16000', '-b:a', '48k'], 'mp3'],
    ['WeChat on Android, bare aac', 'a.aac', ['-c:a', 'aac'], 'aac'],
    ['WeChat on iOS, m4a with its index at the end', 'a.m4a', ['-c:a', 'aac'], 'mov'],
    ['Safari, mp4 in fragments', 'b.mp4', ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov'], 'mov'],
    ['Chrome, webm with opus', 'a.webm', ['-c:a', 'libopus', '-b:a', '24k'], 'matroska'],
    ['Firefox, ogg with opus', 'a.ogg', ['-c:a', 'libopus'], 'ogg'],
    ['a wave file in stereo', 'a.wav', ['-ac', '2', '-ar', '44100'], 'wav'],
  ])('of %s becomes a mono MP3 with its length and 48 peaks', async (_what, name, options, format) => {
    const bytes = recorded(name, 3, options)
    expect(sniffVoice(bytes)).toBe(format)
    const voice = accepted(await normaliseVoice(bytes))
    expect(voice.mime).toBe('audio/mpeg')
    expect(sniffVoice(voice.bytes)).toBe('mp3')
    expect(voice.seconds).toBeGreaterThan(2.8)
    expect(voice.seconds).toBeLessThan(3.3)
    expect(voice.waveform).toHaveLength(48)
    expect(voice.waveform.every((peak) => peak >= 0 && peak <= 1)).toBe(true)
    expect(Math.max(...voice.waveform)).toBe(1)
    expect(voice.bytes.length).toBeLessThan(3.3 * 4_000 + 1_500)
  })

  test('in AMR, as old phones make it, is understood', async () => {
    // One second of AMR-NB silence at 12.2 kbit/s: the magic and fifty frames of 32 bytes.
    const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)])
    const voice = accepted(await normaliseVoice(Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 }, () => frame)])))
    expect(voice.seconds).toBe(1)
  })

  test('plays on: what comes out goes in again and is as long', async () => {
    const once = accepted(await normaliseVoice(recorded('again.mp3', 2)))
    const twice = accepted(await normaliseVoice(once.bytes))
    expect(Math.abs(twice.seconds - once.seconds)).toBeLessThanOrEqual(0.2)
  })

  test('shows where it was loud and where silent', async () => {
    const halves = 'sine=frequency=440:duration=4,volume=volume=0:enable=gte(t\\,2)'
    const { waveform } = accepted(await normaliseVoice(recorded('halves.wav', 4, [], halves)))
    expect(Math.min(...waveform.slice(1, 22))).toBeGreaterThan(0.8)
    expect(Math.max(...waveform.slice(26))).toBeLessThan(0.1)
  })

  test('of silence is flat, not noise', async () => {
    const { waveform } = accepted(await normaliseVoice(recorded('silent.wav', 1, ['-t', '1'], 'anullsrc')))
    expect(Math.max(...waveform)).toBe(0)
  })

  test('cut off in transit keeps what was heard', async () => {
    const bytes = recorded('cut.mp3', 6)
    const { seconds } = accepted(await normaliseVoice(bytes.subarray(0, bytes.length / 2)))
    expect(seconds).toBeGreaterThan(2.5)
    expect(seconds).toBeLessThan(3.5)
  })

  test('inside a video gives its sound only', async () => {
    const bytes = recorded('film.mp4', 2, ['-f', 'lavfi', '-i', 'testsrc=duration=2:size=64x64:rate=5', '-c:a', 'aac', '-shortest'])
    expect(sniffVoice(accepted(await normaliseVoice(bytes)).bytes)).toBe('mp3')
  })
})

describe('length', () => {
  test.each([
    [0.3, 'tooShort'],
    [61.5, 'tooLong'],
    [300, 'tooLong'],
  ])('%f s is refused as %s', async (seconds, reason) => {
    expect(await normaliseVoice(recorded('length.mp3', seconds, ['-ar', '8000', '-b:a', '16k']))).toEqual({ ok: false, reason })
  })

  test('60.6 s passes, recorders stop late', async () => {
    expect(accepted(await normaliseVoice(recorded('full.wav', 60.6, ['-ar', '8000']))).seconds).toBeCloseTo(60.6, 1)
  })
})

describe('refused', () => {
  const refused = async (content: string | Buffer) => normaliseVoice(Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1'))

  test.each([
    ['a web page named .mp3', '<!doctype html><script>alert(1)</script>'],
    ['a playlist that names a local file', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'],
    ['a concat script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a MIDI file', 'MThd\0\0\0\x06'],
    ['nothing', ''],
  ])('%s as no audio', async (_what, content) => {
    expect(await refused(content)).toEqual({ ok: false, reason: 'notAudio' })
  })

  test.each([
    ['an ID3 tag on a web page', `ID3\x03\0\0\0\0\0\0<html>${'x'.repeat(2000)}`],
    ['a wave head without sound', 'RIFF\xff\xff\xff\xffWAVEfmt '],
    ['a webm head and noise', `\x1a\x45\xdf\xa3${'\x55'.repeat(500)}`],
    ['an mp4 head on a playlist', '\0\0\0\x14ftypM4A \0\0\0\0#EXTM3U\nfile:///etc/passwd'],
  ])('%s as damaged', async (_what, content) => {
    expect(await refused(content)).toEqual({ ok: false, reason: 'damaged' })
  })

  test('an m4a that lost its index as damaged', async () => {
    const bytes = recorded('lost.m4a', 3, ['-c:a', 'aac'])
    expect(await refused(bytes.subarray(0, bytes.length / 2))).toEqual({ ok: false, reason: 'damaged' })
  })

  test('a film without sound as damaged', async () => {
    const bytes = recorded('mute.mp4', 1, ['-an'], 'testsrc=duration=1:size=64x64:rate=5[out0]')
    expect(await refused(bytes)).toEqual({ ok: false, reason: 'damaged' })
  })

  test('more than 10 MB as too large', async () => {
    expect(await refused(Buffer.alloc(10 * 1024 * 1024 + 1))).toEqual({ ok: false, reason: 'tooLarge' })
  })
})

describe('on a machine where ffmpeg', () => {
  const script = (name: string, line: string): string => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 })
    return path
  }

  const withFfmpegPath = async (path: string, work: () => Promise<void>) => {
    const before = process.env['FFMPEG_PATH']
    process.env['FFMPEG_PATH'] = path
    try {
      await work()
    } finally {
      if (before === undefined) delete process.env['FFMPEG_PATH']
      else process.env['FFMPEG_PATH'] = before
    }
  }

  test('is named wrongly, nothing is accepted and nothing else is run', async () => {
    const bytes = recorded('x.wav', 1)
    await withFfmpegPath(join(folder, 'none'), async () => {
      expect(await findFfmpeg()).toBeNull()
      expect(await normaliseVoice(bytes)).toEqual({ ok: false, reason: 'unavailable' })
    })
  })

  test('does not start, it counts as none', async () => {
    const broken = script('broken', 'exit 127')
    await withFfmpegPath(broken, async () => expect(await findFfmpeg()).toBeNull())
  })

  test('hangs, it is stopped in time', async () => {
    const startedAt = Date.now()
    const { ended } = await runFfmpeg(script('hangs', 'exec sleep 30'), { args: [], timeoutMs: 100, maxOutput: 0 })
    expect(ended).toBe('timedOut')
    expect(Date.now() - startedAt).toBeLessThan(3_000)
  })

  test('never stops talking, it is stopped at the limit', async () => {
    const { ended, output } = await runFfmpeg(script('talks', 'exec yes'), { args: [], timeoutMs: 10_000, maxOutput: 100_000 })
    expect(ended).toBe('failed')
    expect(output.length).toBeLessThanOrEqual(100_000)
  })
})

test('nothing of a recording stays in the temporary folder', async () => {
  await Promise.all([normaliseVoice(recorded('z.wav', 1)), normaliseVoice(Buffer.from('ID3 nothing'))])
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`xiangli-voice-${process.pid}-`))).toEqual([])
})

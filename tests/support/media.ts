import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { findFfmpeg } from '../../server/src/adapters/media/ffmpeg'

/** A real JPEG with a little picture in it. */
export const aPhoto = (background = '#88aa99'): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background } }).jpeg().toBuffer()

/** A real MP3 of a tone. */
export const aVoice = async (seconds = 3): Promise<Buffer> => {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) throw new Error('no ffmpeg: apt-get install ffmpeg')
  const folder = mkdtempSync(join(tmpdir(), 'xiangli-voice-'))
  const file = join(folder, 'voice.mp3')
  execFileSync(ffmpeg, ['-nostdin', '-loglevel', 'error', '-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`, '-ac', '1', file])
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

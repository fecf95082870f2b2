import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAME = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'

export interface Run {
  args: readonly string[]
  input?: Uint8Array
  timeoutMs: number
  /** Output past this many bytes ends the process. */
  maxOutput: number
}

export type RunResult = { ended: 'ok' | 'failed' | 'timedOut' | 'notStarted'; output: Buffer }

/** Runs ffmpeg without a shell, terminal or inherited secrets; always resolves. */
export const runFfmpeg = (path: string, { args, input, timeoutMs, maxOutput }: Run): Promise<RunResult> =>
  new Promise((resolve) => {
    const child = spawn(path, ['-hide_banner', '-nostdin', '-v', 'error', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] },
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    let [size, isLate] = [0, false]
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, timeoutMs)
    const settle = (ended: RunResult['ended']): void => {
      clearTimeout(timer)
      resolve({ ended, output: Buffer.concat(chunks) })
    }
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxOutput) chunks.push(chunk)
      else child.kill('SIGKILL')
    })
    child.on('error', () => settle('notStarted'))
    child.on('close', (code) => settle(isLate ? 'timedOut' : code === 0 ? 'ok' : 'failed'))
    // ffmpeg may stop reading early; a broken pipe is then no news.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })

const hasXBit = (path: string): Promise<boolean> => access(path, constants.X_OK).then(() => true, () => false)

const working = new Set<string>()

/** It starts and answers, which a file with an x bit and a library missing does not; asked until it once did. */
const isRunnable = async (path: string): Promise<boolean> => {
  if (working.has(path)) return true
  const { ended } = await runFfmpeg(path, { args: ['-version'], timeoutMs: 5_000, maxOutput: 64 * 1024 })
  if (ended === 'ok') working.add(path)
  return ended === 'ok'
}

const onPath = async (): Promise<string | null> => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, NAME)
    if ((await hasXBit(path)) && (await isRunnable(path))) return path
  }
  return null
}

/** The package throws on machines it has no binary for; npm may leave the binary without its x bit. */
const fromPackage = async (): Promise<string | null> => {
  try {
    const { default: installer } = await import('@ffmpeg-installer/ffmpeg')
    if (!(await hasXBit(installer.path))) await chmod(installer.path, 0o755)
    return (await isRunnable(installer.path)) ? installer.path : null
  } catch {
    return null
  }
}

/** FFMPEG_PATH → PATH → the binary of @ffmpeg-installer; null when this machine has none. */
export const findFfmpeg = async (): Promise<string | null> => {
  const chosen = process.env['FFMPEG_PATH']
  if (chosen) return (await isRunnable(chosen)) ? chosen : null
  return (await onPath()) ?? (await fromPackage())
}

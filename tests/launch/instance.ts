import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const UP_MS = 180_000

export interface Instance {
  port: number
  dataDir: string
  output: () => string
  isUp: () => Promise<boolean>
  /** Signals the launcher's group, as a terminal does; answers its exit code and how long it took. */
  end: (signal: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>
  pid: number
}

interface Note { pid: number; started: string }

const running = new Set<ChildProcess>()
const folders: string[] = []

export const newDataDir = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xiangli-launch-'))
  folders.push(folder)
  return folder
}

export const newPort = (): Promise<number> => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

export const readNote = <T>(dataDir: string, name: string): T => JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as T

/** Every process a data folder knows of. */
export const noted = (dataDir: string): Record<string, Note> => ({
  ...readNote<{ children?: Record<string, Note> }>(dataDir, 'launch.json').children,
  mongod: readNote<{ process: Note }>(dataDir, 'mongo.json').process,
})

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A killed process may wait as a zombie for whoever inherited it.
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export const until = async (ask: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> => {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(100)) if (await ask()) return true
  return false
}

/** npm start, without the client builds and, unless asked for, without the demo's data. */
export const launch = async (wish: { dataDir?: string; port?: number; env?: Record<string, string> } = {}): Promise<Instance> => {
  const dataDir = wish.dataDir ?? newDataDir()
  const port = wish.port ?? (await newPort())
  const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), DATA_DIR: dataDir, MONGODB_URI: '', XIANGLI_BUILD_CLIENTS: '0', XIANGLI_SEED: '0', ...wish.env }
  const child = spawn(process.execPath, ['server/src/launch/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  running.add(child)
  let output = ''
  child.stdout.on('data', (chunk) => { output += String(chunk) })
  child.stderr.on('data', (chunk) => { output += String(chunk) })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => { running.delete(child); resolve(code) }))
  const isHealthy = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => ok, () => false)
  const pid = child.pid ?? 0
  return {
    port, dataDir, pid,
    output: () => output,
    isUp: async () => {
      const up = await until(async () => child.exitCode !== null || (output.includes('Ctrl-C') && (await isHealthy())), UP_MS)
      return up && child.exitCode === null
    },
    end: async (signal) => {
      const begun = Date.now()
      if (child.exitCode === null) process.kill(-pid, signal)
      return { code: await exited, ms: Date.now() - begun }
    },
  }
}

export const endAll = async (): Promise<void> => {
  for (const child of running) child.kill('SIGTERM')
  await until(() => running.size === 0, 12_000)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

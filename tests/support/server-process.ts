import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Town } from '@xiangli/server/testing'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const finished = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** Builds the server as `npm start` does. */
export const bundleServer = async (): Promise<void> => {
  const module = pathToFileURL(join(process.cwd(), 'server/src/launch/bundle.mjs')).href
  const script = `await (await import(${JSON.stringify(module)})).bundleAll(process.cwd(), ['server'])`
  const code = await finished(spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }))
  if (code !== 0) throw new Error('the server did not bundle')
}

export interface ServerProcess {
  url: string
  /** As the kernel or a power cut does it: no goodbye. */
  kill: () => Promise<void>
}

/** The real server in a process of its own, on the town's database; `hear` is told everything it prints. */
export const startServerProcess = async ({ config }: Town, wished?: number, hear?: (printed: string) => void): Promise<ServerProcess> => {
  const port = wished ?? (await freePort())
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
    LOG_LEVEL: hear ? 'trace' : 'silent',
    DEMO: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: config.dataDir,
    MONGODB_URI: config.mongoUri,
    RATE_PER_MINUTE: '100000',
    WRITE_FACTOR: '1000',
    XIANGLI_ROOT: config.root,
  }
  const child = spawn(process.execPath, [join(config.root, 'server/dist/main.mjs')], { env, stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'ignore' })
  if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => hear(chunk.toString()))
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, child)
  const kill = async (): Promise<void> => {
    const gone = finished(child)
    child.kill('SIGKILL')
    await gone
  }
  return { url, kill }
}

const untilHealthy = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error('the server did not come up')
}

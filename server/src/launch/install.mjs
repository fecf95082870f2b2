// First stage: runs before anything is installed, so Node's own modules only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson, writeWhole } from './json-file.mjs'
import { takeLock } from './lock.mjs'

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Locked */
/** @typedef {{ packages?: Record<string, Locked> }} LockFile */

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '')

/** @param {string} root */
const lockHash = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')

/** Whether what npm noted as installed is what the lock asks for. @param {string} root */
const matchesLock = (root) => {
  const none = /** @type {LockFile} */ ({})
  const wanted = readJson(join(root, 'package-lock.json'), none).packages ?? {}
  const present = readJson(join(root, 'node_modules', '.package-lock.json'), none).packages
  if (!present) return false
  return Object.entries(wanted).every(([path, locked]) => {
    const found = present[path]
    if (!path.includes('node_modules/')) return true
    return found ? found.version === locked.version : locked.optional === true || locked.devOptional === true
  })
}

/** Under `npm start` the environment describes that script; npm must not take it for its own. */
const npmEnvironment = () => Object.fromEntries(Object.entries(process.env)
  .filter(([key]) => !/^npm_(package|lifecycle|command|execpath|node_execpath)|^npm_config_(local_prefix|noproxy)$/i.test(key) && key !== 'NODE_ENV'))

/** @returns {[string, string[]]} */
const npmCommand = () => {
  const own = process.env.npm_execpath
  return own?.endsWith('npm-cli.js') && existsSync(own) ? [process.execPath, [own]] : ['npm', []]
}

/** @param {string} root */
const npmCi = (root) => new Promise((resolve, reject) => {
  const [command, first] = npmCommand()
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const shell = process.platform === 'win32' && command === 'npm'
  const child = spawn(command, args, { cwd: root, env: npmEnvironment(), stdio: ['ignore', 'inherit', 'inherit'], shell })
  const pass = (/** @type {NodeJS.Signals} */ signal) => { child.kill(signal) }
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, pass)
  child.on('error', reject)
  child.on('close', (code, signal) => {
    for (const name of signals) process.off(name, pass)
    if (signal) process.exit(1)
    if (code === 0) return resolve(undefined)
    return reject(new Error('npm ci 失败，见上。npm ci failed, see above.'))
  })
})

/** @param {string} root @param {(line: string) => void} say */
const install = async (root, say) => {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  say('安装依赖（npm ci，约 1–2 分钟）…')
  const timer = setInterval(() => say(`  仍在安装依赖，已 ${seconds()} 秒`), 15_000)
  try {
    await npmCi(root)
  } finally {
    clearInterval(timer)
  }
  say(`依赖已安装，用时 ${seconds()} 秒`)
}

/**
 * Installs what package-lock.json names, unless it is there already.
 * @param {{ root?: string, say?: (line: string) => void }} [options]
 */
export const ensureDependencies = async ({ root = ROOT, say = console.log } = {}) => {
  const stamp = join(root, 'node_modules', '.xiangli-lock')
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)
  if (isCurrent()) return
  const release = await takeLock(join(root, '.cache', 'install.lock'), () => say('另一个进程正在安装依赖，等待…'))
  try {
    if (isCurrent()) return
    if (!matchesLock(root)) await install(root, say)
    writeWhole(stamp, lockHash(root))
  } finally {
    release()
  }
}

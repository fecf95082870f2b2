import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { readJson } from '../../server/src/launch/json-file.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const FLAGS = '--experimental-vm-modules --disable-warning=ExperimentalWarning'
// Tests make their own world: nothing of a running instance may reach them.
const FOREIGN = ['MONGODB_URI', 'PORT', 'DATA_DIR', 'KEYS_FILE', 'DEMO', 'SIMULATORS_PORT', 'WECHAT_API_BASE']

/** @param {Record<string, string>} extra */
const environment = (extra) => {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...extra, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${FLAGS}`.trim() }
  for (const name of FOREIGN) delete env[name]
  return env
}

/** @param {string} root @param {string[]} args @param {{ env?: Record<string, string>, quiet?: boolean }} [options] @returns {Promise<{ code: number, output: string }>} */
const jest = (root, args, { env = {}, quiet = false } = {}) => new Promise((resolve) => {
  const bin = join(root, 'node_modules/jest/bin/jest.js')
  const child = spawn(process.execPath, [bin, '-c', 'tests/jest.config.mjs', ...args], {
    cwd: root, env: environment(env), stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => { output += chunk })
  child.once('error', () => resolve({ code: 1, output }))
  child.once('close', (code) => resolve({ code: code ?? 1, output }))
})

/** @param {string} root @param {string[]} words @returns {Promise<string[]>} test files whose path inside the project holds one of the words */
export const listTests = async (root, words) => {
  const { output } = await jest(root, ['--listTests'], { quiet: true })
  const all = output.split('\n').map((line) => line.trim()).filter((line) => /\.test\.tsx?$/.test(line))
  const inside = (/** @type {string} */ file) => relative(root, file).split(sep).join('/').toLowerCase()
  return words.length === 0 ? all : all.filter((file) => words.some((word) => inside(file).includes(word.toLowerCase())))
}

/**
 * @param {{ root: string, files: string[], flags: string[], env: Record<string, string> }} run
 * @returns {Promise<Tally>}
 */
export const runJest = async ({ root, files, flags, env }) => {
  const folder = mkdtempSync(join(tmpdir(), 'xiangli-run-'))
  const report = join(folder, 'jest.json')
  const list = join(folder, 'files.json')
  writeFileSync(list, JSON.stringify(files))
  const { code } = await jest(root, ['--json', `--outputFile=${report}`, ...flags], { env: { ...env, TEST_FILES: list } })
  const result = readJson(report, /** @type {any} */ (null))
  rmSync(folder, { recursive: true, force: true })
  if (result === null) return { passed: 0, failed: 1, skipped: 0 }
  // A file that does not load has no tests to count; it is one failure all the same.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1), skipped: result.numPendingTests + result.numTodoTests }
}

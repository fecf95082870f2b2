import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { buildClient } from '../../server/src/launch/client-build.mjs'
import { exists } from '../../server/src/launch/client-stamp.mjs'
import { ROOT } from '../../server/src/launch/install.mjs'
import { ensureChromium, HOW_TO_ADD } from './find-chromium.mjs'
import { startTestMongo } from './jest-mongo.mjs'
import { listTests, runJest } from './jest-run.mjs'
import { checkTypes, lint } from './steps.mjs'

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, note?: string }} Line */
/** @typedef {{ ok: boolean, output: string }} Check */

const BUILDS = /** @type {const} */ (['admin', 'h5', 'weapp'])
const say = (/** @type {string} */ text) => console.log(text)

/** @param {Line[]} lines @param {string} name @param {() => Promise<Partial<Line>>} work */
const step = async (lines, name, work) => {
  const begun = Date.now()
  say(`\n▸ ${name}`)
  const done = await work()
  const line = { name, passed: 0, failed: 0, seconds: Math.round((Date.now() - begun) / 100) / 10, ...done }
  lines.push(line)
  say(`${line.failed > 0 ? '✗' : '✓'} ${name} ${line.seconds} s${line.note ? ` (${line.note})` : ''}`)
}

/** @param {() => Promise<Check>} work */
const asOne = (work) => async () => {
  const { ok, output } = await work()
  if (!ok) say(output)
  return ok ? { passed: 1 } : { failed: 1 }
}

/** @param {typeof BUILDS[number]} name @param {string} logDir */
const build = async (name, logDir) => {
  const outcome = await buildClient(name, { root: ROOT, logDir })
  if (!outcome.ok) say(outcome.tail)
  return outcome.ok ? { passed: 1, note: outcome.built ? '' : 'unchanged' } : { failed: 1 }
}

/** @param {Line[]} lines @param {string[]} wanted */
const buildAll = async (lines, wanted) => {
  const logDir = mkdtempSync(join(tmpdir(), 'xiangli-builds-'))
  for (const name of BUILDS) {
    if (wanted.includes(name) && exists(ROOT, name)) await step(lines, `build ${name}`, () => build(name, logDir))
  }
  rmSync(logDir, { recursive: true, force: true })
}

/** @param {string} path */
const kindOf = (path) => {
  const [top, folder] = relative(ROOT, path).split(sep)
  return top === 'tests' && (folder === 'browser' || folder === 'weapp') ? folder : 'jest'
}

/** @param {Line[]} lines @param {{ name: string, files: string[], flags: string[], uri: string }} run */
const jestStep = (lines, { name, files, flags, uri }) => step(lines, `${name} (${files.length} files)`, async () => {
  const { passed, failed, skipped } = await runJest({ root: ROOT, files, flags, env: { TEST_MONGODB_URI: uri } })
  return { passed, failed, note: skipped > 0 ? `${skipped} skipped` : '' }
})

/** @param {Line[]} lines @param {{ files: string[], flags: string[], uri: string }} run */
const browserStep = async (lines, { files, flags, uri }) => {
  const name = 'browser and weapp'
  if (await ensureChromium(say)) return jestStep(lines, { name, files, flags: ['--runInBand', '--testTimeout=60000', ...flags], uri })
  return step(lines, name, async () => {
    say(HOW_TO_ADD)
    return { failed: files.length }
  })
}

/** @param {Line[]} lines @param {string[]} files @param {string[]} flags */
const testSteps = async (lines, files, flags) => {
  const mongo = await startTestMongo(say)
  const stopNow = () => { void mongo.stop().finally(() => process.exit(130)) }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stopNow)
  const plain = files.filter((file) => kindOf(file) === 'jest')
  const inBrowser = files.filter((file) => kindOf(file) !== 'jest')
  try {
    if (plain.length > 0) await jestStep(lines, { name: 'jest', files: plain, flags, uri: mongo.uri })
    if (inBrowser.length > 0) await browserStep(lines, { files: inBrowser, flags, uri: mongo.uri })
  } finally {
    await mongo.stop()
  }
}

/** @param {Line[]} lines */
const summary = (lines) => {
  say('')
  for (const line of lines) say(`${line.failed > 0 ? '✗' : '✓'} ${line.name.padEnd(30)} ${String(line.passed).padStart(5)} / ${line.failed}  ${line.seconds} s`)
  const total = (/** @type {'passed' | 'failed' | 'seconds'} */ key) => lines.reduce((sum, line) => sum + line[key], 0)
  say(`用时 ${Math.round(total('seconds'))} 秒\n${total('passed')} passed, ${total('failed')} failed`)
  return total('failed') > 0 ? 1 : 0
}

/** Words pick test files by path; what begins with a dash goes to jest. @param {string[]} args @returns {Promise<number>} exit code */
export const runAll = async (args) => {
  const dash = args.findIndex((arg) => arg.startsWith('-'))
  const words = dash === -1 ? args : args.slice(0, dash)
  const flags = dash === -1 ? [] : args.slice(dash)
  /** @type {Line[]} */
  const lines = []
  if (words.length === 0) {
    await step(lines, 'types', asOne(() => checkTypes(ROOT)))
    await step(lines, 'lint', asOne(() => lint(ROOT)))
  }
  const files = await listTests(ROOT, words)
  const kinds = new Set(words.length === 0 ? ['browser', 'weapp'] : files.map(kindOf))
  await buildAll(lines, [...(kinds.has('browser') ? ['admin', 'h5'] : []), ...(kinds.has('weapp') ? ['weapp'] : [])])
  if (files.length > 0) await testSteps(lines, files, flags)
  else lines.push({ name: `no test file matches ${words.join(' ')}`, passed: 0, failed: 1, seconds: 0 })
  return summary(lines)
}

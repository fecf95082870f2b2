// npm run prove: every proof at full size, one process each, figures into RESULTS.md.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from '../../server/src/launch/install.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
process.chdir(root)
await ensureDependencies()
const { startMongo } = await import('../../server/src/launch/mongo.mjs')
const { bundleScript } = await import('./bundle-script.mjs')
const { findChromium } = await import('../support/find-chromium.mjs')
const { buildClient } = await import('../../server/src/launch/client-build.mjs')

/** @typedef {{ title: string, figures: Record<string, string | number>, ok: boolean }} Proved */

const wanted = process.argv.slice(2)
const files = readdirSync(join(root, 'tests/prove')).filter((name) => name.endsWith('.prove.ts') && (wanted.length === 0 || wanted.some((word) => name.includes(word)))).sort()

const dataDir = mkdtempSync(join(tmpdir(), 'xiangli-prove-'))
// What a proof looks at in a browser.
const CHROMIUM_PATH = findChromium()
if (!(await buildClient('admin', { root, logDir: dataDir })).ok) console.log('the admin did not build')
const mongo = await startMongo({ dataDir, fast: true, log: console.log })

/** A proof runs alone in its process and prints its result as the last line. @param {string} file @returns {Promise<Proved & { seconds: number }>} */
const prove = async (file) => {
  const startedAt = Date.now()
  const bundle = await bundleScript(`tests/prove/${file}`)
  const script = `const { prove } = await import(${JSON.stringify(`file://${bundle}`)}); const proved = await prove(); console.log(JSON.stringify(proved)); process.exit(0)`
  const env = { ...process.env, TEST_MONGODB_URI: mongo.uri, XIANGLI_ROOT: root, LOG_LEVEL: 'silent', ...(CHROMIUM_PATH ? { CHROMIUM_PATH } : {}) }
  const child = spawn(process.execPath, ['--enable-source-maps', '--input-type=module', '-e', script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => { output += chunk })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  const last = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !last.startsWith('{')) return { title: file, figures: { failed: `exit ${code}` }, ok: false, seconds }
  return { .../** @type {Proved} */ (JSON.parse(last)), seconds }
}

/** @param {Proved & { seconds: number }} proved */
const section = ({ title, figures, ok, seconds }) =>
  `## ${ok ? '✓' : '✗'} ${title}\n\n${Object.entries(figures).map(([name, value]) => `- ${name}: **${value}**`).join('\n')}\n\n${seconds} s\n`

const results = []
for (const file of files) {
  console.log(`▸ ${file}`)
  const proved = await prove(file)
  console.log(section(proved))
  results.push({ file, ...proved })
}
await mongo.stop()
rmSync(dataDir, { recursive: true, force: true })

if (wanted.length === 0) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? '?'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, MongoDB ${mongo.version}`
  const head = `# Proofs at full size\n\n\`npm run prove\`, ${new Date().toISOString().slice(0, 10)}, ${machine}\n`
  writeFileSync(join(root, 'tests/prove/RESULTS.md'), [head, ...results.map(section)].join('\n'))
}
const failed = results.filter(({ ok }) => !ok).length
console.log(`${results.length - failed} proved, ${failed} not`)
process.exitCode = failed === 0 ? 0 : 1

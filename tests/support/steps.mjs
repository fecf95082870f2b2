import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = ['shared', 'server', 'server/src/launch', 'cron', 'admin', 'miniprogram', 'tests']

/** @param {string} root @param {string[]} args @returns {Promise<{ ok: boolean, output: string }>} */
const nodeRun = (root, args) => new Promise((resolve) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => { output += chunk })
  child.stderr.on('data', (chunk) => { output += chunk })
  child.once('error', (error) => resolve({ ok: false, output: error.message }))
  child.once('close', (code) => resolve({ ok: code === 0, output }))
})

/** @param {string} folder @returns {boolean} */
const hasSource = (folder) => existsSync(folder)
  && readdirSync(folder, { recursive: true }).some((name) => /\.(tsx?|mjs)$/.test(String(name)) && !String(name).includes('node_modules'))

/** @param {string} root */
export const checkTypes = async (root) => {
  const outputs = []
  for (const name of PACKAGES) {
    if (!existsSync(join(root, name, 'tsconfig.json')) || !hasSource(join(root, name, name === 'tests' ? '.' : name.endsWith('launch') ? '.' : 'src'))) continue
    const { ok, output } = await nodeRun(root, ['node_modules/typescript/bin/tsc', '-p', name])
    if (!ok) outputs.push(`${name}:\n${output.trim()}`)
  }
  return { ok: outputs.length === 0, output: outputs.join('\n') }
}

/** @param {string} root */
export const lint = (root) => nodeRun(root, ['node_modules/oxlint/bin/oxlint', '--config', '.oxlintrc.json', '.'])

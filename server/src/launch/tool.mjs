// npm run seed · npm run job: runs one bundle beside the running instance, or on its data when nothing runs.
import { requireNode } from './node-version.mjs'
import { endWithNpm } from './npm-watch.mjs'

requireNode()
endWithNpm()
const TOOLS = { seed: 'seed', job: 'job' }
const [word = '', ...args] = process.argv.slice(2)
try {
  if (!Object.hasOwn(TOOLS, word)) throw new Error(`用法 usage: node tool.mjs <${Object.keys(TOOLS).join('|')}> …`)
  const { ensureDependencies } = await import('./install.mjs')
  await ensureDependencies()
  const { runTool } = await import('./run-tool.mjs')
  process.exitCode = await runTool(/** @type {'seed' | 'job'} */ (word), args)
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

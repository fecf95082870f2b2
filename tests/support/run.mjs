// npm test. First stage: nothing may be installed yet, so the rest is imported afterwards.
import { requireNode } from '../../server/src/launch/node-version.mjs'
import { endWithNpm } from '../../server/src/launch/npm-watch.mjs'

requireNode()
endWithNpm()
try {
  const { ensureDependencies } = await import('../../server/src/launch/install.mjs')
  await ensureDependencies()
  const { runAll } = await import('./run-all.mjs')
  process.exitCode = await runAll(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

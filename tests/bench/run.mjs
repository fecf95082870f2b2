// npm run bench. First stage: nothing may be installed yet, so the rest is imported afterwards.
import { requireNode } from '../../server/src/launch/node-version.mjs'

requireNode()
try {
  const { ensureDependencies } = await import('../../server/src/launch/install.mjs')
  await ensureDependencies()
  const { bench } = await import('./bench.mjs')
  process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

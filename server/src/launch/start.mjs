// npm start. First stage: nothing may be installed yet, so the rest is imported afterwards.
import { requireNode } from './node-version.mjs'
import { endWithNpm } from './npm-watch.mjs'

requireNode()
endWithNpm()
try {
  const { ensureDependencies } = await import('./install.mjs')
  await ensureDependencies()
  const { serve } = await import('./serve.mjs')
  await serve(process.argv.slice(2))
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

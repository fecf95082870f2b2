// TypeScript that runs outside Jest (proofs, benches) is bundled to one file, packages stay outside.
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Our own packages are source, not packages: found by their `exports`, compiled in. @type {import('esbuild').Plugin} */
const ownPackages = {
  name: 'own-packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@xiangli\// }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }))
  },
}

/** @param {string} entry from the project's root @returns {Promise<string>} the bundle, below tests/ so that it finds its packages */
export const bundleScript = async (entry) => {
  const outfile = join(root, 'tests/dist', basename(entry).replace(/\.ts$/, '.mjs'))
  await build({
    absWorkingDir: root, entryPoints: [entry], outfile, plugins: [ownPackages],
    bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'error',
    tsconfig: join(root, 'tsconfig.base.json'),
  })
  return outfile
}

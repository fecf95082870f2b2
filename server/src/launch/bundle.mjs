// Server, cron and the tools are each bundled to one file: start-up reads one file, packages stay outside.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, context, stop } from 'esbuild'
import { readJson, writeWhole } from './json-file.mjs'

/** @typedef {'simulators' | 'seed' | 'server' | 'cron' | 'job'} BundleName */
/** @typedef {(outputs: string[]) => void} OnWritten */

/** @type {Record<BundleName, { entry: string, output: string }>} */
const BUNDLES = {
  simulators: { entry: 'server/src/simulators/main.ts', output: 'server/dist/simulators.mjs' },
  seed: { entry: 'server/src/seed/main.ts', output: 'server/dist/seed.mjs' },
  server: { entry: 'server/src/main.ts', output: 'server/dist/main.mjs' },
  cron: { entry: 'cron/src/main.ts', output: 'cron/dist/main.mjs' },
  job: { entry: 'cron/src/run-job.ts', output: 'cron/dist/run-job.mjs' },
}
const NAMES = /** @type {BundleName[]} */ (Object.keys(BUNDLES))

/** `@xiangli/shared/venue/rules` → its source, by the package's own `exports`. @param {string} root @param {string} path */
const sourceOf = (root, path) => {
  const [, name = '', ...rest] = path.split('/')
  const wanted = `./${rest.join('/')}`
  const table = readJson(join(root, name, 'package.json'), { exports: /** @type {Record<string, string>} */ ({}) }).exports ?? {}
  const [, target = `./src/${rest.join('/')}.ts`] = Object.entries(table)
    .find(([key]) => key === wanted || (key.endsWith('*') && wanted.startsWith(key.slice(0, -1)))) ?? []
  return join(root, name, target.replace('*', wanted.slice(2)))
}

/** @param {string} root @returns {import('esbuild').Plugin} */
const ownPackages = (root) => ({
  name: 'own-packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@xiangli\// }, ({ path }) => ({ path: sourceOf(root, path) }))
  },
})

/** @param {string} path @param {Uint8Array} content */
const isSame = (path, content) => existsSync(path) && readFileSync(path).equals(content)

/** Only changed files are written, each in one step: another instance may be reading. @param {OnWritten} onWritten @returns {import('esbuild').Plugin} */
const writeChanged = (onWritten) => ({
  name: 'write-changed',
  setup: ({ onEnd }) => {
    onEnd(({ outputFiles = [], errors }) => {
      if (errors.length > 0) return
      const changed = outputFiles.filter(({ path, contents }) => !isSame(path, contents))
      for (const { path, contents } of changed) writeWhole(path, contents)
      if (changed.length > 0) onWritten(changed.map(({ path }) => path))
    })
  },
})

/** @param {string} root @param {BundleName} name @param {OnWritten} onWritten @returns {import('esbuild').BuildOptions} */
const optionsFor = (root, name, onWritten) => ({
  absWorkingDir: root,
  entryPoints: [BUNDLES[name].entry],
  outfile: BUNDLES[name].output,
  bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external',
  // Lines of the sources without their text: the server keeps the whole map in memory.
  sourcemap: true, sourcesContent: false, write: false, logLevel: 'silent', tsconfig: join(root, 'tsconfig.base.json'),
  plugins: [ownPackages(root), writeChanged(onWritten)],
})

/** @param {string} root @param {BundleName} name */
export const hasEntry = (root, name) => existsSync(join(root, BUNDLES[name].entry))

/** @param {string} root @param {BundleName} name */
export const bundlePath = (root, name) => join(root, BUNDLES[name].output)

/** @param {string} root @param {BundleName[]} [names] */
export const bundleAll = async (root, names = NAMES) => {
  for (const name of names) {
    if (hasEntry(root, name)) await build(optionsFor(root, name, () => {}))
  }
  // Its service would live, and weigh, as long as we do.
  await stop()
}

/** Rebuilds on change and tells which. @param {string} root @param {(name: BundleName) => void} onChange @returns {Promise<() => Promise<void>>} stop */
export const watchBundles = async (root, onChange) => {
  /** @type {import('esbuild').BuildContext[]} */
  const contexts = []
  for (const name of NAMES.filter((each) => hasEntry(root, each))) {
    const one = await context({ ...optionsFor(root, name, () => onChange(name)), logLevel: 'warning' })
    await one.watch()
    contexts.push(one)
  }
  return async () => { await Promise.all(contexts.map((one) => one.dispose())) }
}

// Prints the host as one browser module. A process of its own, because esbuild does not run inside jest's.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The adapter puts a prefix of its own on every id; WeChat's pages keep theirs. @type {import('esbuild').Plugin} */
const plainIds = {
  name: 'plain-ids',
  setup: ({ onLoad }) => {
    onLoad({ filter: /glass_easel_miniprogram_adapter\.es\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/idPrefixGenerator:[\w$]+,multipleSlots/, 'multipleSlots'),
    }))
  },
}

const built = await build({
  entryPoints: [fileURLToPath(new URL('../host/main.ts', import.meta.url))],
  bundle: true, format: 'esm', target: 'chrome120', mainFields: ['module', 'main'], plugins: [plainIds], write: false, logLevel: 'error',
})
process.stdout.write(built.outputFiles[0]?.text ?? '')

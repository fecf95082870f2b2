// A client is stale when anything it is made of changed since its last good build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readJson, writeJson } from './json-file.mjs'

/** @typedef {'admin' | 'h5' | 'weapp'} ClientName */
/** @typedef {{ folder: string, output: string, entry: string, needs: string, inputs: string[], bin: string, args: string[] }} Client */

const MINIPROGRAM = ['src', 'config', 'types', 'babel.config.js', 'package.json', 'tsconfig.json'].map((name) => `miniprogram/${name}`)
const EVERY = ['package-lock.json', 'tsconfig.base.json', 'shared/src']

/** @param {'h5' | 'weapp'} type @param {string} entry @returns {Client} */
const taro = (type, entry) => ({
  folder: 'miniprogram', output: `miniprogram/dist/${type}`, entry, needs: 'miniprogram/src/app.config.ts',
  inputs: [...MINIPROGRAM, ...EVERY], bin: '@tarojs/cli/bin/taro', args: ['build', '--type', type],
})

/** @type {Record<ClientName, Client>} */
export const CLIENTS = {
  admin: {
    folder: 'admin', output: 'admin/dist', entry: 'index.html', needs: 'admin/index.html',
    inputs: [...['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'].map((name) => `admin/${name}`), ...EVERY],
    bin: 'vite/bin/vite.js', args: ['build'],
  },
  h5: taro('h5', 'index.html'),
  weapp: taro('weapp', 'app.json'),
}

/** @typedef {{ inputs: string, outputs: string[] }} Stamp `outputs`: every file of the build, below its folder */

/** @param {string} path @returns {string[]} every file below, sorted; tests are no part of a build */
const filesOf = (path) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).sort().filter((name) => !/\.test\.tsx?$/.test(name)).flatMap((name) => filesOf(join(path, name)))
}

/** @param {string} root @param {ClientName} name */
export const inputHash = (root, name) => {
  const hash = createHash('sha256')
  for (const file of CLIENTS[name].inputs.flatMap((input) => filesOf(join(root, input)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} root @param {ClientName} name */
const stampPath = (root, name) => join(root, '.cache', 'builds', `${name}.json`)

/** @param {string} root @param {ClientName} name */
export const isBuilt = (root, name) => existsSync(join(root, CLIENTS[name].output, CLIENTS[name].entry))

/** Built from what lies there now, and nothing of it lost since. @param {string} root @param {ClientName} name */
export const isFresh = (root, name) => {
  if (!isBuilt(root, name)) return false
  const { inputs, outputs } = readJson(stampPath(root, name), /** @type {Stamp} */ ({ inputs: '', outputs: [] }))
  const isWhole = (outputs ?? []).every((file) => existsSync(join(root, CLIENTS[name].output, file)))
  return isWhole && inputs === inputHash(root, name)
}

/** @param {string} root @param {ClientName} name @param {string} inputs */
export const stamp = (root, name, inputs) => {
  const folder = join(root, CLIENTS[name].output)
  writeJson(stampPath(root, name), { inputs, at: new Date().toISOString(), outputs: filesOf(folder).map((file) => relative(folder, file)) })
}

/** @param {string} root @param {ClientName} name */
export const exists = (root, name) => existsSync(join(root, CLIENTS[name].needs))

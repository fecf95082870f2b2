import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')
const sources = ['shared/src', 'server/src', 'cron/src', 'admin/src', 'miniprogram/src', 'tests']

/** The runner names the files of a phase in a list; run by hand, jest finds them itself. */
const chosen = () => {
  const list = process.env.TEST_FILES
  if (!list) return { testMatch: ['**/*.test.ts', '**/*.test.tsx'] }
  const files = /** @type {string[]} */ (JSON.parse(readFileSync(list, 'utf8')))
  return { testRegex: files.map((file) => `^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }
}

/** A generic arrow function does not parse in .ts when JSX is on. @param {boolean} tsx */
const swc = (tsx) => ['@swc/jest', {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'es6' },
}]

export default {
  rootDir: root,
  roots: sources.map((folder) => `${root}/${folder}`).filter((folder) => existsSync(folder)),
  ...chosen(),
  testEnvironment: 'node',
  testTimeout: 20_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.ts$': swc(false),
    '\\.tsx$': swc(true),
  },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper: {
    '^@xiangli/shared/(.*)$': '<rootDir>/shared/src/$1',
    '^@xiangli/server/testing$': '<rootDir>/server/src/testing/index',
    '^@xiangli/(server|cron|admin|miniprogram)/(.*)$': '<rootDir>/$1/src/$2',
    '\\.(css|scss|less|svg|png)$': 'identity-obj-proxy',
  },
}

import { expect, test } from '@jest/globals'
import { files, sources } from './project'

const TOP_LEVEL = new Set([
  'miniprogram', 'admin', 'server', 'shared', 'cron', 'tests', 'project.config.json', 'package.json', 'package-lock.json',
  'tsconfig.base.json', 'README.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'LICENSE', 'compose.yaml',
])
const EMPTY_WORDS = /^(utils?|helpers?|common|misc|manager|base)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.[a-z0-9]+)*$/

const stemOf = (name: string): string => name.replace(/(\.(test|d|config|module))?\.[^.]+$/, '')
const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

test('the top level holds only what the design names, and dot-files', () => {
  const entries = new Set(files.map((path) => path.split('/')[0] ?? ''))
  expect([...entries].filter((name) => !name.startsWith('.') && !TOP_LEVEL.has(name))).toEqual([])
})

test('no source file or folder has a name that says nothing', () => {
  const inSource = files.filter((path) => /\.(tsx?|mjs|js|cjs|css|scss)$/.test(path))
  const empty = inSource.filter((path) => path.split('/').some((part) => EMPTY_WORDS.test(stemOf(`${part}`.includes('.') ? part : `${part}.x`))))
  expect(empty).toEqual([])
})

test('files are kebab-case, components PascalCase', () => {
  const wrong = sources.filter((path) => {
    const stem = nameOf(path).replace(/\.[^.]+$/, '')
    if (nameOf(path).startsWith('.')) return false
    return !KEBAB.test(stem) && !(path.endsWith('.tsx') && PASCAL.test(stem))
  })
  expect(wrong).toEqual([])
})

test('folders are kebab-case', () => {
  const folders = new Set(files.flatMap((path) => path.split('/').slice(0, -1)))
  expect([...folders].filter((name) => !name.startsWith('.') && !KEBAB.test(name))).toEqual([])
})

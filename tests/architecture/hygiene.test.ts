import { homedir } from 'node:os'
import { expect, test } from '@jest/globals'
import { files, isTest, read, ROOT, sources } from './project'

const TEXT = /\.(tsx?|mjs|cjs|js|json|md|ya?ml|css|scss|html|csv|txt|sh)$|^\.|\/\.|LICENSE/
const texts = files.filter((path) => TEXT.test(path) && !path.endsWith('package-lock.json'))

const linesWith = (paths: readonly string[], pattern: RegExp): string[] => paths.flatMap((path) =>
  read(path).split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 100)}`] : [])))

test('the lock file names no registry host', () => {
  expect(read('package-lock.json').match(/"resolved": "https?:[^"]+"/g) ?? []).toEqual([])
})

test('no file names a registry or mirror host', () => {
  expect(linesWith(texts, /https?:\/\/[^\s/'"]*(registry|mirror|pypi|npmjs)[^\s/'"]*/i)).toEqual([])
})

test('no file holds a path of one machine', () => {
  const own = [ROOT, homedir()].filter((path) => path.split('/').length > 2)
  const places = own.map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp([...places, String.raw`(?<![\w.:])/(home|Users)/[\w.-]+/`, String.raw`(?<![\w.:])/ro{2}t/`].join('|'))
  expect(linesWith(texts, pattern)).toEqual([])
})

test('no test is left out or runs alone', () => {
  expect(linesWith(sources.filter(isTest), /\b(test|it|describe)\.(only|skip|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/)).toEqual([])
})

test('no enum, no class of our own making but where a library demands one, no unexplained suppression', () => {
  const code = sources.filter((path) => /\.tsx?$/.test(path))
  expect(linesWith(code, /^\s*(export\s+)?(const\s+)?enum\s/)).toEqual([])
  expect(linesWith(code, /@ts-(ignore|nocheck)|@ts-expect-error\s*$|(eslint|oxlint)-disable(-next-line|-line)?\s*$/)).toEqual([])
  expect(linesWith(code, /^\s*(export\s+)?(default\s+)?(abstract\s+)?class\s+\w+(?!.*\bextends\b)/)).toEqual([])
})

test('raw collections are opened only where sessions are handled', () => {
  const rooms = /^server\/src\/(core|launch|seed|testing)\/|^server\/src\/start\.ts$|^tests\/|\.test\.tsx?$/
  expect(linesWith(sources.filter((path) => !rooms.test(path)), /\.collection\s*(<[^(]*>)?\(/)).toEqual([])
})

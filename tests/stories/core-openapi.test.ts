import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'
import { isForPeople } from '@xiangli/shared/core/roles'
import { read, sources } from '../architecture/project'

type Json = Record<string, unknown>
interface Operation {
  operationId: string
  summary: string
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, Json>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; responses: Record<string, Json> }
}

let town: Town
let document: Document
const names = Object.keys(contracts) as OperationName[]
const offered = names.filter(isForPeople)

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  const answer = await fetch(`${town.url}/api/openapi.json`)
  expect(answer.headers.get('content-type')).toContain('application/json')
  document = (await answer.json()) as Document
}, 60_000)
afterAll(() => town?.stop())

/** Follows `#/components/…` to what it names. */
const resolve = (node: Json): Json => {
  const reference = node.$ref
  if (typeof reference !== 'string') return node
  const found = reference.slice(2).split('/').reduce<unknown>((at, part) => (at as Json | undefined)?.[part.replaceAll('~1', '/')], document)
  if (!found) throw new Error(`${reference} names nothing`)
  return resolve(found as Json)
}

const everyReference = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(everyReference)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' && typeof value === 'string' ? [value] : everyReference(value)))
}

test('the document is OpenAPI 3.1 and every reference in it names something', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document).toMatchObject({ info: { title: expect.any(String), version: expect.any(String) }, components: { securitySchemes: expect.any(Object) } })
  const broken = [...new Set(everyReference(document))].filter((reference) => {
    try {
      return !resolve({ $ref: reference })
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})

test('every operation a person may use is in it once, with a Chinese summary, and no other', () => {
  expect(Object.keys(document.paths).sort()).toEqual(offered.map((name) => `/api/${name}`).sort())
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  expect(operations.filter(({ summary }) => !/[\u4e00-\u9fff]/.test(summary))).toEqual([])
})

test('public queries answer GET as well, nothing else does, and never one whose question is itself a secret', () => {
  const withGet = Object.entries(document.paths).flatMap(([path, methods]) => (methods.get ? [path] : []))
  const isPublic = (name: OperationName): boolean => {
    const contract = contracts[name]
    return contract.kind === 'query' && contract.scope === 'public' && contract.isAskedInSecret !== true
  }
  expect(withGet.sort()).toEqual(offered.filter(isPublic).map((name) => `/api/${name}`).sort())
})

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']
const KEYWORDS = new Set([
  '$ref', 'id', 'type', 'enum', 'const', 'default', 'description', 'format', 'pattern', 'properties', 'required', 'additionalProperties', 'propertyNames',
  'items', 'prefixItems', 'minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'anyOf', 'oneOf', 'allOf', 'not',
])

/** What is wrong with a schema by JSON Schema 2020-12, as far as ours use it. */
const faultsOf = (schema: unknown, at: string): string[] => {
  if (typeof schema === 'boolean') return []
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [`${at} is no schema`]
  const { type, properties = {}, required = [], pattern, items, prefixItems = [], additionalProperties = true, propertyNames = true, ...rest } = schema as Record<string, never> & Json
  const parts = [rest.anyOf, rest.oneOf, rest.allOf].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
  return [
    ...Object.keys(schema).filter((key) => !KEYWORDS.has(key)).map((key) => `${at} has ${key}`),
    ...[type ?? []].flat().filter((one) => !TYPES.includes(one as string)).map((one) => `${at} is a ${String(one)}`),
    ...(required as string[]).filter((key) => !(key in (properties as Json)) && additionalProperties === true).map((key) => `${at} requires ${key} without describing it`),
    ...(pattern === undefined || new RegExp(pattern as string, 'u') ? [] : [`${at} has a broken pattern`]),
    ...Object.entries(properties as Json).flatMap(([key, value]) => faultsOf(value, `${at}.${key}`)),
    ...[items ?? true, additionalProperties, propertyNames, ...(prefixItems as unknown[]), ...parts].flatMap((each) => faultsOf(each, `${at}[]`)),
  ]
}

test('every schema is one by JSON Schema 2020-12', () => {
  const inUse = Object.values(document.paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId, requestBody, responses }) => [
      ...Object.values(requestBody?.content ?? {}).map(({ schema }) => ({ at: operationId, schema })),
      ...Object.entries(responses).flatMap(([status, response]) =>
        Object.values((resolve(response).content ?? {}) as Record<string, { schema: Json }>).map(({ schema }) => ({ at: `${operationId} ${status}`, schema })),
      ),
    ]),
  )
  const named = Object.entries(document.components.schemas).map(([at, schema]) => ({ at, schema }))
  expect(inUse.length).toBeGreaterThan(offered.length * 2)
  expect([...inUse, ...named].flatMap(({ at, schema }) => faultsOf(schema, at))).toEqual([])
})

test('each operation lists its own refusals by code, under their status, besides the common ones', () => {
  const missing = offered.flatMap((name) => {
    const { responses } = document.paths[`/api/${name}`]!.post!
    return contracts[name].errors.filter((code) => {
      const said = JSON.stringify(resolve(responses[String(errors[code].status)] ?? {}))
      return !said.includes(code)
    }).map((code) => `${name} ${code}`)
  })
  expect(missing).toEqual([])
  const { responses } = document.paths['/api/casework.submit']!.post!
  for (const status of ['200', '400', '401', '403', '404', '409', '413', '422', '429', '500', '503']) expect(responses[status]).toBeDefined()
})

// What the code itself can refuse with, read from the code.
const THROWN = /(?:\bfail|\brefuse|new AppError)\(\s*'([a-zA-Z]+\.[a-zA-Z]+)'|\?\?\s*fail\('([a-zA-Z]+\.[a-zA-Z]+)'|_\w+: '([a-zA-Z]+\.[a-zA-Z]+)'|: '([a-z]+\.[a-zA-Z]+)',?$/gm

const codesIn = (path: string): ErrorCode[] =>
  [...read(path).matchAll(THROWN)].map((match) => match.slice(1).find(Boolean)!).filter((code): code is ErrorCode => code in errors)

const production = sources.filter((path) => /^server\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.includes('/testing/'))

/** Met by whoever imports a register, which no operation does yet. */
const SEED_ONLY = 'registry.duplicate'

test('every code the server can refuse with is declared by an operation of the module it stands in', () => {
  const undeclared = production.flatMap((path) => {
    const module = /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1]
    if (!module) return []
    const declared = new Set(names.filter((name) => name.startsWith(`${module}.`)).flatMap((name) => [...contracts[name].errors]))
    // A lower module's refusal is declared where it is called from.
    const anywhere = new Set(names.flatMap((name) => [...contracts[name].errors]))
    const codes = codesIn(path).filter((code) => !code.startsWith('core.') && code !== SEED_ONLY)
    return codes.filter((code) => !(code.startsWith(`${module}.`) ? declared.has(code) || anywhere.has(code) : anywhere.has(code))).map((code) => `${path} ${code}`)
  })
  expect(undeclared).toEqual([])
})

test('no code is declared or kept in the table that nothing can refuse with', () => {
  const thrown = new Set(sources.filter((path) => /^(server|shared)\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !/\/(errors|contract)\.ts$/.test(path)).flatMap((path) =>
    [...read(path).matchAll(/'([a-z][a-z0-9]*\.[a-zA-Z]+)'/g)].map((match) => match[1]!)))
  expect(Object.keys(errors).filter((code) => !thrown.has(code))).toEqual([])
})

test('every refusal has its own Chinese words and a status of the design', () => {
  const allowed = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503]
  for (const [code, { status, text }] of Object.entries(errors)) {
    expect({ code, ok: allowed.includes(status) && /[\u4e00-\u9fff]{4}/.test(text) }).toEqual({ code, ok: true })
  }
})

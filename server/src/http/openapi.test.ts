import { expect, test } from '@jest/globals'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { isForPeople } from '@xiangli/shared/core/roles'
import { openApi } from './openapi'

type Json = Record<string, unknown>
const document = openApi() as Json & { paths: Record<string, { post: Json }>; components: { schemas: Json; responses: Json } }

const refsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value !== 'object' || value === null) return []
  const { $ref, ...rest } = value as Json
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(rest).flatMap(refsIn)]
}

test('every reference leads somewhere', () => {
  const lost = [...new Set(refsIn(document))].filter((ref) => {
    const [, , kind, name] = ref.split('/')
    return !ref.startsWith('#/components/') || !(document.components as Record<string, Json>)[kind ?? '']?.[name ?? '']
  })
  expect(lost).toEqual([])
})

test('every operation a caller may use is listed with each of its errors, and no internal one', () => {
  const listed = Object.keys(document.paths).map((path) => path.slice('/api/'.length))
  const names = Object.keys(contracts) as OperationName[]
  expect(listed.sort()).toEqual(names.filter(isForPeople).sort())
  for (const name of listed as OperationName[]) {
    const responses = JSON.stringify(document.paths[`/api/${name}`]?.post.responses)
    for (const code of contracts[name].errors.filter((each) => !each.startsWith('core.'))) expect(responses).toContain(`\`${code}\``)
  }
})

test('the document stays small: views are described once', () => {
  expect(JSON.stringify(document).length / Object.keys(document.paths).length).toBeLessThan(3_000)
})

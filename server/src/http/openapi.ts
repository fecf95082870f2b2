import { z } from 'zod'
import { SettingsApplying, SettingsVersion } from '@xiangli/shared/casework/contract/settings'
import { SealedView } from '@xiangli/shared/casework/sealed-views'
import { CaseSettings } from '@xiangli/shared/casework/settings/shape'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'
import { CaseSummary, CaseView } from '@xiangli/shared/casework/views'
import { DutyPerson, ShiftView } from '@xiangli/shared/duty/shifts'
import { FileView } from '@xiangli/shared/file/contract'
import { HandoverItem, HandoverView } from '@xiangli/shared/handover/contract'
import { Me } from '@xiangli/shared/identity/contract'
import { JournalRow } from '@xiangli/shared/journal/contract'
import { NoticeView } from '@xiangli/shared/notice/contract'
import { Division } from '@xiangli/shared/region/contract'
import { Resident } from '@xiangli/shared/registry/contract'
import { coreErrors } from '@xiangli/shared/core/errors'
import { anonymousOperations, isForPeople } from '@xiangli/shared/core/roles'

type Json = Record<string, unknown>

/** Views that several operations answer with; described once and pointed at. */
const NAMED = { CaseView, CaseSummary, FileView, Me, NoticeView, Division, Resident, JournalRow, DutyPerson, ShiftView, HandoverItem, HandoverView, SealedView, CaseSettings, SettingsVersion, SettingsApplying }

/** What several operations are given, in the same way. */
const GIVEN = { GivenSettings: CaseSettings }

const refTo = (id: string): string => `#/components/schemas/${id}`

const bare = ({ $schema: _s, $id: _i, ...schema }: Json): Json => schema

/** Every input or output with its own id, and the named views between them as references. */
const schemasOf = (io: 'input' | 'output'): Record<string, Json> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(io === 'output' ? NAMED : GIVEN)) registry.add(schema, { id })
  for (const name of Object.keys(contracts) as OperationName[]) {
    const type: z.ZodType = contracts[name][io]
    // A schema two operations share keeps the id it has.
    if (!registry.has(type)) registry.add(type, { id: `${name}.${io}` })
  }
  const { schemas } = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: refTo }) as { schemas: Record<string, Json> }
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

const idOf = (name: OperationName, io: 'input' | 'output'): string => {
  const type: z.ZodType = contracts[name][io]
  const named = Object.entries(NAMED).find(([, schema]) => schema === type)
  if (named) return named[0]
  const first = (Object.keys(contracts) as OperationName[]).find((other) => (contracts[other][io] as z.ZodType) === type) ?? name
  return `${first}.${io}`
}

const schemaOf = (name: OperationName, io: 'input' | 'output'): Json => ({ $ref: refTo(idOf(name, io)) })

const content = (schema: Json, type = 'application/json'): Json => ({ content: { [type]: { schema } } })

const codesByStatus = (codes: readonly string[]): Map<number, string[]> => {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status } = errors[code as ErrorCode]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return byStatus
}

const refusal = (codes: readonly string[]): Json => ({
  description: codes.map((code) => `\`${code}\` ${errors[code as ErrorCode].text}`).join('\n\n'),
  ...content({ allOf: [{ $ref: refTo('Error') }, { properties: { code: { enum: codes } } }] }),
})

const coreByStatus = codesByStatus(Object.keys(coreErrors))
const commonRefusals = (): Json => Object.fromEntries([...coreByStatus].map(([status, codes]) => [`Refused${status}`, refusal(codes)]))

/** One response per status, its codes listed with the words a person reads. */
const refusals = (own: readonly string[]): Json => {
  const ownByStatus = codesByStatus(own)
  const statuses = [...new Set([...coreByStatus.keys(), ...ownByStatus.keys()])].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const ownCodes = ownByStatus.get(status)
      const common = { $ref: `#/components/responses/Refused${status}` }
      return [String(status), ownCodes ? refusal([...(coreByStatus.get(status) ?? []), ...ownCodes]) : common]
    }),
  )
}

const requestOf = (name: OperationName): Json => {
  const contract = contracts[name]
  if (contract.kind !== 'command' || !contract.carriesFile) return { required: true, ...content(schemaOf(name, 'input')) }
  const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
  return { required: true, ...content({ allOf: [schemaOf(name, 'input'), file] }, 'multipart/form-data') }
}

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '点一次按钮生成一个；重试用同一个，绝不会办两次',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,128}$' },
}

const operationOf = (name: OperationName, method: 'post' | 'get'): Json => {
  const contract = contracts[name]
  const parameters: Json[] = contract.kind === 'command' ? [KEY_HEADER] : []
  if (method === 'get') {
    parameters.push({ name: 'input', in: 'query', description: 'JSON', content: { 'application/json': { schema: schemaOf(name, 'input') } } })
  }
  return {
    operationId: method === 'get' ? `${name}.get` : name,
    tags: [name.split('.')[0]],
    summary: contract.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'post' ? { requestBody: requestOf(name) } : {}),
    ...(anonymousOperations.has(name) ? { security: [] } : {}),
    responses: {
      '200': { description: '成功', ...content(schemaOf(name, 'output')) },
      ...refusals(contract.errors.filter((code) => !code.startsWith('core.'))),
    },
  }
}

const pathOf = (name: OperationName): Json => {
  const contract = contracts[name]
  const isPublic = contract.kind === 'query' && contract.scope === 'public' && !('isAskedInSecret' in contract)
  return { post: operationOf(name, 'post'), ...(isPublic ? { get: operationOf(name, 'get') } : {}) }
}

const ERROR_SCHEMA = {
  type: 'object',
  required: ['code', 'message', 'traceId'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string', description: '给人看的中文' },
    field: { type: 'string', description: '哪一项，如 place.point' },
    details: { type: 'object' },
    traceId: { type: 'string' },
  },
}

/** What only the server says to itself is nobody else's schema. */
const offeredOnly = (schemas: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(schemas).filter(([id]) => {
    const name = id.replace(/\.(input|output)$/, '') as OperationName
    return !(name in contracts) || isForPeople(name)
  }))

/** OpenAPI 3.1, made from the contract, so it cannot say anything else. */
export const openApi = (): Json => {
  const names = (Object.keys(contracts) as OperationName[]).filter(isForPeople)
  return {
    openapi: '3.1.0',
    info: {
      title: '乡里 API',
      version: '1',
      description: '每个操作一个地址：POST /api/<操作名>。登录后带 Authorization: Bearer <token>；浏览器用 cookie 时带 X-CSRF。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths: Object.fromEntries(names.map((name) => [`/api/${name}`, pathOf(name)])),
    components: {
      responses: commonRefusals(),
      schemas: { Error: ERROR_SCHEMA, ...offeredOnly(schemasOf('input')), ...offeredOnly(schemasOf('output')) },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'xl_session' },
      },
    },
  }
}

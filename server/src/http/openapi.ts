import { z } from 'zod'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'
import { coreErrors } from '@xiangli/shared/core/errors'
import { anonymousOperations } from '@xiangli/shared/core/roles'

type Json = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json
  return schema
}

const content = (schema: Json, type = 'application/json'): Json => ({ content: { [type]: { schema } } })

/** One response per status, its codes listed with the words a person reads. */
const refusals = (codes: readonly string[]): Json => {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status } = errors[code as ErrorCode]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const responses = [...byStatus].map(([status, listed]) => {
    const description = listed.map((code) => `\`${code}\` ${errors[code as ErrorCode].text}`).join('\n\n')
    const schema = { allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { code: { enum: listed } } }] }
    return [String(status), { description, ...content(schema) }]
  })
  return Object.fromEntries(responses) as Json
}

const requestOf = (name: OperationName): Json => {
  const contract = contracts[name]
  const schema = schemaOf(contract.input, 'input')
  if (contract.kind !== 'command' || !contract.carriesFile) return { required: true, ...content(schema) }
  const properties = { ...(schema.properties as Json), file: { type: 'string', format: 'binary' } }
  return { required: true, ...content({ ...schema, properties, required: [...((schema.required as string[]) ?? []), 'file'] }, 'multipart/form-data') }
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
    parameters.push({ name: 'input', in: 'query', description: 'JSON', content: { 'application/json': { schema: schemaOf(contract.input, 'input') } } })
  }
  return {
    operationId: method === 'get' ? `${name}.get` : name,
    tags: [name.split('.')[0]],
    summary: contract.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'post' ? { requestBody: requestOf(name) } : {}),
    ...(anonymousOperations.has(name) ? { security: [] } : {}),
    responses: {
      '200': { description: '成功', ...content(schemaOf(contract.output, 'output')) },
      ...refusals([...Object.keys(coreErrors), ...contract.errors.filter((code) => !code.startsWith('core.'))]),
    },
  }
}

const pathOf = (name: OperationName): Json => {
  const contract = contracts[name]
  const isPublic = contract.kind === 'query' && contract.scope === 'public'
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

const isOffered = (name: OperationName): boolean => !contracts[name].summary.includes('（系统）')

/** OpenAPI 3.1, made from the contract, so it cannot say anything else. */
export const openApi = (): Json => {
  const names = (Object.keys(contracts) as OperationName[]).filter(isOffered)
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
      schemas: { Error: ERROR_SCHEMA },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'xl_session' },
      },
    },
  }
}

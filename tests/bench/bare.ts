import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { MongoClient } from 'mongodb'
import { ulid } from 'ulid'
import { workCalendarOf } from '@xiangli/shared/calendar/rules'
import { workingTimeOf } from '@xiangli/shared/calendar/working-time'
import { loadKeys } from '../../server/src/core/crypto/keys'
import { createVault } from '../../server/src/core/crypto/vault'
import { bareDetail, bareList, type Bare, type Doc, type Session } from './bare-reads'
import { bareSubmit } from './bare-submit'

/**
 * What a hand-written server must do to give the same answers from the same records: the same reads
 * and writes, the same pool and write concern, nothing besides. No framework, no checks of input or
 * rights, no rate limit, no idempotency, no metrics.
 */
const SESSION_MS = 10_000
const NAMES_MS = 60_000

const env = (name: string): string => process.env[name] ?? ''
const vault = createVault(loadKeys({ file: env('KEYS_FILE'), demo: true }))
const client = new MongoClient(env('MONGODB_URI'), { maxPoolSize: 50, minPoolSize: 2, writeConcern: { w: 'majority' }, ignoreUndefined: true })
await client.connect()
const db = client.db()
const of = (name: string) => db.collection<Doc>(name)
const county = '620821'

const regions = new Map<string, string>()
const units = new Map<string, { name: string; parentId?: string }>()
for await (const row of of('divisions').find({})) regions.set(row.regionId, row.names.at(-1).shortName)
for await (const row of of('org_units').find({})) units.set(row.unitId, { name: row.name, parentId: row.parentId })

const sessions = new Map<string, { session: Session; until: number }>()
const sessionOf = async (token: string): Promise<Session> => {
  const hash = vault.hashToken(token)
  const kept = sessions.get(hash)
  if (kept && kept.until > Date.now()) return kept.session
  const row = await of('sessions').findOne({ county, _id: hash })
  const account = await of('accounts').findOne({ county, _id: row!.accountId })
  const posts = await of('appointments').find({ county, accountId: account!._id, from: { $lte: new Date() }, $or: [{ to: null }, { to: { $gt: new Date() } }] }).toArray()
  const session: Session = { id: account!._id, name: account!.name, posts }
  sessions.set(hash, { session, until: Date.now() + SESSION_MS })
  return session
}

const people = new Map<string, { name: string; title: string | undefined; until: number }>()
const peopleOf = async (ids: readonly string[]): Promise<typeof people> => {
  const now = Date.now()
  const missing = [...new Set(ids)].filter((id) => !((people.get(id)?.until ?? 0) > now))
  if (missing.length === 0) return people
  const accounts = await of('accounts').find({ county, _id: { $in: missing } }, { projection: { name: 1 } }).toArray()
  const posts = await of('appointments').find({ county, accountId: { $in: missing } }).toArray()
  for (const { _id, name } of accounts) {
    const post = posts.find(({ accountId }) => accountId === _id)
    people.set(_id, { name, title: post ? (post.role === 'gridMember' ? '网格员' : '乡镇调度员') : undefined, until: now + NAMES_MS })
  }
  return people
}

const phoneOf = (account: Doc | undefined): string | undefined =>
  account?.phone ? vault.openField(account.phone, { collection: 'accounts', id: account._id, field: 'phone' }) : undefined

const [calendar] = await of('calendars').find({ county }).sort({ version: -1 }).limit(1).toArray()

const bare: Bare = {
  work: workingTimeOf(workCalendarOf(calendar as never)),
  county, client, of, regions, units, peopleOf, phoneOf,
  hasJournal: process.env.BENCH_JOURNAL !== '0',
  hmac: (text) => createHmac('sha256', 'bare').update(text).digest('base64url'),
  partition: (id) => createHash('sha256').update(id).digest().readUInt16BE(0) % 16,
  newId: () => ulid(),
}

const routes: Record<string, (session: Session, input: Doc, key: string) => Promise<string>> = {
  '/api/casework.listCases': (session, input) => bareList(bare, session, input),
  '/api/casework.getCase': (session, input) => bareDetail(bare, session, input.caseId),
  '/api/casework.submit': (session, input, key) => bareSubmit(bare, { session, input, key }),
}

const bodyOf = async (request: IncomingMessage): Promise<Doc> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Doc
}

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const route = routes[request.url ?? '']
  if (!route) return void response.writeHead(request.url === '/healthz' ? 200 : 404).end()
  const session = await sessionOf((request.headers.authorization ?? '').slice(7))
  const body = Buffer.from(await route(session, await bodyOf(request), String(request.headers['idempotency-key'] ?? randomUUID())))
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body)
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
})
server.keepAliveTimeout = 65_000
process.once('SIGTERM', () => process.exit(0))
server.listen(Number(env('PORT')), '127.0.0.1')

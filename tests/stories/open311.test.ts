import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { XMLParser } from 'fast-xml-parser'
import { ulid } from 'ulid'
import { z } from 'zod'
import { GeoDiscovery, GeoError, GeoPosted, GeoRequest, GeoService, GeoServiceDefinition, GeoToken } from '@xiangli/shared/open311/georeport'
import { wgsOf } from '@xiangli/shared/region/coordinates'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { PublicCases, publicFilter } from '../../server/src/modules/casework'

const DAY = 86_400_000
let town: Town
let member: Person
let county: Person
let secret: string
const ids: string[] = []
/** What XML and JSON are most easily broken by. */
const HARD = ['<b>&amp;</b> "引号" \'单\'', ']]> <!-- --> <?xml?>', '  空格\u0009制表 ', '0012.50', 'true', '🚰水泵 & 路灯', '{"a":1}']

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  member = await town.staff('gridMember', town.here.gridId)
  county = await town.staff('countyDispatcher', town.county)
  secret = (await county.call('open311.issueKey', { keyId: ulid(), name: '县融媒体' })).secret!
  for (const [index, summary] of HARD.entries()) {
    const caseId = ulid()
    await member.call('casework.submit', { caseId, words: '水泵坏了', category: index % 2 ? 'road' : 'water', place: { point: town.here.point } })
    await member.call('casework.accept', { caseId })
    await member.call('casework.publish', { caseId, summary, isPublicPlace: index % 3 === 0 })
    ids.push(caseId)
  }
}, 60_000)
afterAll(() => town?.stop())

const get = async (path: string) => {
  const answer = await fetch(`${town.url}/open311/v2/${path}`)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}
const json = async (path: string) => JSON.parse((await get(path)).text) as unknown

const LISTS = /\.(service|request|attribute|value|error|endpoint|format|update|photo)$/
const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true, isArray: (_name, path) => LISTS.test(String(path)) })

/** The specification's Spark convention, backwards: a list is under the singular of its name, an empty element is null. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value === '' || value === undefined ? null : value
  const fields = Object.entries(value as Record<string, unknown>).filter(([name]) => name !== '#text')
  const [only] = fields
  if (fields.length === 1 && only && Array.isArray(only[1])) return only[1].map(plain)
  return fields.length === 0 ? null : Object.fromEntries(fields.map(([name, each]) => [name, plain(each)]))
}
const worded = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(worded)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, worded(each)]))
  return value === null || value === '' ? null : String(value)
}
const xml = async (path: string, root: string) => plain((parser.parse((await get(path)).text) as Record<string, unknown>)[root])

test.each([
  ['discovery', 'discovery', GeoDiscovery],
  ['services', 'services', z.array(GeoService).min(13)],
  ['services/road', 'service_definition', GeoServiceDefinition],
  ['requests', 'service_requests', z.array(GeoRequest).length(HARD.length)],
  ['requests?extensions=true', 'service_requests', z.array(GeoRequest).length(HARD.length)],
  ['requests/nothing', 'errors', z.array(GeoError).length(1)],
] as const)('%s holds the specification’s field table, and XML says what JSON says', async (path, root, schema) => {
  const [name, query] = path.split('?')
  const at = (format: string) => `${name}.${format}${query ? `?${query}` : ''}`
  const said = await json(at('json'))
  expect(schema.safeParse(said).error?.issues).toBeUndefined()
  expect(await xml(at('xml'), root)).toEqual(worded(said))
  const [asXml, asJson] = [await get(at('xml')), await get(at('json'))]
  expect(asXml.text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n</)
  expect([asXml.type, asJson.type]).toEqual(['text/xml; charset=utf-8', 'application/json; charset=utf-8'])
})

test('the words are what somebody published; a home has no coordinates, a public place is in WGS-84', async () => {
  const said = z.array(GeoRequest).parse(await json('requests.json')).reverse()
  expect(said.map(({ description }) => description)).toEqual(HARD.map((words) => words.trim()))
  expect(said[1]).toMatchObject({ lat: null, long: null, status: 'open', service_code: 'road' })
  const [long, lat] = wgsOf(town.here.point)
  expect(Math.abs(said[0]!.lat! - lat)).toBeLessThan(1e-4)
  expect(Math.abs(said[0]!.long! - long)).toBeLessThan(1e-4)
})

const idsOf = async (query: string) => z.array(GeoRequest).parse(await json(`requests.json?${query}`)).map(({ service_request_id: id }) => id)

test('filters narrow as the specification says, with times in any offset', async () => {
  expect(await idsOf(`service_request_id=${ids[2]},${ids[4]},${ulid()}&service_code=nonsense`)).toEqual([ids[4], ids[2]])
  expect((await idsOf('service_code=road')).length).toBe(3)
  expect((await idsOf('service_code=road,water')).length).toBe(HARD.length)
  expect(await idsOf('status=closed')).toEqual([])
  expect((await idsOf('status=open,closed&jurisdiction_id=&start_date=')).length).toBe(HARD.length)
  const local = (at: number) => new Date(at + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
  const [before, after] = [Date.now() - DAY, Date.now() + DAY]
  expect((await idsOf(`start_date=${encodeURIComponent(local(before))}&end_date=${local(after)}`)).length).toBe(HARD.length)
  expect(await idsOf(`end_date=${new Date(before).toISOString()}`)).toEqual([])
  expect([...(await idsOf('page=1&page_size=4')), ...(await idsOf('page=2&page_size=4'))]).toEqual([...ids].reverse())
  expect((await idsOf(`boundary=${town.here.gridId}`)).length).toBe(HARD.length)
  expect(await idsOf(`boundary=${town.there.villageId}`)).toEqual([])
  expect((await idsOf('bbox=105,34,108,37')).length).toBe(HARD.length)
  expect(await idsOf('bbox=0,0,1,1')).toEqual([])
})

test.each([
  ['requests.xml?jurisdiction_id=sfgov.org', 404], ['services.json?jurisdiction_id=x', 404], ['services/nonsense.xml', 404], ['requests.json?service_code=nonsense', 404],
  ['requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z', 400], ['requests.json?start_date=2026-02-30T00:00:00Z', 400], ['requests.json?start_date=2026-01-01T00:00:00', 400],
  ['requests.json?start_date[$gt]=', 200], ['requests.json?start_date={"$gt":""}', 400], ['requests.json?status=open%27%20OR%201=1', 400], ['requests.json?status[$ne]=open', 200],
  ['requests.json?page=0', 400], ['requests.json?page_size=1001', 400], ['requests.json?page=9999&page_size=1000', 400], ['requests.json?bbox=1,2,3', 400], ['requests.json?bbox=9,9,1,1', 400],
  ['requests.json?boundary=$where', 404], ['requests/%7B%22$ne%22:1%7D.json', 404], ['tokens/abc.json', 404], ['media/x/1.jpg', 404], ['nowhere.xml', 404],
])('%s is answered %i in the specification’s shape', async (path, status) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  if (status === 200) return
  const said = /xml/.test(answer.type!) ? plain((parser.parse(answer.text) as { errors: unknown }).errors) : JSON.parse(answer.text)
  expect(said).toMatchObject([{ description: expect.stringMatching(/./) }])
  expect(Number((said as [{ code: unknown }])[0].code)).toBe(status)
})

const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${town.url}/open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { status: answer.status, body: (await answer.json()) as [Record<string, string>] }
}
const fields = () => ({ api_key: secret, service_code: 'road', description: '路上有坑', lat: String(wgsOf(town.here.point)[1]), long: String(wgsOf(town.here.point)[0]), phone: '13800138000', first_name: '王' })

test('a request posted with a key is a case like any other, unread by others until it is published', async () => {
  const { status, body } = await post(fields())
  expect(status).toBe(200)
  expect(z.array(GeoPosted).safeParse(body).success).toBe(true)
  const caseId = body[0].service_request_id!
  expect((await get(`requests/${caseId}.json`)).status).toBe(404)
  const view = await member.call('casework.getCase', { caseId })
  expect(view).toMatchObject({ words: '路上有坑', category: 'road', place: { by: 'point', gridId: town.here.gridId }, requester: { name: '县融媒体' } })
  expect(JSON.stringify(view)).not.toContain('13800138000')
  await member.call('casework.accept', { caseId })
  await member.call('casework.publish', { caseId, summary: '路上有坑' })
  expect((await get(`requests/${caseId}.xml`)).status).toBe(200)
})

test('a retry with its key files once; a receipt leads to the id', async () => {
  const headers = { 'Idempotency-Key': 'gateway-0001' }
  const [first, again] = [await post(fields(), headers), await post(fields(), headers)]
  expect(again.body).toEqual(first.body)
  const { body } = await post({ ...fields(), receipt: 'token' })
  expect(z.array(GeoPosted).safeParse(body).success).toBe(true)
  const said = await json(`tokens/${body[0].token}.json`)
  expect(z.array(GeoToken).parse(said)[0]?.service_request_id).toMatch(/^[0-9A-Z]{26}$/)
  expect(await xml(`tokens/${body[0].token}.xml`, 'service_requests')).toEqual(worded(said))
})

test.each<[string, () => Record<string, string>, number]>([
  ['no key', () => ({ ...fields(), api_key: '' }), 403],
  ['a wrong key', () => ({ ...fields(), api_key: 'x'.repeat(32) }), 403],
  ['a key as a filter', () => ({ ...fields(), api_key: '{"$ne":null}' }), 403],
  ['no service', () => ({ ...fields(), service_code: '' }), 400],
  ['an unknown service', () => ({ ...fields(), service_code: 'nonsense' }), 404],
  ['no place', () => ({ ...fields(), lat: '', long: '' }), 400],
  ['half a point', () => ({ ...fields(), long: '' }), 400],
  ['a latitude off the earth', () => ({ ...fields(), lat: '91' }), 400],
  ['no words', () => ({ ...fields(), description: ' ' }), 400],
  ['too many words', () => ({ ...fields(), description: '长'.repeat(501) }), 400],
  ['another county', () => ({ ...fields(), jurisdiction_id: '110000' }), 404],
])('%s is refused', async (_what, given, status) => {
  const answer = await post(given())
  expect([answer.status, GeoError.safeParse(answer.body[0]).success]).toEqual([status, true])
})

test('XML bombs, other bodies and huge ones are refused unread', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
  for (const [type, body, status] of [['text/xml', bomb, 400], ['application/json', '{}', 400], ['application/x-www-form-urlencoded', `api_key=${'x'.repeat(400_000)}`, 413]] as const) {
    const answer = await fetch(`${town.url}/open311/v2/requests.xml`, { method: 'POST', body, headers: { 'content-type': type } })
    expect([type, answer.status]).toEqual([type, status])
  }
})

test('a key is shown once, kept as a hash, and no use the moment it is revoked', async () => {
  const keyId = ulid()
  const issued = await county.call('open311.issueKey', { keyId, name: '临时' }, { key: 'issue-key-1' })
  const replayed = await county.call('open311.issueKey', { keyId, name: '临时' }, { key: 'issue-key-1' })
  expect([typeof issued.secret, replayed.secret, replayed.key]).toEqual(['string', undefined, issued.key])
  expect(JSON.stringify((await county.call('open311.listKeys', {})).items)).not.toContain(issued.secret)
  expect((await member.tries('open311.listKeys', {})).code).toBe('core.forbidden')
  expect((await post({ ...fields(), api_key: issued.secret! })).status).toBe(200)
  await county.call('open311.revokeKey', { keyId, reason: '不用了' })
  expect((await post({ ...fields(), api_key: issued.secret! })).status).toBe(403)
})

test('every list walks the index of public cases', async () => {
  const span = { receivedAt: { $gte: new Date(Date.now() - 90 * DAY), $lte: new Date() } }
  const asked = [{}, { categories: ['road', 'water'] }, { status: 'open' as const, regionId: town.here.villageId }, { box: { west: 105, south: 34, east: 108, north: 37 } }]
  for (const each of asked) {
    const plan = await town.inCounty(() => PublicCases.explain({ $and: [publicFilter(each), span] }, { sort: { receivedAt: -1, _id: -1 }, limit: 1000, hint: 'public_newest' }))
    const words = JSON.stringify(plan.queryPlanner.winningPlan)
    expect(words).toContain('public_newest')
    expect(words).not.toMatch(/COLLSCAN|"stage":"SORT"/)
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(3 * 20)
  }
})

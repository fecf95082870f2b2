import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { io, type Socket } from 'socket.io-client'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../support/eventually'
import { listen, type Listener } from '../support/listen'

let town: Town
let li: Person
const opened: { close: () => void }[] = []

beforeAll(async () => {
  town = await aTown()
  li = await town.villager({ villageId: town.here.villageId })
}, 60_000)
afterAll(async () => {
  for (const socket of opened) socket.close()
  await town?.stop()
})

const ears = async (person: Person): Promise<Listener> => {
  const listener = await listen(town.url, person.token)
  opened.push(listener.socket)
  return listener
}
const submit = async (who = li, point = town.here.point): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: '三社水渠盖板断了', place: { point } })
  return caseId
}
const about = ({ heard }: Listener, caseId: string): string[] => heard.filter(({ id }) => id === caseId).map(({ event }) => event)

test('whoever looks after the place hears within a second, at every height, and nobody next door', async () => {
  const near = await Promise.all([
    ears(await town.staff('gridMember', town.here.gridId)),
    ears(await town.staff('villageSecretary', town.here.villageId)),
    ears(await town.staff('townDispatcher', town.here.townId)),
    ears(await town.staff('countyLeader', town.county)),
    ears(li),
  ])
  const far = await Promise.all([
    ears(await town.staff('gridMember', town.there.gridId)),
    ears(await town.staff('villageSecretary', town.there.villageId)),
    ears(await town.staff('townDispatcher', town.there.townId)),
    ears(await town.staff('departmentStaff', town.county, 'water')),
    ears(await town.villager({ villageId: town.here.villageId })),
  ])
  await submit()
  const sentAt = Date.now()

  const caseId = await submit()

  await eventually(async () => expect(near.map((listener) => about(listener, caseId))).toEqual(near.map(() => ['casework.submitted'])))
  // A second on a quiet machine; test machines are shared.
  expect(Date.now() - sentAt).toBeLessThan(3_000)
  await submit()
  await eventually(async () => expect(near[0]!.heard.filter(({ event }) => event === 'casework.submitted')).toHaveLength(3))
  expect(far.map(({ heard }) => heard)).toEqual(far.map(() => []))
})

test('a socket carries which case and which revision, and nothing of what was said', async () => {
  const member = await town.staff('gridMember', town.here.gridId)
  const listener = await ears(member)
  const raw: unknown[] = []
  listener.socket.onAny((...said: unknown[]) => raw.push(said))

  const caseId = await submit()
  await member.call('casework.accept', { caseId })

  await eventually(async () => expect(about(listener, caseId)).toEqual(['casework.submitted', 'casework.accepted']))
  expect(listener.heard.filter(({ id }) => id === caseId)).toEqual([
    { event: 'casework.submitted', id: caseId, rev: 1 },
    { event: 'casework.accepted', id: caseId, rev: 2 },
  ])
  expect(JSON.stringify(raw)).not.toMatch(/水渠|李|王|139|token/)
})

test('both the place a case left and the place it came to hear of the move, and only the new one of what follows', async () => {
  const [left, came] = await Promise.all([ears(await town.staff('villageSecretary', town.here.villageId)), ears(await town.staff('villageSecretary', town.there.villageId))])
  const centre = await town.staff('countyDispatcher', town.county)
  const caseId = await submit()

  await centre.call('casework.route', { caseId, place: { point: town.there.point } })
  await centre.call('casework.route', { caseId, category: 'road' })

  await eventually(async () => expect(about(came, caseId)).toEqual(['casework.routed', 'casework.routed']))
  expect(about(left, caseId)).toEqual(['casework.submitted', 'casework.routed'])
})

const attempt = (options: Parameters<typeof io>[1]): Promise<string> =>
  new Promise((resolve) => {
    const socket: Socket = io(town.url, { reconnection: false, transports: ['websocket'], forceNew: true, ...options })
    opened.push(socket)
    socket.once('connect', () => resolve('connected'))
    socket.once('connect_error', (error) => resolve(error.message))
  })

const signInByBrowser = async (person: Person): Promise<{ session: string; csrf: string }> => {
  const answer = await fetch(`${town.url}/api/identity.loginDemo`, { method: 'POST', body: JSON.stringify({ username: person.id.toLowerCase() }) })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]!)
  const valueOf = (name: string): string => cookies.find((cookie) => cookie.startsWith(`${name}=`))!.slice(name.length + 1)
  expect(answer.headers.getSetCookie().find((line) => line.startsWith('xl_session='))).toMatch(/httponly/i)
  return { session: valueOf('xl_session'), csrf: valueOf('xl_csrf') }
}

test('a browser’s cookie needs its csrf value, of that very session, and our own origin', async () => {
  const { session, csrf } = await signInByBrowser(li)
  const other = await signInByBrowser(await town.villager())
  const cookie = `xl_session=${session}`
  const refused = 'core.unauthenticated'

  expect(await attempt({ extraHeaders: { cookie } })).toBe(refused)
  expect(await attempt({ extraHeaders: { cookie }, auth: { csrf: other.csrf } })).toBe(refused)
  expect(await attempt({ extraHeaders: { cookie: `${cookie}; xl_csrf=${other.csrf}` } })).toBe(refused)
  expect(await attempt({ extraHeaders: { cookie, origin: 'https://elsewhere.example' }, auth: { csrf } })).toBe(refused)
  expect(await attempt({ extraHeaders: { cookie, origin: town.url }, auth: { csrf } })).toBe('connected')
  expect(await attempt({ extraHeaders: { cookie: `${cookie}; xl_csrf=${csrf}`, origin: town.url } })).toBe('connected')
})

test('over HTTP, too, a cookie changes nothing without its csrf value', async () => {
  const { session, csrf } = await signInByBrowser(li)
  const post = (headers: Record<string, string>) =>
    fetch(`${town.url}/api/identity.getMe`, { method: 'POST', headers: { cookie: `xl_session=${session}`, ...headers }, body: '{}' }).then(async (answer) => [answer.status, ((await answer.json()) as { code?: string }).code])

  expect(await post({})).toEqual([403, 'core.csrf'])
  expect(await post({ 'x-csrf': 'none' })).toEqual([403, 'core.csrf'])
  expect(await post({ 'x-csrf': `${csrf}x` })).toEqual([403, 'core.csrf'])
  expect(await post({ 'x-csrf': csrf })).toEqual([200, undefined])
})

test.each([[{}], [{ token: '' }], [{ token: 'x'.repeat(43) }], [{ token: { $ne: null } }], [{ token: ['a'] }], [{ csrf: {} }]])('a socket that says %j is nobody’s', async (auth) => {
  expect(await attempt({ auth })).toBe('core.unauthenticated')
})

test('where a post stands empty the desk is told, and of its people only those whose place it is', async () => {
  const partsOf = async (parentId: string) => (await town.anonymous.call('region.listDivisions', { parentId })).items
  const villages = await Promise.all((await partsOf(town.here.townId)).filter(({ id }) => id !== town.here.villageId).map(({ id }) => partsOf(id)))
  // Two grids of one village; the first has no member.
  const [first, second] = villages.find((grids) => grids.length > 1)!
  const [secretary, nextDoor] = [await town.staff('villageSecretary', first!.parentId!), await town.staff('gridMember', second!.id)]

  const caseId = await submit(li, first!.centre)

  const inbox = async (person: Person) => (await person.call('notice.listMine', {})).items.filter(({ about: { id } }) => id === caseId)
  await eventually(async () => expect(await inbox(secretary)).toHaveLength(1))
  expect((await nextDoor.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  expect(await inbox(nextDoor)).toEqual([])
})

test('an eleventh page of one account is let in; the oldest is told why and goes, the others and other people stay', async () => {
  const [person, other] = [await town.villager({ villageId: town.here.villageId }), await ears(await town.villager())]
  const first = await ears(person)
  const told: unknown[] = []
  const gone = new Promise((resolve) => first.socket.once('disconnect', resolve))
  first.socket.on('dropped', (why) => told.push(why))
  const rest: Listener[] = []
  for (let page = 2; page <= 10; page += 1) rest.push(await ears(person))
  expect(first.socket.connected).toBe(true)

  rest.push(await ears(person))

  expect(await gone).toBe('io server disconnect')
  expect(told).toEqual([{ code: 'core.tooManyPages', message: expect.stringContaining('打开的页面太多') }])
  const caseId = await submit(person)
  await eventually(async () => expect(rest.map((page) => about(page, caseId))).toEqual(rest.map(() => ['casework.submitted'])))
  expect(other.socket.connected).toBe(true)
})

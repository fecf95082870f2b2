import { expect, test } from '@jest/globals'
import { type Import, imports, isTest, show, sources } from './project'

// The order of design.md section 2: a domain imports only those before it. core and look are below all of them.
const DOMAINS = [
  'core', 'look', 'journal', 'calendar', 'file', 'region', 'registry', 'identity', 'duty', 'notice', 'casework', 'complaint', 'handover', 'points', 'payment',
  'camera', 'device', 'venue', 'shop', 'volunteer', 'disclosure', 'deliberation', 'broadcast', 'patrol', 'dispute', 'service',
  'legal', 'party', 'bulletin', 'emergency', 'stats', 'appraisal', 'open311', 'hotline', 'exchange', 'sheet', 'catalog',
]
const DRIVER_ROOMS = ['server/src/core/', 'server/src/launch/', 'server/src/seed/', 'server/src/testing/', 'tests/']

const domainOf = (path: string): string | undefined => /^(?:shared\/src|server\/src\/modules)\/([^/]+)/.exec(path)?.[1]
const inside = (path: string, ...folders: string[]): boolean => folders.some((folder) => path.startsWith(folder))
const production = imports.filter(({ from }) => !isTest(from) && !inside(from, 'tests/', 'server/src/testing/'))

/** The catalog gathers every domain's names: as types anyone may use it, or no name could be checked anywhere. */
const isCatalogType = ({ to, isTypeOnly }: Import): boolean => isTypeOnly && domainOf(to) === 'catalog'

const isBackward = (one: Import): boolean => {
  const [mine, other] = [domainOf(one.from), domainOf(one.to)]
  if (mine === undefined || other === undefined || mine === other || isCatalogType(one)) return false
  return DOMAINS.indexOf(other) > DOMAINS.indexOf(mine)
}

test('every domain folder has its place in the order', () => {
  const domains = new Set(sources.map(domainOf).filter((name) => name !== undefined))
  expect([...domains].filter((name) => !DOMAINS.includes(name))).toEqual([])
})

test('a domain imports only domains before it', () => {
  expect(show(production.filter(isBackward))).toEqual([])
})

test('a server module reaches another only through its index', () => {
  const past = production.filter(({ from, to }) => {
    const other = /^server\/src\/modules\/([^/]+)\/(.+)$/.exec(to)
    return other !== null && other[2] !== 'index' && domainOf(from) !== other[1] && inside(from, 'server/src/modules/')
  })
  expect(show(past)).toEqual([])
})

test('the core runs without knowing modules, http or sockets', () => {
  const upward = production.filter(({ from, to, isTypeOnly }) =>
    !isTypeOnly && inside(from, 'server/src/core/') && inside(to, 'server/src/modules', 'server/src/http', 'server/src/realtime'))
  expect(show(upward)).toEqual([])
})

test('nothing imports cron or tests', () => {
  const wrong = production.filter(({ from, to }) => (inside(to, 'cron/') && !inside(from, 'cron/')) || inside(to, 'tests/') || inside(to, 'server/src/testing'))
  expect(show(wrong)).toEqual([])
})

test('shared imports nothing of server or clients, and nothing that does input or output', () => {
  const wrong = production.filter(({ from, to }) => inside(from, 'shared/') && (inside(to, 'server/', 'admin/', 'miniprogram/', 'cron/', 'node:') || to === 'mongodb'))
  expect(show(wrong)).toEqual([])
})

test('clients and server do not import each other', () => {
  const packageOf = (path: string) => /^(server|admin|miniprogram)\//.exec(path)?.[1]
  const wrong = production.filter(({ from, to }) => {
    const [mine, other] = [packageOf(from), packageOf(to)]
    return mine !== undefined && other !== undefined && mine !== other
  })
  expect(show(wrong)).toEqual([])
})

test('only the core, the launcher and the seed use the database driver', () => {
  const wrong = imports.filter(({ from, to, isTypeOnly }) => to === 'mongodb' && !isTypeOnly && !isTest(from) && !inside(from, ...DRIVER_ROOMS))
  expect(show(wrong)).toEqual([])
})

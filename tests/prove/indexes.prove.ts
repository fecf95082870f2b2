import type { QueryName } from '@xiangli/shared/catalog/contracts'
import type { Town } from '@xiangli/server/testing'
import { database } from '../../server/src/core/database'
import { seedCounty } from '../../server/src/seed/seed-county'
import { inTown, type Proof } from './in-town'
import { boundInstead, pageOf, whyLoose } from './list-asks'
import { boundedLists } from './list-bounded'
import { walkLists, type Page } from './list-walk'

/** A page is what the list shows when no other size is asked for: twenty rows, of few lists less. */
const TIMES = 3

/** Times the page; of what has no pages the keys its bound allows, where it names a number. */
const mostOf = ({ operation }: Page): number => {
  const bounded = boundedLists[operation]
  return bounded ? (bounded.most ?? Infinity) : TIMES * pageOf(operation)
}

/** A sort of what one key already narrowed to a page is none of the harm meant here: more would show as more examined. */
const isBroken = (page: Page): boolean => page.keys > mostOf(page) || page.docs > mostOf(page) || (page.isScan && mostOf(page) < Infinity)
const worstBy = (pages: readonly Page[], of: (page: Page) => number): Page => pages.reduce((worst, page) => (of(page) > of(worst) ? page : worst))
const isLoose = ({ operation, input }: Page): boolean => boundInstead(operation, input) !== undefined
const tell = ({ operation, who, input, page }: Page): string => `${operation} ${JSON.stringify(input)} page ${page}, ${who}`
const measured = (pages: readonly Page[], of: (page: Page) => number): string => {
  const worst = worstBy(pages, of)
  return `${Math.round(of(worst))} (${tell(worst)})`
}

const grouped = (pages: readonly Page[], keyOf: (page: Page) => string): [string, Page[]][] => {
  const groups = new Map<string, Page[]>()
  for (const page of pages) {
    const group = groups.get(keyOf(page)) ?? []
    group.push(page)
    groups.set(keyOf(page), group)
  }
  return [...groups]
}

const kindOf = ({ operation, input }: Page): string => [operation, ...Object.entries(input).map(([field, value]) => (field === 'sort' ? String(value) : field)).sort()].join(' ')

/** What breaks by list, order and filters; what breaks with fewer filters already is not told again. */
const brokenKinds = (pages: readonly Page[]): Record<string, string> => {
  const kinds = grouped(pages.filter(isBroken), kindOf)
  const names = kinds.map(([kind]) => kind.split(' '))
  const isToldBy = (kind: string[]): boolean => names.some((other) => other.length < kind.length && other.every((word) => kind.includes(word)))
  const told = kinds.filter(([kind]) => !isToldBy(kind.split(' '))).map(([kind, broken]) => {
    const worst = worstBy(broken, ({ keys, docs }) => Math.max(keys, docs))
    return [`✗ ${kind}`, `${broken.length} pages, at worst ${worst.keys} keys, ${worst.docs} documents, ${Math.round(worst.ms)} ms: ${tell(worst)}, ${worst.plans.join(' then ')}`] as const
  })
  return Object.fromEntries(told)
}

const perList = (pages: readonly Page[]): Record<string, string> =>
  Object.fromEntries(
    grouped(pages, ({ operation }) => operation).map(([operation, own]) => {
      const refused = own.filter(({ refusal }) => refusal !== undefined).length
      const [keys, docs, ms] = [worstBy(own, (page) => page.keys).keys, worstBy(own, (page) => page.docs).docs, worstBy(own, (page) => page.ms).ms]
      return [operation, `${own.length} pages, at most ${keys} keys, ${docs} documents, ${Math.round(ms)} ms${refused > 0 ? `, ${refused} refused` : ''}`]
    }),
  )

/** What the few readings cost that no index serves, told and not judged. */
const looseKinds = (pages: readonly Page[]): Record<string, string> =>
  Object.fromEntries(
    grouped(pages, ({ operation, input }) => `${operation} by ${boundInstead(operation, input)}`).map(([kind, own]) => {
      const worst = worstBy(own, ({ keys }) => keys)
      return [`not held to the page: ${kind}, bounded by ${whyLoose(worst.operation, worst.input)}`, `at most ${worst.keys} keys, ${Math.round(worstBy(own, ({ ms }) => ms).ms)} ms`]
    }),
  )

/** What has no pages, told with what bounds it. */
const perBounded = (pages: readonly Page[]): Record<string, string> =>
  Object.fromEntries(Object.entries(perList(pages)).map(([list, told]) => {
    const { bound, most } = boundedLists[list as QueryName]!
    return [`${list}, bounded by ${bound}${most ? `, at most ${most} keys` : ''}`, told]
  }))

/** Of which nobody saw a second page: too little was there to tell anything. */
const neverFull = (pages: readonly Page[]): string[] =>
  grouped(pages, ({ operation }) => operation).filter(([, own]) => own.every(({ page }) => page === 1)).map(([operation]) => operation)

const combinations = (pages: readonly Page[]): number => pages.filter(({ page }) => page === 1).length

/** A tenth is enough to try something out: `PROVE_SHARE=0.1`. */
const SHARE = Number(process.env.PROVE_SHARE ?? 1)

/** The county at its real size in place of the small one of a town. */
const settle = async (town: Town): Promise<void> => {
  for (const name of ['divisions', 'org_units']) await database().collection(name).deleteMany({})
  await seedCounty({ now: new Date(), dataDir: town.config.dataDir, say: () => undefined, share: SHARE })
}

const COUNTED = [
  'cases', 'persons', 'journal', 'notices', 'supervisions', 'call_backs', 'opinions', 'desk_rings', 'place_codes', 'public_cases', 'case_supporters',
  'hotline_orders', 'hotline_imports', 'hotline_reports', 'stats_facts', 'duty_shifts', 'handovers', 'responsibilities', 'case_settings', 'calendars', 'open311_keys',
]
const sizesOf = async (): Promise<string> =>
  (await Promise.all(COUNTED.map(async (name) => `${await database().collection(name).estimatedDocumentCount()} ${name}`))).join(', ')

const proveIn = async (town: Town): Promise<Proof> => {
  const begun = performance.now()
  await settle(town)
  const settled = performance.now()
  const { paged: all, bounded, forgotten, filledMs } = await walkLists(town)
  const walked = [...all, ...bounded]
  const [paged, loose] = [all.filter((page) => !isLoose(page)), walked.filter(isLoose)]
  const broken = walked.filter((page) => !isLoose(page) && isBroken(page))
  const short = neverFull(all)
  const figures = {
    records: await sizesOf(),
    'seconds to settle the county, to fill the rest, to walk the lists': [settled - begun, filledMs, performance.now() - settled - filledMs].map((ms) => Math.round(ms / 1000)).join(', '),
    'combinations of list, order, up to two filters and reader': combinations(paged),
    'second pages by the cursor': paged.length - combinations(paged),
    'most that may be examined': `${TIMES} times the page (20 rows; hotline reports 7, calendar versions 10)`,
    'most keys examined': measured(paged, ({ keys }) => keys),
    'most documents examined': measured(paged, ({ docs }) => docs),
    'whole collections read': paged.filter(({ isScan }) => isScan).length,
    'sorts in memory of more': paged.filter((page) => page.isSort && isBroken(page)).length,
    'sorts in memory within it': paged.filter((page) => page.isSort && !isBroken(page)).length,
    'slowest page ms': measured(paged, ({ ms }) => ms),
    ...perList(paged),
    ...perBounded(bounded),
    ...looseKinds(loose),
    'pages that examined more': broken.length,
    ...brokenKinds(broken),
    'lists and filters left out': forgotten.join(', ') || 0,
    'lists nobody saw a second page of': short.join(', ') || 0,
  }
  const title = 'Every list in every order, for every role, with every filter and every two an index serves: at most three times the page is examined'
  return { title, figures, ok: broken.length + forgotten.length + short.length === 0 }
}

/** All lists over the county at its real size, as MongoDB's profiler saw them. */
export const prove = (): Promise<Proof> => inTown({ dispatches: false }, (town) => town.inCounty(() => proveIn(town)))

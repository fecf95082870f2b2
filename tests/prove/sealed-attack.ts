import type { Person, Town } from '@xiangli/server/testing'
import { maskName, maskPhone } from '@xiangli/shared/registry/rules'
import type { Target, Village, Villager } from './sealed-village'

/** Everything the village's people can learn of one case, as one text, and of everybody's acts. */
export interface Loot {
  ofCase: Map<string, string>
  /** Who was seen doing something, and when. */
  acts: { who: string; at: number }[]
  /** Ids that stand with one person's acts. */
  tokens: Map<string, Set<string>>
  serials: { prefix: string; number: number; at: number }[]
  /** How long questions about each person took. */
  waits: Map<string, number>
}

const MOST_PAGES = 60

const journalOf = async (person: Person) => {
  const rows = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await person.call('journal.listEntries', { limit: 100, ...(cursor ? { cursor } : {}) })
    rows.push(...items)
    if (!next) break
    cursor = next
  }
  return rows
}

/** Every door that takes a case, those that are not theirs as well: what is refused may tell by how. */
const askOfCase = async (person: Person, caseId: string): Promise<string[]> => {
  const answers = [
    await person.tries('casework.getCase', { caseId }),
    await person.tries('casework.getOwnWhy', { caseId }),
    await person.tries('casework.getMine', { caseId }),
    await person.tries('casework.listSimilar', { caseId }),
    await person.tries('casework.listChildren', { caseId }),
    await person.tries('casework.draftSummary', { caseId }),
    await person.tries('casework.readSayings', { caseId }),
    await person.tries('casework.revealRequester', { caseId, reason: '核实情况' }),
    await person.tries('casework.getPublic', { caseId }),
    await person.tries('journal.listEntries', { targetId: caseId, limit: 100 }),
  ]
  return answers.map(({ output, error }) => JSON.stringify(output ?? { ...error?.details, field: error?.field }))
}

const filesIn = async (town: Town, text: string): Promise<string[]> => {
  const urls = [...new Set(text.match(/\/files\/[^"]+/g) ?? [])]
  return Promise.all(urls.map(async (url) => {
    const answer = await fetch(town.url + url)
    await answer.arrayBuffer()
    return JSON.stringify([...answer.headers])
  }))
}

const ID = /p_[\w-]{10,}|[0-7][0-9A-HJKMNP-TV-Z]{25}/g

/** What each person is seen to do, in the journal and by the requests whose names a staff member may open. */
const learnActs = async (loot: Loot, { secretary, villagers }: Village): Promise<void> => {
  const ids = new Set(villagers.map(({ id }) => id))
  for (const row of await journalOf(secretary)) {
    if (!ids.has(row.actor.id)) continue
    loot.acts.push({ who: row.actor.id, at: Date.parse(row.at) })
    for (const token of [row.actor.id, row.traceId, row.id]) loot.tokens.set(token, new Set([...(loot.tokens.get(token) ?? []), row.actor.id]))
  }
}

/** Lists and searches by each person's name and number, with the time each takes. */
const askOfPeople = async (loot: Loot, { secretary, villagers }: Village): Promise<void> => {
  for (const { id, name, phone } of villagers) {
    const begun = performance.now()
    await secretary.tries('casework.findCaller', { phone })
    await secretary.tries('registry.listResidents', { words: name })
    loot.waits.set(id, performance.now() - begun)
  }
}

const LISTS = ['casework.listCases', 'casework.listSupervisions', 'casework.countByColour', 'casework.showSatisfaction', 'notice.listMine', 'casework.listMine'] as const

const listsOf = async (person: Person): Promise<string[]> =>
  Promise.all(LISTS.map(async (name) => JSON.stringify((await person.tries(name, (name === 'casework.showSatisfaction' ? { month: '2026-11' } : name === 'casework.listCases' ? { sort: 'newest', limit: 100 } : {}) as never)).output ?? null)))

export const plunder = async (town: Town, village: Village): Promise<Loot> => {
  const loot: Loot = { ofCase: new Map(), acts: [], tokens: new Map(), serials: [], waits: new Map() }
  await learnActs(loot, village)
  await askOfPeople(loot, village)
  for (const person of [village.secretary, village.member]) await listsOf(person)
  for (const { caseId } of village.targets) {
    const text = [...(await askOfCase(village.secretary, caseId)), ...(await askOfCase(village.member, caseId))].join('\n')
    loot.ofCase.set(caseId, [text, ...(await filesIn(town, text))].join('\n'))
    const [, prefix, number] = /"serial":"([^"]*?)(\d+)"/.exec(text) ?? []
    const at = /"receivedAt":"([^"]+)"/.exec(text)?.[1]
    if (prefix && number && at && /"requester":\{"name":"[^隐]/.test(text)) loot.serials.push({ prefix, number: Number(number), at: Date.parse(at) })
  }
  return loot
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The clock in a ULID; whatever is no instant of those weeks is passed over later. */
const timeIn = (id: string): number => Array.from(id.slice(0, 10)).reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0)

/** Between which neighbours its number was given, where it counts along with others. */
const bySerial = (text: string, { serials }: Loot): number[] => {
  const [, prefix, number] = /"serial":"([^"]*?)(\d+)"/.exec(text) ?? []
  const along = serials.filter((each) => each.prefix === prefix).sort((a, b) => a.number - b.number)
  const after = along.find((each) => each.number >= Number(number))
  const before = along.filter((each) => each.number < Number(number)).at(-1)
  return before && after ? [(before.at + after.at) / 2] : []
}

const HOUR = 3_600_000

/** Every instant that may be the reporter's doing, in whatever it is written. */
const instantsOf = (target: Target, text: string, { village, loot }: { village: Village; loot: Loot }): number[] => {
  const written = (text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []).map((at) => Date.parse(at))
  const dated = (text.match(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g) ?? []).map((at) => Date.parse(at))
  const coded = (text.match(ID) ?? []).map(timeIn)
  const heard = village.heard.filter(({ id }) => id === target.caseId).map(({ at }) => at)
  const first = Math.min(...loot.acts.map(({ at }) => at)) - HOUR
  return [...new Set([...written, ...dated, ...coded, ...heard, ...bySerial(text, loot)])].filter((at) => at > first && at < village.ends)
}

/** The nearer in time to something they were seen to do, the likelier; a full hour is taken for all of that hour. */
const nearness = (instants: readonly number[], own: readonly number[]): number =>
  instants.reduce((sum, at) => {
    const isRough = at % HOUR === 0
    const away = Math.min(...own.map((act) => (isRough && act >= at && act < at + HOUR ? HOUR / 20 : Math.abs(act - at))))
    return sum + Math.exp(-away / 120_000) + 0.01 * Math.exp(-away / HOUR)
  }, 0)

const mentions = (text: string, { id, name, phone }: Villager): number => {
  if ([id, name, phone].some((mark) => text.includes(mark))) return 1000
  if (text.includes(`"name":"${maskName(name)}","phone":"${maskPhone(phone)}"`)) return 100
  return text.includes(maskPhone(phone)) ? 50 : 0
}

const shared = (text: string, who: string, { tokens }: Loot): number =>
  (text.match(ID) ?? []).some((token) => tokens.get(token)?.size === 1 && tokens.get(token)?.has(who)) ? 500 : 0

/** Whoever everything together points at most; where nothing does, whoever took longest to ask about. */
export const guess = (target: Target, { village, loot }: { village: Village; loot: Loot }): string => {
  const text = loot.ofCase.get(target.caseId) ?? ''
  const instants = instantsOf(target, text, { village, loot })
  const scored = village.villagers.map((villager) => {
    const own = loot.acts.filter(({ who }) => who === villager.id).map(({ at }) => at)
    const score = mentions(text, villager) + shared(text, villager.id, loot) + nearness(instants, own) + (loot.waits.get(villager.id) ?? 0) * 1e-6
    return { id: villager.id, score }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).id
}

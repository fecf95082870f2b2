import { ulid } from 'ulid'
import type { Person, Town } from '@xiangli/server/testing'
import { runJob } from '../../cron/src/runner'
import { speakAs } from '../../server/src/testing/person'
import { listen, type Listener } from '../support/listen'
import { aPhoto } from '../support/media'

export interface Villager extends Person {
  phone: string
}

export interface Sizes {
  villagers: number
  /** Of each kind. */
  reports: number
  days: number
}

/** One report whose reporter is to be guessed. */
export interface Target {
  caseId: string
  reporterId: string
  isSealed: boolean
}

interface Heard {
  at: number
  id: string
  event: string
}

export interface Village {
  villagers: Villager[]
  secretary: Person
  member: Person
  targets: Target[]
  /** What came over the village's sockets, and what a list asked again and again showed to be new or moved: when. */
  heard: Heard[]
  ends: number
}

/** The same village each time. */
const dice = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = ['秀英', '永红', '春花', '永强', '玉兰', '明亮', '桂芳', '志刚']
const DAY = 86_400_000
const FIRST = Date.parse('2026-11-16T00:00:00+08:00')

const people = (town: Town, count: number): Promise<Villager[]> =>
  Promise.all(Array.from({ length: count }, async (_, at) => {
    const phone = `139${String(10_000_000 + at * 7_919)}`
    return { ...(await town.villager({ name: SURNAMES[at % 20]! + GIVEN[Math.floor(at / 20) % 8]!, villageId: town.here.villageId, phone })), phone }
  }))

interface Playing {
  town: Town
  next: () => number
  village: Village
  desk: Person
  open: string[]
  ears: Listener[]
  revs: Map<string, number>
  now: number
  left: { sealed: number; plain: number }
  photo: Buffer
}

const go = (play: Playing, at: number): void => {
  play.now = Math.floor(Math.max(play.now, at))
  play.town.at(new Date(play.now))
}

/** The secretary's list, asked all day long: what is new or has another revision, and since when. */
const watch = async (play: Playing): Promise<void> => {
  const { heard, secretary } = play.village
  // As the timetable does every minute.
  await runJob({ job: 'casework.applyHanded', maxSeconds: 60 }, { county: play.town.county })
  for (const ear of play.ears) heard.push(...ear.heard.splice(0).map(({ event, id }) => ({ at: play.now, id, event })))
  const { items } = await secretary.call('casework.listCases', { sort: 'newest', limit: 100 })
  for (const { id, rev } of items) {
    if (play.revs.get(id) !== rev) heard.push({ at: play.now, id, event: 'seen' })
    play.revs.set(id, rev)
  }
}

/** What everybody of the village may see somebody do: here a join, as likely as not of what a neighbour said. */
const visibleAct = async (play: Playing, who: Villager): Promise<void> => {
  const { here } = play.town
  if (play.open.length === 0 || play.next() < 0.5) {
    const caseId = ulid(play.now)
    await who.call('casework.submit', { caseId, words: '路灯晚上不亮', category: 'power', names: 'hidden', place: { point: here.point } }, { traceId: ulid(play.now) })
    play.open.push(caseId)
  } else await who.tries('casework.join', { caseId: play.open[Math.floor(play.next() * play.open.length)]! }, { traceId: ulid(play.now) })
}

const report = async (play: Playing, who: Villager, isSealed: boolean): Promise<void> => {
  const caseId = ulid(play.now)
  const photoFileIds = play.next() < 0.3 ? [ulid(play.now)] : []
  for (const id of photoFileIds) await who.upload('photo', play.photo, id)
  const names = isSealed ? ('sealed' as const) : ('hidden' as const)
  const filed = await who.call('casework.submit', { caseId, words: '村里的账对不上', category: 'affairs', names, photoFileIds, place: { point: play.town.here.point } }, { traceId: ulid(play.now), key: ulid(play.now) })
  play.village.targets.push({ caseId: filed.id, reporterId: who.id, isSealed })
  // The township is quick: when it took a case on must not tell the village when that came in.
  if (isSealed) {
    go(play, play.now + 60_000)
    await play.desk.call('casework.accept', { caseId: filed.id })
  }
}

/** Somebody says it is still not fixed, or rates it, whenever they have the phone in hand. */
const follow = async (play: Playing, who: Villager): Promise<void> => {
  for (const { caseId, reporterId } of play.village.targets) {
    if (reporterId !== who.id) continue
    const { can } = await who.call('casework.getMine', { caseId })
    if (can.includes('reopen') && play.next() < 0.5) await who.call('casework.reopen', { caseId, words: '还是对不上' })
    else if (can.includes('rate')) await who.call('casework.rate', { caseId, score: 3 })
  }
}

/** A few minutes with the phone: things everybody sees, and in between what is to be guessed. */
const session = async (play: Playing, who: Villager, at: number): Promise<void> => {
  const gap = (): void => go(play, play.now + 5_000 + play.next() * 40_000)
  go(play, at)
  await visibleAct(play, who)
  for (const kind of ['sealed', 'plain'] as const) {
    if (play.left[kind] === 0 || play.next() > 0.8) continue
    play.left[kind] -= 1
    gap()
    await report(play, who, kind === 'sealed')
    gap()
    await visibleAct(play, who)
  }
  gap()
  await follow(play, who)
  gap()
  await visibleAct(play, who)
  await watch(play)
}

const signedIn = async ({ town }: Playing, person: Person): Promise<Person> => {
  const { token } = await town.anonymous.call('identity.loginDemo', { username: person.id.toLowerCase() })
  return { ...person, token, ...speakAs(town.url, token) }
}

/** Sessions run out in these weeks: everybody of the staff signs in, and the village listens again. */
const arrive = async (play: Playing): Promise<void> => {
  const { village } = play
  for (const { socket } of play.ears) socket.close()
  village.secretary = await signedIn(play, village.secretary)
  village.member = await signedIn(play, village.member)
  play.desk = await signedIn(play, play.desk)
  play.ears = await Promise.all([village.secretary, village.member].map(({ token }) => listen(play.town.url, token)))
}

/** Before the day begins: what was handed in takes effect, the typist lets through what came yesterday, the village works. */
const morning = async (play: Playing, at: number): Promise<void> => {
  const { town, village } = play
  go(play, at)
  await arrive(play)
  const { desk } = play
  await watch(play)
  const { items } = await desk.call('casework.listCases', { sort: 'newest', limit: 100 })
  for (const { id } of items.filter(({ isUnreleased }) => isUnreleased)) {
    go(play, play.now + 15_000)
    const sayings = (await desk.call('casework.readSayings', { caseId: id })).items
    await desk.call('casework.release', { caseId: id, words: '有人反映村里的账对不上', photoFileIds: sayings.flatMap(({ photos }) => photos.map((photo) => photo.id)) })
    await desk.call('casework.route', { caseId: id, unitId: `committee-${town.here.villageId}` })
    await village.secretary.call('casework.answer', { caseId: id, words: '账已经贴出来了' })
  }
  await watch(play)
}

const aDay = async (play: Playing, day: number): Promise<void> => {
  const from = FIRST + day * DAY
  await morning(play, from + 6.2 * 3_600_000)
  const { next, village } = play
  village.villagers = await Promise.all(village.villagers.map(async (who) => ({ ...who, ...(await signedIn(play, who)) })))
  const sessions = village.villagers.map((who) => ({ who, at: from + (7.5 + next() * 14) * 3_600_000 }))
  for (const { who, at } of sessions.sort((a, b) => a.at - b.at)) await session(play, who, at)
}

/** Some days of a village, everybody with the phone once a day, then a week until everything has closed. */
export const playVillage = async (town: Town, { villagers: count, reports, days }: Sizes): Promise<Village> => {
  town.at(new Date(FIRST))
  const villagers = await people(town, count)
  const [secretary, member, desk] = [await town.staff('villageSecretary', town.here.villageId), await town.staff('gridMember', town.here.gridId), await town.staff('townDispatcher', town.here.townId)]
  const village: Village = { villagers, secretary, member, targets: [], heard: [], ends: 0 }
  const play: Playing = { town, next: dice(7), village, desk, open: [], ears: [], revs: new Map(), now: FIRST, left: { sealed: reports, plain: reports }, photo: await aPhoto() }
  for (let day = 0; day < days; day += 1) await aDay(play, day)
  for (let day = days; day < days + 9; day += 1) {
    await morning(play, FIRST + day * DAY + 6.2 * 3_600_000)
    await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
    await watch(play)
  }
  for (const { socket } of play.ears) socket.close()
  return { ...village, ends: play.now }
}

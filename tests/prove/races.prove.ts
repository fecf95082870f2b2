import { ulid } from 'ulid'
import { CallError } from '@xiangli/shared/catalog/call'
import type { Person, Town } from '@xiangli/server/testing'
import { speakAs } from '../../server/src/testing/person'
import { badLine } from '../concurrency/bad-line'
import { rowsOf } from '../concurrency/rows'
import { inTown, type Proof } from './in-town'

const CASES = 200
const LOST_SHARE = 0.3
const RACERS = 40
const ROUNDS = 25
const DAY = 86_400_000

interface Send {
  caseId: string
  key: string
  token: string
}

/** As a phone's queue does: the same key until an answer comes; how often it had to be sent. */
const insist = async (town: Town, { url, send }: { url: string; send: Send }): Promise<number> => {
  const { call } = speakAs(url, send.token)
  for (let tries = 1; ; tries += 1) {
    try {
      await call('casework.submit', { caseId: send.caseId, words: '路灯不亮', place: { point: town.here.point } }, { key: send.key })
      return tries
    } catch (error) {
      if (error instanceof CallError && !error.isTransient) throw error
    }
  }
}

const stored = async (): Promise<string> => {
  const [cases, history, journal] = [await rowsOf('cases'), await rowsOf('case_history'), await rowsOf('journal')]
  const submits = journal.filter(({ operation }) => operation === 'casework.submit')
  return `${cases.length} cases, ${history.length} first entries, ${submits.length} journal rows`
}

const proveSubmits = async (town: Town): Promise<Record<string, string | number>> => {
  const line = await badLine(town.url, LOST_SHARE)
  const people = await Promise.all(Array.from({ length: 20 }, () => town.villager({ villageId: town.here.villageId })))
  const sends = Array.from({ length: CASES }, (_, at): Send => ({ caseId: ulid(), key: ulid(), token: people[at % people.length]!.token }))
  try {
    const first = await Promise.all(sends.map((send) => insist(town, { url: line.url, send })))
    const afterFirst = await stored()
    const lost = line.lost()
    town.at(new Date(Date.now() + 5 * DAY))
    const tokens = await Promise.all(people.map(async ({ id }) => (await town.anonymous.call('identity.loginDemo', { username: id.toLowerCase() })).token))
    await Promise.all(sends.map((send, at) => insist(town, { url: line.url, send: { ...send, token: tokens[at % tokens.length]! } })))
    return { 'requests sent the first time': first.reduce((sum, tries) => sum + tries, 0), 'answers lost the first time': lost, 'after the first time': afterFirst, 'after five days, all sent again': await stored() }
  } finally {
    town.at(null)
    await line.stop()
  }
}

const raceOnce = async (town: Town, { li, clerks }: { li: Person; clerks: Person[] }): Promise<string[]> => {
  const caseId = ulid()
  await li.call('casework.submit', { caseId, words: '水渠坏了', place: { villageId: town.here.villageId } })
  return (await Promise.all(clerks.map((clerk) => clerk.tries('casework.accept', { caseId, rev: 1 })))).map(({ code }) => code)
}

const proveAccepts = async (town: Town): Promise<Record<string, string | number>> => {
  const li = await town.villager({ villageId: town.here.villageId })
  const clerks = await Promise.all(Array.from({ length: RACERS }, () => town.staff('townDispatcher', town.here.townId)))
  const codes: string[][] = []
  for (let round = 0; round < ROUNDS; round += 1) codes.push(await raceOnce(town, { li, clerks }))
  const clean = new Set(['core.staleRevision', 'core.busy'])
  return {
    'races of 40 clerks for one case': ROUNDS,
    'races with exactly one winner': codes.filter((each) => each.filter((code) => code === 'ok').length === 1).length,
    'losers told to look again': codes.flat().filter((code) => code === 'core.staleRevision').length,
    'losers told to try again': codes.flat().filter((code) => code === 'core.busy').length,
    'other answers': codes.flat().filter((code) => code !== 'ok' && !clean.has(code)).length,
  }
}

/** 200 submits over a bad line, again days later; and many hands reaching for one case. */
export const prove = (): Promise<Proof> =>
  inTown({}, async (town) => {
    const exactly = `${CASES} cases, ${CASES} first entries, ${CASES} journal rows`
    const submits = await proveSubmits(town)
    const accepts = await proveAccepts(town)
    const isExact = submits['after the first time'] === exactly && submits['after five days, all sent again'] === exactly
    const isClean = accepts['races with exactly one winner'] === ROUNDS && accepts['other answers'] === 0
    return { title: '200 concurrent submits, 30 % of the answers lost, sent again days later: exactly 200 cases; one winner of every race', figures: { ...submits, ...accepts }, ok: isExact && isClean }
  })

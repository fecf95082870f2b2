import type { InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import { readRow, type Order } from '@xiangli/shared/hotline/read-row'
import { ORDER_FIELDS, type Columns } from '@xiangli/shared/hotline/source'
import { addMinutes, DAY, dayOf, SHANGHAI_OFFSET } from '@xiangli/shared/core/time'
import { HotlineError, type Hotline, type PlatformOrder } from '../../adapters/hotline/hotline'
import { now as clock } from '../../core/clock'
import { withAmbient } from '../../core/context'
import { execute } from '../../core/execute'
import { AppError } from '../../core/fail'
import { newId } from '../../core/ids'
import { log } from '../../core/log'
import type { Job, JobReport } from '../../core/module'
import { services } from '../../core/services'
import { CONNECTED } from './connected'
import { digestOf } from './digest'
import { openCodes } from './our-type'
import { Orders } from './order.model'
import { sendJob } from './sending'
import { sourceNamed, type SourceDoc } from './source.model'

/** What came out of order is still met; the nightly comparison finds what is later still. */
const OVERLAP_MINUTES = 60
const FIRST_LOOK = 7 * DAY
const idle: JobReport = { done: 0, more: false }

const since = (latest: Date | undefined): Date => (latest ? addMinutes(latest, -OVERLAP_MINUTES) : new Date(clock().getTime() - FIRST_LOOK))

const columns: Columns = Object.fromEntries(ORDER_FIELDS.map((field) => [field, field]))

/** Read by the same rules as a row of a file. */
const orderOf = (given: PlatformOrder, source: SourceDoc) => {
  const said: Record<string, unknown> = { ...given, externalNumber: given.number }
  const cells = ORDER_FIELDS.map((field) => (typeof said[field] === 'string' ? instantWords(said[field]) : undefined))
  return readRow(cells, { headers: ORDER_FIELDS, columns, rules: source, categories: openCodes(), now: clock() })
}

/** An instant of the wire as a table would say it here. */
const instantWords = (said: string): string =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(said) ? new Date(Date.parse(said) + SHANGHAI_OFFSET).toISOString().slice(0, 19).replace('T', ' ') : said

interface Told<N> {
  operation: N
  county: string
}

/** Null when it was refused: the others go on, and the comparison of the day shows it. */
const run = async <N extends 'hotline.takeOrder' | 'hotline.takeCallBack'>({ operation, county }: Told<N>, input: InputOf<N>): Promise<OutputOf<N> | null> => {
  try {
    const { output } = await execute({ operation, input, actor: { kind: 'system', id: 'hotline', county }, trace: newId() })
    return output as OutputOf<N>
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 503) throw error
    log.warn({ operation, code: error.code }, 'not taken from the hotline')
    return null
  }
}

interface Pulling {
  hotline: Hotline
  county: string
  deadline: Date
}

/** What comes again within the overlap costs no command. */
const knownAmong = async (numbers: string[]): Promise<(order: Order) => boolean> => {
  const found = await Orders.list({ source: CONNECTED, isOnline: true, externalNumber: { $in: numbers } }, { projection: { externalNumber: 1, digest: 1, differed: 1 } })
  const digests = new Map(found.map(({ externalNumber, digest, differed }) => [externalNumber, [digest, differed?.digest]]))
  return (order) => digests.get(order.externalNumber)?.includes(digestOf(order)) ?? false
}

const pullOrders = async ({ hotline, county, deadline }: Pulling): Promise<JobReport> => {
  const [latest] = await Orders.list({ source: CONNECTED, issuedAt: { $exists: true } }, { sort: { issuedAt: -1 }, limit: 1, projection: { issuedAt: 1 } })
  const source = await sourceNamed(CONNECTED)
  const given = await hotline.fetchOrders(since(latest?.issuedAt), addMinutes(clock(), OVERLAP_MINUTES))
  const isKnown = await knownAmong(given.map(({ number }) => number))
  let done = 0
  // The oldest first: what is taken before a deadline moves the next look on, and nothing lies behind it.
  for (const each of [...given].sort((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime())) {
    if (new Date() > deadline) return { done, more: true }
    const { order } = orderOf(each, source)
    if (!order) log.warn({ operation: 'hotline.takeOrder' }, 'an order of the hotline makes no sense')
    if (!order || isKnown(order)) continue
    const taken = await run({ operation: 'hotline.takeOrder', county }, { source: CONNECTED, sourceName: source.name, isOnline: true, issuedAt: each.issuedAt.toISOString(), order })
    if (taken?.outcome === 'filed') done += 1
  }
  return { done, more: false }
}

const pullCallBacks = async ({ hotline, county }: Pulling): Promise<number> => {
  const [latest] = await Orders.list({ source: CONNECTED, 'calledBack.at': { $exists: true } }, { sort: { 'calledBack.at': -1 }, limit: 1, projection: { calledBack: 1 } })
  const given = await hotline.fetchCallBacks(since(latest?.calledBack?.at))
  let done = 0
  const heard = new Set((await Orders.list({ source: CONNECTED, externalNumber: { $in: given.map(({ number }) => number) } }, { projection: { callBackIds: 1 } })).flatMap(({ callBackIds }) => callBackIds))
  for (const { id, number, satisfied, words, at } of given.filter((each) => !heard.has(each.id)).sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const input = { source: CONNECTED, callBackId: id, externalNumber: number, satisfied, at: at.toISOString(), ...(words?.trim() ? { words: words.slice(0, 300) } : {}) }
    if (await run({ operation: 'hotline.takeCallBack', county }, input)) done += 1
  }
  return done
}

/** A platform that does not answer is asked again at the next tick; nothing is lost meanwhile. */
const quietly = async (work: () => Promise<JobReport>): Promise<JobReport> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof HotlineError)) throw error
    log.warn({ error: error.message }, 'hotline not reached')
    return idle
  }
}

const pull: Job = {
  name: 'hotline.pull',
  run: async ({ dry, deadline, county }) => {
    const { hotline } = services()
    if (!hotline || dry) return idle
    return quietly(() => withAmbient({ county }, async () => {
      const orders = await pullOrders({ hotline, county, deadline })
      return { done: orders.done + (await pullCallBacks({ hotline, county, deadline })), more: orders.more }
    }))
  },
}

const reconcileDay: Job = {
  name: 'hotline.reconcileDay',
  run: async ({ dry, county }) => {
    if (!services().hotline || dry) return idle
    const day = dayOf(new Date(clock().getTime() - DAY))
    try {
      await execute({ operation: 'hotline.reconcileDay', input: { day }, actor: { kind: 'system', id: 'hotline', county }, trace: newId() })
      return { done: 1, more: false }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'hotline.platformAway') throw error
      return { done: 0, more: true }
    }
  },
}

export const jobs: readonly Job[] = [pull, sendJob, reconcileDay]

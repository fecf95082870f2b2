import { agrees, type Difference, type PlatformState } from '@xiangli/shared/hotline/states'
import type { CaseState } from '@xiangli/shared/casework/states'
import { addMinutes } from '@xiangli/shared/core/time'
import { HotlineError } from '../../../adapters/hotline/hotline'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext, type Context } from '../../../core/operation'
import { services } from '../../../core/services'
import { needVisible } from '../../../core/within'
import { Cases } from '../../casework'
import { namesOfPersons } from '../../journal'
import { CONNECTED } from '../connected'
import { Orders } from '../order.model'
import { presentReport } from '../present'
import { Reports, type ReportDoc } from '../report.model'

/** More orders than a county has in a day; rows kept of a report. */
const MOST = 20_000
const MOST_ROWS = 1_000

type Row = ReportDoc['rows'][number]
interface Ours {
  caseId: string
  state: CaseState
  isReopened: boolean
}

const oursOf = async (filter: object): Promise<Map<string, Ours>> => {
  const orders = await Orders.list({ source: CONNECTED, ...filter }, { projection: { externalNumber: 1, caseId: 1 }, limit: MOST })
  const cases = await Cases.list({ _id: { $in: orders.map(({ caseId }) => caseId) } }, { projection: { state: 1, reopenedCount: 1 }, limit: MOST })
  const byId = new Map(cases.map((record) => [record._id, record]))
  return new Map(orders.flatMap(({ externalNumber, caseId }) => {
    const record = byId.get(caseId)
    return record ? [[externalNumber, { caseId, state: record.state, isReopened: record.reopenedCount > 0 }] as const] : []
  }))
}

const compare = (theirs: ReadonlyMap<string, PlatformState>, ours: ReadonlyMap<string, Ours>, ofDay: ReadonlyMap<string, Ours>): Row[] => {
  const row = (externalNumber: string, difference: Difference, mine?: Ours): Row => {
    const state = theirs.get(externalNumber)
    return { externalNumber, difference, ...(state ? { theirs: state } : {}), ...(mine ? { ours: mine.state, caseId: mine.caseId } : {}) }
  }
  const there = [...theirs].flatMap(([number, state]) => {
    const mine = ours.get(number)
    if (!mine) return [row(number, 'missingHere')]
    return agrees(mine, state) ? [] : [row(number, 'stateDiffers', mine)]
  })
  return [...there, ...[...ofDay].filter(([number]) => !theirs.has(number)).map(([number, mine]) => row(number, 'missingThere', mine))]
}

const fetchDay = async (day: string): Promise<Map<string, PlatformState>> => {
  const hotline = services().hotline ?? fail('hotline.notConnected')
  const rows = await hotline.fetchDay(day).catch((error: unknown) => {
    if (error instanceof HotlineError) return fail('hotline.platformAway')
    throw error
  })
  return new Map(rows.map(({ number, state }) => [number, state]))
}

const DAY_MINUTES = 1440

const report = async (ctx: Context, day: string, theirs: ReadonlyMap<string, PlatformState>): Promise<ReportDoc> => {
  const from = new Date(`${day}T00:00:00+08:00`)
  const ofDay = await oursOf({ issuedAt: { $gte: from, $lt: addMinutes(from, DAY_MINUTES) }, isOnline: true })
  const ours = await oursOf({ externalNumber: { $in: [...theirs.keys()] } })
  const rows = compare(theirs, ours, ofDay)
  const found = {
    at: ctx.now, theirs: theirs.size, ours: ofDay.size, rows: rows.slice(0, MOST_ROWS), hasMore: rows.length > MOST_ROWS,
    ...(ctx.actor.kind === 'person' ? { byId: ctx.actor.id } : {}),
  }
  const kept = await Reports.upsert({ source: CONNECTED, day }, { $set: found, $setOnInsert: { _id: newId(ctx.now) }, ...(found.byId ? {} : { $unset: { byId: '' as const } }) })
  return kept ?? fail('core.busy')
}

const keep = async (ctx: CommandContext, day: string, theirs: ReadonlyMap<string, PlatformState>): Promise<ReportDoc> => {
  const kept = await report(ctx, day, theirs)
  ctx.record({ type: 'hotlineReport', id: kept._id })
  return kept
}

/** 对账: reads what the platform says of a day, compares, keeps the report of that day. Changes no order. */
export const reconcile = defineCommand('hotline.reconcile', {
  prepare: (ctx, { day }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    return fetchDay(day)
  },
  run: (ctx, { day }, theirs) => keep(ctx, day, theirs),
  present: async (_ctx, kept) => presentReport(kept, await namesOfPersons(kept.byId ? [kept.byId] : [])),
  reload: (_ctx, { id }) => Reports.need({ _id: id }),
})

/** The same, by the timetable. */
export const reconcileDay = defineCommand('hotline.reconcileDay', {
  prepare: (_ctx, { day }) => fetchDay(day),
  run: (ctx, { day }, theirs) => keep(ctx, day, theirs),
  present: (_ctx, { rows }) => ({ rows: rows.length }),
  reload: (_ctx, { id }) => Reports.need({ _id: id }),
})

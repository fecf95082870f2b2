import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { Filter } from 'mongodb'
import { now as clock } from '../../../core/clock'
import { withAmbient } from '../../../core/context'
import { readPage } from '../../../core/cursor'
import type { Job, JobReport } from '../../../core/module'
import { runSystemCommand } from '../../../core/run-system'
import { Cases, type CaseDoc } from '../case.model'
import { isPassedBy } from '../passed-by'
import { allCaseTypes, typeNamed } from '../types'
import { followed } from './follow-settings'
import { Applyings, applyingId, type ApplyingDoc } from './settings.model'

const BATCH = 200
const RUNNING = ['pending', 'accepted', 'handling'] as const
/** By when it was filed, which nothing moves: a case is met once, whatever becomes of it meanwhile. */
const NEWEST = { by: 'receivedAt', direction: -1 } as const

const warningOf = ({ warnMinutes, pace }: CaseType): string => JSON.stringify([warnMinutes, pace])

const nothingDone = { place: null, looked: 0, moved: 0, limits: 0, finishedAt: null } as const

/** A pass begins when a version was ordered, or when yellow goes by other numbers than at the last one. */
const passOf = async (county: string, type: CaseType): Promise<ApplyingDoc | null> => {
  const _id = applyingId(county, type.name)
  const warning = warningOf(type)
  const repaint = { version: null, byId: 'timetable', at: clock(), warning, ...nothingDone }
  const doc = await Applyings.one({ _id })
  if (!doc) return type.version === 1 ? null : Applyings.add({ _id, county, ...repaint })
  if (doc.warning === warning) return doc.finishedAt ? null : doc
  // An order that was not finished begins again: what it did already stands so, and costs a look.
  return Applyings.change({ _id, at: doc.at }, { $set: doc.finishedAt ? repaint : { warning, place: null } })
}

interface Pass {
  county: string
  type: string
  deadline: Date
}

/** Page by page from where the last run stopped; what a page did is kept before the next is read. */
const runPass = async (begun: ApplyingDoc, { county, type, deadline }: Pass): Promise<JobReport> => {
  let doc = begun
  let done = 0
  for (;;) {
    const filter = { type, scopeKeys: county, state: { $in: [...RUNNING] } } as Filter<CaseDoc>
    const { docs, next } = await readPage(Cases, { filter, sort: NEWEST, limit: BATCH, cursor: doc.place ?? undefined, index: 'case_newest' })
    const page = await runPage(docs, { county, version: doc.version, deadline })
    done += page.moved
    const after = { looked: doc.looked + (page.isWhole ? docs.length : 0), moved: doc.moved + page.moved, limits: doc.limits + page.limits }
    const onward = page.isWhole ? { place: next ?? null, finishedAt: next ? null : clock() } : {}
    // Another order meanwhile is the newer word: it begins with the next run.
    const kept = await Applyings.change({ _id: doc._id, at: doc.at }, { $set: { ...after, ...onward } })
    if (!kept || !page.isWhole) return { done, more: true }
    if (!next) return { done, more: false }
    doc = kept
  }
}

const runPage = async (docs: readonly CaseDoc[], { county, version, deadline }: { county: string; version: number | null; deadline: Date }) => {
  let moved = 0
  let limits = 0
  for (const record of docs) {
    if (new Date() > deadline) return { moved, limits, isWhole: false }
    const isMoved = await followOne(record, { county, version })
    moved += Number(isMoved !== null)
    limits += Number(isMoved === true)
  }
  return { moved, limits, isWhole: true }
}

/** Whether its limit moved; null where there was nothing to do. */
const followOne = async (record: CaseDoc, { county, version }: { county: string; version: number | null }): Promise<boolean | null> => {
  const asked = version ?? undefined
  if (!followed(record, asked, clock())) return null
  const { _id: caseId, rev } = record
  try {
    const key = `follow:${version ?? 'yellow'}:${caseId}:${rev}`
    return (await runSystemCommand('casework.followSettings', { caseId, ...(asked === undefined ? {} : { version: asked }) }, { county, key })).isMoved
  } catch (error) {
    if (!isPassedBy(error)) throw error
    return null
  }
}

/** 用到在办的事上: whatever was ordered, and yellow anew where it goes by other numbers; resumed wherever it stopped. */
export const followJob: Job = {
  name: 'casework.followSettings',
  run: ({ dry, deadline, county }) =>
    withAmbient({ county }, async () => {
      let report: JobReport = { done: 0, more: false }
      for (const type of allCaseTypes().map(({ name }) => typeNamed(name))) {
        const pass = await passOf(county, type)
        if (!pass) continue
        if (dry) return { done: 0, more: true }
        const { done, more } = await runPass(pass, { county, type: type.name, deadline })
        report = { done: report.done + done, more: report.more || more }
      }
      return report
    }),
}

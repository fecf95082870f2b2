import { ulid } from 'ulid'
import type { Town } from '@xiangli/server/testing'
import { runJob } from '../../cron/src/runner'
import { database } from '../../server/src/core/database'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework'
import { dueBy } from '../../server/src/modules/casework/jobs'
import { inTown, type Proof } from './in-town'

const SIZES = [10_000, 100_000] as const
const DUE = 200
const BATCH = 5_000
const WEEKS = 21 * 86_400_000

interface Pattern {
  record: CaseDoc
  entry: HistoryDoc
}

/** One case as a villager filed it, to be laid out many times; due ones were filed three weeks ago. */
const patternOf = async (town: Town, at: Date): Promise<Pattern> => {
  const villager = await town.villager({ villageId: town.here.villageId })
  const caseId = ulid()
  town.at(at)
  await villager.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  town.at(null)
  const pattern = await town.inCounty(async () => ({ record: (await Cases.one({ _id: caseId }))!, entry: (await Histories.one({ caseId }))! }))
  await database().collection<{ _id: string }>('cases').deleteOne({ _id: caseId })
  await database().collection('case_history').deleteOne({ caseId })
  return pattern
}

let laid = 0
const lay = async ({ record, entry }: Pattern, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, left) }, () => ({ _id: ulid(), serial: `扫${(laid += 1)}` }))
    await database().collection<CaseDoc>('cases').insertMany(rows.map((row) => ({ ...record, ...row })))
    await database().collection<HistoryDoc>('case_history').insertMany(rows.map(({ _id }) => ({ ...entry, _id: ulid(), caseId: _id })))
  }
}

interface Swept {
  crossings: number
  ms: number
  keys: number
}

const sweep = async (town: Town): Promise<Swept> => {
  const { executionStats } = await town.inCounty(() => Cases.explain(dueBy(new Date()), { sort: { nextAt: 1 }, limit: DUE * 2, hint: 'case_next' }))
  const started = performance.now()
  const report = await runJob({ job: 'casework.crossings', maxSeconds: 240 }, { county: town.county })
  return { crossings: report?.done ?? 0, ms: Math.round(performance.now() - started), keys: (executionStats as { totalKeysExamined: number }).totalKeysExamined }
}

const proveIn = async (town: Town): Promise<{ figures: Proof['figures']; ok: boolean }> => {
  const open = await patternOf(town, new Date())
  const due = await patternOf(town, new Date(Date.now() - WEEKS))
  const swept: Swept[] = []
  let lying = 0
  for (const size of SIZES) {
    await lay(open, size - lying)
    await lay(due, DUE)
    lying = size + DUE
    swept.push(await sweep(town))
  }
  const [small, large] = swept as [Swept, Swept]
  const escalations = await database().collection('case_history').countDocuments({ action: 'escalate' })
  const figures = {
    'cases due at each size': DUE,
    'crossings at 10,000 open cases': small.crossings,
    'crossings at 100,000 open cases': large.crossings,
    'ms a crossing at 10,000': (small.ms / small.crossings).toFixed(1),
    'ms a crossing at 100,000': (large.ms / large.crossings).toFixed(1),
    'keys examined to find what is due, at 10,000': small.keys,
    'keys examined to find what is due, at 100,000': large.keys,
    'owners moved, each once': escalations,
  }
  return { figures, ok: small.keys <= DUE + 1 && large.keys <= DUE + 1 && small.crossings === large.crossings && escalations === DUE * 2 }
}

/** What a sweep costs hangs on what is due, not on how many cases lie open. */
export const prove = async (): Promise<Proof> => ({
  title: 'The timetable: a sweep costs what is due, at 10,000 as at 100,000 open cases',
  ...(await inTown({ dispatches: false }, proveIn)),
})

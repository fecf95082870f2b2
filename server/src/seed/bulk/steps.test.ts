import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { foldHistory } from '@xiangli/shared/casework/record'
import { MINUTE } from '@xiangli/shared/core/time'
import { newId } from '../../core/ids'
import { Journal, type JournalDoc } from '../../core/journal'
import { buildSubmitted, Cases, chargeFor, Histories, type CaseDoc, type HistoryDoc } from '../../modules/casework'
import { aTown, type Person, type Town } from '../../testing'
import { journalRowOf } from './journal-row'
import { takeStep, type BulkStep } from './steps'

let town: Town
let villager: Person
let member: Person
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  villager = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterAll(() => town.stop())

const T0 = Date.now()
const later = (minutes: number): Date => new Date(T0 + minutes * MINUTE)

interface Story {
  caseId: string
  steps: Omit<BulkStep, 'byId'>[]
}

const inputOf = (caseId: string, { action, words, score }: Story['steps'][number]) => {
  if (action === 'withdraw' || action === 'decline' || action === 'giveUp') return { caseId, reason: words }
  return { caseId, ...(words ? { words } : {}), ...(score ? { score } : {}) }
}

const doerOf = (action: BulkStep['action']): Person => (action === 'rate' || action === 'withdraw' ? villager : member)

/** What the engine itself leaves of the story. */
const engine = async ({ caseId, steps }: Story) => {
  town.at(later(0))
  await villager.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  for (const step of steps) {
    town.at(step.at)
    await doerOf(step.action).call(`casework.${step.action}` as 'casework.accept', inputOf(caseId, step) as never)
  }
  town.at(null)
  return town.inCounty(async () => ({
    record: await Cases.need({ _id: caseId }),
    entries: await Histories.list({ caseId }, { sort: { n: 1 } }),
    rows: await Journal.list({ 'targets.id': caseId }, { sort: { _id: 1 } }),
  }))
}

/** What the seed writes of the same story. */
const bulk = async ({ caseId, steps }: Story, made: CaseDoc) => {
  const located = { place: made.place, regionPath: made.regionPath }
  const charge = await town.inCounty(() => chargeFor(located, later(0)))
  const { serial, requesterName } = made
  const origin = { serial, requesterId: villager.id, requesterName, photoFileIds: [], receivedAt: later(0), words: '路灯不亮' }
  const submission = { id: caseId, county: town.county, type: complaint, category: 'power', located, charge, origin }
  return town.inCounty(async () => {
    const first = buildSubmitted(submission)
    let { record } = first
    const entries: HistoryDoc[] = [first.entry]
    const rows: JournalDoc[] = [journalRowOf({ record, entry: first.entry, keysBefore: [], id: 'x' })]
    for (const step of steps) {
      const taken = takeStep({ record, type: complaint }, { ...step, byId: doerOf(step.action).id }, 'x')
      rows.push(journalRowOf({ record: taken.record, entry: taken.entry, keysBefore: record.scopeKeys, id: 'x' }))
      entries.push(taken.entry)
      record = taken.record
    }
    return { record, entries, rows }
  })
}

const entryFacts = ({ _id, ...facts }: HistoryDoc) => facts
const rowFacts = ({ actorKind, actorId, operation, scopeKeys, targets, outcome, reason, events, partition }: JournalDoc) => ({
  actorKind, actorId, operation, scopeKeys, targets, outcome, reason, events, partition,
})

const courses: Story['steps'][] = [
  [
    { action: 'accept', at: later(30) },
    { action: 'handle', at: later(300), words: '到现场看过' },
    { action: 'answer', at: later(2_000), words: '修好了' },
    { action: 'rate', at: later(2_600), score: 4, words: '快' },
  ],
  [{ action: 'withdraw', at: later(10), words: '不用了' }],
  [{ action: 'accept', at: later(5) }, { action: 'answer', at: later(9_000), words: '迟了' }],
]

test.each(courses.map((steps) => [steps.map(({ action }) => action).join(' → '), steps] as const))(
  'a case written in bulk equals the engine’s own, with history and journal: %s',
  async (_name, steps) => {
    const story = { caseId: newId(), steps }
    const made = await engine(story)
    const written = await bulk(story, made.record)
    expect(written.record).toEqual(made.record)
    expect(written.entries.map(entryFacts)).toEqual(made.entries.map(entryFacts))
    expect(written.rows.map(rowFacts)).toEqual(made.rows.map(rowFacts))
    expect(made.record).toMatchObject(foldHistory(written.entries))
  },
)

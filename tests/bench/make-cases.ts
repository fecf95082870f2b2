import type { CaseAction, CaseType } from '@xiangli/shared/casework/case-type'
import { limitsOf } from '@xiangli/shared/casework/case-type'
import { acceptedClock, standingClock, stoppedClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { encodeTime } from 'ulid'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { addMinutes, DAY } from '@xiangli/shared/core/time'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { journalKeysOf, partitionOf, type JournalDoc } from '../../server/src/core/journal'
import { buildSubmitted, chargeFor, locateCase, paceOf, settled, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework'
import { regionById } from '../../server/src/modules/region'
import { createDice, type Dice } from '../../server/src/seed/people/dice'

/** A case as its commands would have left it: the record, its history and one journal row a command. */
export interface MadeCase {
  record: CaseDoc
  entries: HistoryDoc[]
  rows: JournalDoc[]
}

export interface Requester {
  id: string
  name: string
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const random = createDice(1)

/** Not the server's own maker: that one never goes back in time, and three million of its ids take a minute. */
const idAt = (at: Date): string => {
  let id = encodeTime(at.getTime(), 10)
  for (let left = 16; left > 0; left -= 1) id += LETTERS[Math.floor(random.next() * 32)]
  return id
}

const SAID = [
  '渠口冲开了一截，水都漫到路上了，再下雨怕是要进院子', '村口路灯坏了三天，晚上老人出门看不见', '垃圾点满了没人拉，夏天味道大',
  '低保的材料交了一个月还没有回音，想问问到哪一步了', '邻居盖房占了公用的巷道，说了几回不听', '机井停了，地里的苗等着浇水',
]
const DONE = ['去看过了，情况属实，约好明天带人来修', '已经和施工队说好，材料到了就动工', '入户了解了情况，和两家都谈了']
const ANSWERED = ['修好了，请您看看还有没有别的问题', '材料已经补齐报上去了，月底前会发到卡上', '垃圾已清运，以后每周两次']
const OPEN_SHARE = 0.05
const YEARS = 3

type Step = { action: HistoryDoc['action']; byId: string; minutes: number; words?: string; score?: number; state: CaseRecord['state']; set: (at: Date) => Partial<CaseRecord> }

interface Making {
  type: CaseType
  submitted: CaseDoc
  memberId: string
  dice: Dice
}

const accepting = ({ submitted, type, memberId }: Making): Step => ({
  action: 'accept', byId: memberId, minutes: 90, state: 'accepted',
  set: () => ({
    ...acceptedClock({ receivedAt: submitted.receivedAt, limits: limitsOf(type, submitted.grade, submitted.category ?? undefined), ...paceOf(type, submitted.grade) }),
    handler: { ...submitted.handler, personId: memberId },
  }),
})
const handling = ({ memberId, dice }: Making): Step => ({
  action: 'handle', byId: memberId, minutes: 400, state: 'handling', words: dice.pick(DONE), set: () => ({}),
})
const answering = ({ memberId, dice, submitted, type }: Making): Step => {
  const words = dice.pick(ANSWERED)
  return {
    action: 'answer', byId: memberId, minutes: 900, state: 'answered', words,
    set: (at) => ({ ...standingClock(submitted.redAt, { now: at, time: paceOf(type, submitted.grade).time }), asked: null, answer: { words, photoFileIds: [], at, byId: memberId }, answeredAt: at }),
  }
}
const rating = ({ submitted, dice }: Making): Step => {
  const score = dice.between(2, 5)
  return {
    action: 'rate', byId: submitted.requesterId, minutes: 1500, state: 'closed', score,
    set: (at) => ({ ...stoppedClock, closedAt: at, rating: { score, at } }),
  }
}
const withdrawing = ({ submitted }: Making): Step => ({
  action: 'withdraw', byId: submitted.requesterId, minutes: 30, state: 'withdrawn', set: (at) => ({ ...stoppedClock, closedAt: at, asked: null }),
})

/** How far a case has come; most of a county's cases are closed. */
const stepsFor = (making: Making, isOpen: boolean): Step[] => {
  const luck = making.dice.next()
  const [accepted, handled, answered] = [accepting(making), handling(making), answering(making)]
  if (!isOpen) return luck < 0.03 ? [withdrawing(making)] : luck < 0.3 ? [accepted, answered, rating(making)] : [accepted, handled, answered, rating(making)]
  if (luck < 0.3) return []
  if (luck < 0.5) return [accepted]
  return luck < 0.8 ? [accepted, handled] : [accepted, handled, answered]
}

const journalRow = (entry: HistoryDoc, record: CaseDoc, partition: number): JournalDoc => {
  const id = idAt(entry.at)
  const event = entry.action === 'submit' ? 'casework.submitted' : entry.action === 'rate' ? 'casework.rated' : `casework.${entry.action}ed`
  return {
    _id: id, county: record.county, at: entry.at, actorKind: 'person', actorId: entry.byId,
    operation: `casework.${entry.action}` as OperationName, key: id, digest: 'A'.repeat(43),
    scopeKeys: journalKeysOf(record.county, record.regionPath), targets: [{ type: 'case', id: record._id, rev: entry.n }], outcome: 'done',
    trace: id, origin: 'seed', partition,
    events: [{ name: event as never, id: record._id, rev: entry.n, persons: [record.requesterId, entry.byId], staff: { operation: 'casework.listCases', scopeKeys: record.scopeKeys } }],
  }
}

const walk = (submitted: CaseDoc, first: HistoryDoc, steps: readonly Step[]): Pick<MadeCase, 'record' | 'entries'> => {
  let record = submitted
  const entries = [first]
  for (const step of steps) {
    const at = addMinutes(submitted.receivedAt, step.minutes)
    const set = settled(record, step.set(at), { type: complaint, action: step.action as CaseAction, now: at })
    entries.push({
      _id: idAt(at), county: record.county, caseId: record._id, n: record.rev + 1, action: step.action, at, byId: step.byId, from: record.state, to: step.state,
      ...(step.words ? { words: step.words } : {}), ...(step.score ? { score: step.score } : {}), set,
    })
    record = { ...record, ...set, rev: record.rev + 1 }
  }
  return { record, entries }
}

type Charge = Awaited<ReturnType<typeof chargeFor>>

export interface Plan {
  county: string
  count: number
  now: Date
  dice: Dice
  gridIds: readonly string[]
  /** Who handles in a grid whose post stands empty. */
  standIn: string
  requesters: readonly Requester[]
}

const serialOf = (index: number): string => `测${String(index).padStart(6, '0')}`

/** Cases over three years, oldest first, by the rules the commands use; needs the regions in memory. */
export async function* makeCases(plan: Plan): AsyncGenerator<MadeCase> {
  const { county, count, now, dice, gridIds, requesters, standIn } = plan
  const charges = new Map<string, Charge>()
  const chargeIn = async (gridId: string, since: Date): Promise<Charge> => {
    const kept = charges.get(gridId) ?? (await chargeFor(locateCase({ gridId }), since))
    charges.set(gridId, kept)
    return { ...kept, handler: { ...kept.handler, since } }
  }
  const openFrom = Math.floor(count * (1 - OPEN_SHARE))
  for (let index = 0; index < count; index += 1) {
    const isOpen = index >= openFrom
    const ageMs = isOpen ? (0.9 + dice.next() * 8) * DAY : 9 * DAY + (1 - index / openFrom) * YEARS * 365 * DAY
    const receivedAt = new Date(now.getTime() - ageMs)
    const gridId = dice.pick(gridIds)
    const located = { ...locateCase({ gridId, words: '路口往东二十米' }) }
    const centre = regionById(gridId)?.centre
    const point = centre ? { point: [centre[0], centre[1]] as [number, number] } : {}
    const charge = await chargeIn(gridId, receivedAt)
    const requester = dice.pick(requesters)
    const category = dice.chance(0.8) ? dice.pick(complaint.categories).code : null
    const { record: submitted, entry } = buildSubmitted({
      id: idAt(receivedAt), county, type: complaint, category, charge,
      located: { ...located, place: { ...located.place, by: 'point', ...point } },
      origin: { serial: serialOf(index), requesterId: requester.id, requesterName: requester.name, words: dice.pick(SAID), photoFileIds: [], receivedAt },
    })
    const making = { type: complaint, submitted, memberId: charge.handler.personId ?? standIn, dice }
    const { record, entries } = walk(submitted, entry, stepsFor(making, isOpen))
    const partition = partitionOf(record._id)
    yield { record, entries, rows: entries.map((each) => journalRow(each, record, partition)) }
  }
}

import { caseworkEvents } from '@xiangli/shared/casework/events'
import type { EventName } from '@xiangli/shared/catalog/events'
import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { TOLD_EVENTS, toldOf, type ToldEvent } from '@xiangli/shared/hotline/messages'
import type { CommandReaction, Occurred, Reaction, SignalReaction } from '../../core/module'
import { Cases, Histories, paceOf, typeOf, type CaseDoc } from '../casework'
import { standOf } from './go-on'
import { Orders, type OrderDoc } from './order.model'

type Message = InputOf<'hotline.enqueue'>['messages'][number]
type Content = Pick<Message, 'words' | 'isDone' | 'until'>

/** A blackout's thirty reports are one case: each of them that came from a platform is answered there. */
const MOST_ORDERS = 100

const ordersOf = async (record: CaseDoc): Promise<OrderDoc[]> => {
  const children = record.childCount > 0 ? await Cases.list({ 'merged.intoId': record._id, state: 'merged' }, { projection: { _id: 1 }, limit: MOST_ORDERS }) : []
  const own = await Orders.list({ caseId: { $in: [record._id, ...children.map(({ _id }) => _id)] } }, { limit: MOST_ORDERS })
  return own.filter(({ isOnline }) => isOnline)
}

/** Until when time was asked for; a pause adds what was left when it began. */
const grantedUntil = async (record: CaseDoc, n: number): Promise<Date | undefined> => {
  const [asked] = await Histories.list({ caseId: record._id, n: { $lt: n }, action: 'askTime' }, { sort: { n: -1 }, limit: 1 })
  const wanted = asked?.set.timeRequest
  if (!wanted) return undefined
  const { time } = paceOf(typeOf(record), record.grade)
  return wanted.kind === 'pause' ? time.after(wanted.until, Math.max(0, record.remainingMinutes ?? 0)) : wanted.until
}

/** What is said, as it stood in that very step. */
const contentOf = async (record: CaseDoc, { event: { name, rev } }: Occurred): Promise<Content | null> => {
  if (toldOf[name as ToldEvent] === 'sign') return {}
  const [entry] = await Histories.list({ caseId: record._id, n: rev }, { limit: 1 })
  if (!entry) return null
  if (name !== 'casework.timeGranted') return { words: (entry.words ?? record.reason ?? '').slice(0, 2000), isDone: name === 'casework.answered' }
  const until = await grantedUntil(record, rev)
  return until ? { until: until.toISOString(), words: (entry.words ?? '本级同意延期').slice(0, 2000) } : null
}

/** A merged case is worked on by whoever has the other: signed once that one is. */
const isTakenOn = async ({ merged }: CaseDoc): Promise<boolean> => {
  const parent = merged ? await Cases.one({ _id: merged.intoId }) : null
  return parent !== null && (parent.state === 'accepted' || parent.state === 'handling')
}

const decide: CommandReaction['decide'] = async (occurred) => {
  const { event } = occurred
  const record = await Cases.one({ _id: event.id })
  const orders = record ? await ordersOf(record) : []
  if (!record || orders.length === 0) return null
  if (event.name === 'casework.merged' && !(await isTakenOn(record))) return null
  const content = await contentOf(record, occurred)
  if (!content) return null
  const kind = toldOf[event.name as ToldEvent]
  const about = kind === 'sign' ? kind : `${kind}:${event.id}:${event.rev}`
  return { operation: 'hotline.enqueue', input: { messages: orders.map(({ _id }) => ({ orderId: _id, about, kind, ...content })) } }
}

const tell: CommandReaction = { kind: 'command', name: 'hotline.tell', on: TOLD_EVENTS, decide }

/** Who may see an order follows who may see its case. */
const follow: SignalReaction = {
  kind: 'signal',
  name: 'hotline.follow',
  // An order is written with its case, or after it.
  on: (Object.keys(caseworkEvents) as EventName[]).filter((name) => name !== 'casework.submitted'),
  act: async ({ event }) => {
    const order = await Orders.one({ caseId: event.id }, { projection: { _id: 1 } })
    if (!order) return
    const record = await Cases.one({ _id: event.id }, { projection: { scopeKeys: 1 } })
    if (record) await Orders.change({ _id: order._id }, { $set: { scopeKeys: record.scopeKeys } })
  },
}

/**
 * 回访说没办好: the case goes on. How high it goes and how often is the rule of call-backs; here it is
 * said once, in one place, and where it cannot go on the order stands first in its list.
 */
const goOn: CommandReaction = {
  kind: 'command',
  name: 'hotline.goOn',
  on: ['hotline.calledBack'],
  decide: async ({ event, row }) => {
    const order = await Orders.one({ _id: event.id })
    if (order?.calledBack?.satisfied !== 'no') return null
    const record = await Cases.one({ _id: order.caseId })
    if (!record || (await standOf(record, row.at)) !== 'goesOn') return null
    const words = `${order.sourceName}回访：没办好。${order.calledBack.words ?? ''}`.slice(0, 300)
    return { operation: 'casework.reopenFromOutside', input: { caseId: order.caseId, words } }
  },
}

export const reactions: readonly Reaction[] = [tell, follow, goOn]

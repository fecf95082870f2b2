import type { EventName } from '@xiangli/shared/catalog/events'
import type { CommandReaction, Occurred } from '../../../core/module'
import { services } from '../../../core/services'
import { parentUnit, unitOfRegion } from '../../region'
import { staffOver } from '../assignees'
import { Cases } from '../case.model'
import { told } from '../reactions'
import { accountOf } from './reports'
import { Openings, SealedReports } from './sealed.model'

/** Steps the reporter is told of; of their own they know. */
const NEWS = (Object.entries(told) as [EventName, NonNullable<(typeof told)[EventName]>][])
  .filter(([, all]) => all.some(({ who }) => who === 'requester'))
  .map(([name]) => name)

const lines: Partial<Record<EventName, string>> = {
  'casework.answered': '您隐名反映的事有答复了，请看办好没有',
  'casework.asked': '您隐名反映的事，办理的人想多问一句',
  'casework.openingAsked': '有人申请查看您的身份，请看是谁、为什么',
  'casework.openingDecided': '查看您身份的申请有了结果',
}

const isTodo = (name: EventName): boolean => (told[name] ?? []).some(({ who, kind }) => who === 'requester' && kind === 'todo')

/** Not even the inbox says which case it is, nor the notice's event which step of whose: both lead to the list of one's own. */
const noticeTo = async (caseId: string, { event, row }: Occurred) => {
  const report = await SealedReports.one({ _id: caseId })
  const to = report && accountOf(report)
  if (!to || to === row.actorId) return null
  const notice = {
    to, kind: isTodo(event.name) ? ('todo' as const) : ('progress' as const), title: lines[event.name] ?? '您隐名反映的事有新进展', body: '在“我的反映”里看。',
    about: { type: 'mine' as const, id: 'sealed' },
  }
  const eventId = services().vault.hashToken(`casework.sealed.notice:${row._id}`)
  return { operation: 'notice.deliver' as const, input: { eventId, notices: [notice] } }
}

const tellReporter: CommandReaction = {
  kind: 'command',
  name: 'casework.tellSealed',
  on: [...NEWS, 'casework.released'],
  decide: async (occurred) => {
    const record = await Cases.one({ _id: occurred.event.id }, { projection: { names: 1 } })
    return record?.names === 'sealed' ? noticeTo(record._id, occurred) : null
  },
}

const tellOfOpening: CommandReaction = {
  kind: 'command',
  name: 'casework.tellOpening',
  on: ['casework.openingAsked', 'casework.openingDecided'],
  decide: async (occurred) => {
    const doc = await Openings.one({ _id: occurred.event.id })
    return doc ? noticeTo(doc.caseId, occurred) : null
  },
}

/** Those above the unit that has it in hand: one of them is to say yes or no. */
const tellOpeners: CommandReaction = {
  kind: 'command',
  name: 'casework.tellOpeners',
  on: ['casework.openingAsked', 'casework.openingDecided'],
  decide: async ({ event, row }) => {
    const doc = await Openings.one({ _id: event.id })
    const record = doc && (await Cases.one({ _id: doc.caseId }))
    if (!doc || !record) return null
    const units = [unitOfRegion(record.county).id, ...(parentUnit(record.handler.unitId) ? [parentUnit(record.handler.unitId)!.id] : [])]
    const isAsked = event.name === 'casework.openingAsked'
    const people = isAsked ? await staffOver(record, { unitIds: [...new Set(units)], operation: 'casework.confirmOpening', at: row.at }) : [doc.asked.id]
    const title = isAsked ? '请定：有人申请查看隐名反映人的身份' : '您申请查看隐名身份，有了结果'
    const notices = people.filter((id) => id !== row.actorId).map((to) => ({ to, kind: 'todo' as const, title, body: doc.reason.slice(0, 200), about: { type: 'case' as const, id: doc.caseId } }))
    return notices.length > 0 ? { operation: 'notice.deliver', input: { eventId: `${row._id}:openers`, notices } } : null
  },
}

export const sealedReactions: readonly CommandReaction[] = [tellReporter, tellOfOpening, tellOpeners]

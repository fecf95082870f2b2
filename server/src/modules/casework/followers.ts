import { cut } from '@xiangli/shared/core/words'
import { isPublishableCase } from '@xiangli/shared/casework/about'
import { maskWords } from '@xiangli/shared/casework/mask-words'
import type { EventName } from '@xiangli/shared/catalog/events'
import type { CommandReaction, Occurred } from '../../core/module'
import { Cases, type CaseDoc } from './case.model'
import { mayShowOthers, publicTitle } from './present/public-words'
import { recordAt } from './record-at'
import { Supporters } from './supporter.model'
import { MOST_FOLLOW } from './supporters'

/** What those hear who follow a case, and those whose own case was merged into it. */
const told: Partial<Record<EventName, (about: string) => string>> = {
  'casework.accepted': (about) => `有人在办了：${about}`,
  'casework.answered': (about) => `说办好了：${about}`,
  'casework.rated': (about) => `办结了：${about}`,
  'casework.closedUnrated': (about) => `办结了：${about}`,
  'casework.reopened': (about) => `没办好，重新办理：${about}`,
  'casework.declined': (about) => `不予受理：${about}`,
  'casework.gaveUp': (about) => `确实办不了：${about}`,
  'casework.tookIn': (about) => `和别人反映的一起办：${about}`,
}

const NEWS_OF_MERGING: EventName = 'casework.tookIn'

interface Follower {
  to: string
  /** Their own case where they have one, else the one they follow. */
  caseId: string
}

/** Requesters of merged cases by their own, then whoever joined the case or one of those. */
const followersOf = async (record: CaseDoc, { event, row }: Occurred): Promise<Follower[]> => {
  const isNew = event.name === NEWS_OF_MERGING
  const filter = { 'merged.intoId': record._id, state: 'merged' as const, ...(isNew ? { 'merged.at': row.at } : {}) }
  const children = record.childCount > 0 ? await Cases.list(filter as never, { projection: { requesterId: 1 } }) : []
  const caseIds = [...(isNew ? [] : [record._id]), ...children.map(({ _id }) => _id)]
  const supporters = await Supporters.list({ caseId: { $in: caseIds } }, { limit: MOST_FOLLOW, projection: { accountId: 1, caseId: 1 } })
  const all = [...children.map(({ _id, requesterId }) => ({ to: requesterId, caseId: _id })), ...supporters.map(({ accountId, caseId }) => ({ to: accountId, caseId }))]
  // The first of each stands: one's own case before one that is followed.
  return [...new Map([...all].reverse().map((each) => [each.to, each])).values()].reverse()
}

/** What was said of it stays with the parties once it is about people or a household. */
const bodyFor = (name: EventName, record: CaseDoc): string => {
  if (!mayShowOthers(record)) return ''
  if (name === 'casework.answered') return maskWords(record.answer?.words ?? '')
  if (name === 'casework.declined' || name === 'casework.gaveUp') return maskWords(record.reason ?? '')
  return ''
}

const decide: CommandReaction['decide'] = async (occurred) => {
  const { event, row } = occurred
  const title = told[event.name]
  const record = await recordAt(event)
  if (!record || !title || !isPublishableCase(record)) return null
  const people = (await followersOf(record, occurred)).filter(({ to }) => to !== row.actorId && to !== record.requesterId)
  if (people.length === 0) return null
  const line = cut(title(publicTitle(record)), 60)
  const body = cut(bodyFor(event.name, record), 200) || `编号 ${record.serial}`
  const notices = people.map(({ to, caseId }) => ({ to, kind: 'progress' as const, title: line, body, about: { type: 'case' as const, id: caseId } }))
  // An event of its own for the inbox, or whoever heard of it as handler would be passed over here.
  return { operation: 'notice.deliver', input: { eventId: `${row._id}:followers`, notices } }
}

export const tellFollowers: CommandReaction = { kind: 'command', name: 'casework.tellFollowers', on: Object.keys(told) as EventName[], decide }

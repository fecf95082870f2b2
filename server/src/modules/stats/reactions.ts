import { caseworkEvents } from '@xiangli/shared/casework/events'
import type { EventName } from '@xiangli/shared/catalog/events'
import { now as clock } from '../../core/clock'
import type { SignalReaction } from '../../core/module'
import { Changed } from './fact.model'

/** Of no case, or nothing that is counted. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  'casework.deskRung', 'casework.ringAnswered', 'casework.templateSaved', 'casework.joined', 'casework.left', 'casework.published', 'casework.unpublished', 'casework.warned',
])

/** One small row an event, however many fall on one case until it is taken in. */
export const noteChanged: SignalReaction = {
  kind: 'signal',
  name: 'stats.noteChanged',
  on: (Object.keys(caseworkEvents) as EventName[]).filter((name) => !UNCOUNTED.has(name)),
  act: async ({ event }) => {
    await Changed.upsert({ _id: event.id }, { $inc: { times: 1 }, $setOnInsert: { since: clock() } })
  },
}

import type { CaseRecord } from '@xiangli/shared/casework/record'
import type { TimelineEntry } from '@xiangli/shared/casework/views'
import type { HistoryDoc } from '../case.model'
import { unitName } from './names'

/** What stood before an entry, as far as the entries read so far tell. */
type Stood = Partial<Pick<CaseRecord, 'ownerUnitId' | 'timeRequest'>> & {
  /** The last limit that ran, though it may stand still since. */
  redAt?: Date
}

type Moved = Pick<TimelineEntry, 'ownerFrom' | 'ownerTo' | 'dueFrom' | 'dueTo' | 'time' | 'promisedAt'>

const ownerMove = ({ ownerUnitId: before }: Stood, { ownerUnitId: after }: HistoryDoc['set']): Moved =>
  before && after && before !== after ? { ownerFrom: unitName(before), ownerTo: unitName(after) } : {}

const dueMove = ({ redAt: before }: Stood, { redAt: after }: HistoryDoc['set']): Moved => {
  if (!before || !after || before.getTime() === after.getTime()) return {}
  return { dueFrom: before.toISOString(), dueTo: after.toISOString() }
}

const timeOf = ({ timeRequest }: Stood, { action, set }: HistoryDoc): Moved => {
  const asked = action === 'askTime' ? set.timeRequest : action === 'grantTime' || action === 'refuseTime' ? timeRequest : null
  return asked ? { time: { kind: asked.kind, until: asked.until.toISOString() } } : {}
}

const promiseOf = ({ action, set }: HistoryDoc): Moved =>
  action === 'fileFeedback' && set.supervision ? { promisedAt: set.supervision.due.toISOString() } : {}

const after = (before: Stood, { set }: HistoryDoc): Stood => ({
  ...before,
  ...(set.ownerUnitId ? { ownerUnitId: set.ownerUnitId } : {}),
  ...(set.redAt ? { redAt: set.redAt } : {}),
  ...(set.timeRequest === undefined ? {} : { timeRequest: set.timeRequest }),
})

/**
 * Each entry with what it moved: the owner, the limit, the time asked for. Told from the entries
 * themselves, as the history keeps outcomes; after a gap in a very long one nothing is claimed.
 */
export const movesOf = (entries: readonly HistoryDoc[]): { entry: HistoryDoc; moved: Moved }[] => {
  let stood: Stood = {}
  let last = 0
  return entries.map((entry) => {
    if (entry.n !== last + 1) stood = {}
    const moved = { ...ownerMove(stood, entry.set), ...dueMove(stood, entry.set), ...timeOf(stood, entry), ...promiseOf(entry) }
    stood = after(stood, entry)
    last = entry.n
    return { entry, moved }
  })
}

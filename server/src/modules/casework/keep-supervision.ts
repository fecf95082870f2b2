import type { Supervision } from '@xiangli/shared/casework/supervision'
import { isOpen } from '@xiangli/shared/casework/states'
import type { CommandContext } from '../../core/operation'
import type { CaseDoc } from './case.model'
import { Supervisions, type Feedback, type SupervisionEnd } from './supervision.model'

/** What a step puts on the form besides moving the case. */
export interface OnForm {
  feedback?: Feedback
  signedById?: string
}

interface Change {
  before: CaseDoc
  after: CaseDoc
  form?: OnForm
}

const endOf = ({ before, after, form }: Change): SupervisionEnd => {
  if (form?.signedById) return 'signed'
  if (after.supervision) return 'missed'
  if (!isOpen(after.state)) return 'closed'
  return before.state === 'answered' ? 'reopened' : 'closed'
}

/** The rows follow the case: in the same transaction, guarded by the compare-and-set on the case itself. */
export const keepSupervision = async (ctx: CommandContext, change: Change): Promise<void> => {
  const { before, after, form } = change
  const [old, now] = [before.supervision ?? null, after.supervision ?? null]
  if (old && old.id !== now?.id) {
    await Supervisions.change({ _id: old.id }, { $set: { ...form, ended: endOf(change), endedAt: ctx.now } })
  }
  if (now && old?.id === now.id && (form || isMoved(old, now) || hasOtherReaders(change))) {
    await Supervisions.change({ _id: now.id }, { $set: { ...form, unitId: now.unitId, isTop: now.isTop, awaits: now.awaits, due: now.due, scopeKeys: after.scopeKeys } })
  }
  if (now && old?.id !== now.id) {
    const { id, ...about } = now
    await Supervisions.add({ _id: id, county: ctx.county, caseId: after._id, ...about, scopeKeys: after.scopeKeys, ended: null, endedAt: null })
  }
}

const isMoved = (old: Supervision, now: Supervision): boolean => old.awaits !== now.awaits || old.due.getTime() !== now.due.getTime() || old.unitId !== now.unitId

const hasOtherReaders = ({ before, after }: Change): boolean => before.scopeKeys.join() !== after.scopeKeys.join()

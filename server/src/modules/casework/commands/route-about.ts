import type { AboutLevel } from '@xiangli/shared/casework/about'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import type { CommandContext } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { partiesFor } from '../parties'

type Input = ParsedOf<'casework.route'>

/** The level the case is about after this step. */
export const aboutAfter = (ctx: CommandContext, { about, note }: Input, record: CaseDoc): AboutLevel | null => {
  const before = record.about ?? null
  if (about === undefined) return before
  const after = about === 'none' ? null : about
  if (after === before) return before
  if (!partiesFor(ctx.actor, record, 'route').has('dispatcher')) fail('casework.aboutIsDispatchers', { field: 'about' })
  if (after === null && !note) fail('casework.aboutReasonNeeded', { field: 'note' })
  // Others' reports are in it: they would go where their requesters' villages do not see them.
  if (after !== null && record.childCount > 0) fail('casework.aboutAlone', { field: 'about' })
  return after
}

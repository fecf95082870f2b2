import type { AboutLevel } from '@xiangli/shared/casework/about'
import { mayReleaseFrom } from '@xiangli/shared/casework/names'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import type { CommandContext } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { partiesFor } from '../parties'
import { sayingsOf } from '../sealed/sayings'

type Input = ParsedOf<'casework.route'>

/** The level the case is about after this step. */
export const aboutAfter = async (ctx: CommandContext, { about, note }: Input, record: CaseDoc): Promise<AboutLevel | null> => {
  const before = record.about ?? null
  if (about === undefined) return before
  const after = about === 'none' ? null : about
  if (after === before) return before
  if (!partiesFor(ctx.actor, record, 'route').has('dispatcher')) fail('casework.aboutIsDispatchers', { field: 'about' })
  if (after === null && !note) fail('casework.aboutReasonNeeded', { field: 'note' })
  // Others' reports are in it: they would go where their requesters' villages do not see them.
  if (after !== null && record.childCount > 0) fail('casework.aboutAlone', { field: 'about' })
  if (after === null) await refuseSoon(ctx, record)
  return after
}

/** Typed out the same day because the village would not see it: seeing it after all, it waits for its morning like any other. */
const refuseSoon = async ({ now }: CommandContext, { _id, names, released, grade }: CaseDoc): Promise<void> => {
  if (names !== 'sealed' || !released) return
  const last = (await sayingsOf(_id)).findLast(({ n }) => n <= released.upTo)
  if (last && mayReleaseFrom({ grade, receivedAt: last.on }, null) > now) fail('casework.releaseTooSoon')
}

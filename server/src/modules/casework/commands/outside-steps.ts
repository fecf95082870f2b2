import { runningUntil } from '@xiangli/shared/casework/clock'
import { defineCommand } from '../../../core/operation'
import { act } from '../act'
import { Cases } from '../case.model'
import { letGo } from '../merging'
import { notFixedEvent, notFixedOutcome } from '../not-fixed'
import { paceOf } from '../pace'

const done = { present: (_ctx: unknown, { rev }: { rev: number }) => ({ rev }), reload: (_ctx: unknown, { id }: { id: string }) => Cases.need({ _id: id }) }

/** The platform it came from gave another day: from now on that one binds. What stands still keeps what is left of it. */
export const rebind = defineCommand('casework.rebind', {
  run: (ctx, { caseId, due }) => act(ctx, { caseId }, {
    action: 'rebind',
    event: 'casework.rebound',
    outcome: (record, type) => ({
      outsideDue: new Date(due),
      ...(record.redAt ? runningUntil(new Date(due), paceOf(type, record.grade)) : {}),
    }),
  }),
  ...done,
})

/** Somebody who asked through another platform told it that nothing was fixed; they have no account to say so here. */
export const reopenFromOutside = defineCommand('casework.reopenFromOutside', {
  run: (ctx, { caseId, words }) => act(ctx, { caseId }, {
    action: 'reopen',
    event: notFixedEvent,
    outcome: (record, type) => notFixedOutcome(record, type, ctx.now),
    after: (before) => letGo(ctx, before),
    said: { words },
  }),
  ...done,
})

import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { Notices } from '../notice.model'

type Draft = ParsedOf<'notice.deliver'>['notices'][number]

const oncePerPerson = (drafts: readonly Draft[], heard: ReadonlySet<string>): Draft[] => [
  ...new Map(drafts.filter(({ to }) => !heard.has(to)).map((draft) => [draft.to, draft])).values(),
]

/** One command per event; whoever has heard of the event already is left alone. */
export const deliver = defineCommand('notice.deliver', {
  run: async (ctx, { eventId, notices }) => {
    const people = notices.map(({ to }) => to)
    const before = await Notices.list({ to: { $in: people }, eventId }, { projection: { to: 1 } })
    const due = oncePerPerson(notices, new Set(before.map(({ to }) => to)))
    await Notices.addMany(
      due.map((draft) => ({ _id: newId(ctx.now), county: ctx.county, ...draft, at: ctx.now, readAt: null, eventId })),
    )
    ctx.record({ type: 'notices', id: eventId })
    if (due.length > 0) ctx.emit({ name: 'notice.delivered', id: eventId, rev: 1, persons: due.map(({ to }) => to) })
    return due.length
  },
  present: (_ctx, delivered) => ({ delivered }),
  reload: async (_ctx, { id }, { notices }) =>
    Notices.count({ to: { $in: notices.map(({ to }) => to) }, eventId: id }, notices.length),
})

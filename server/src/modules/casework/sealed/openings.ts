import { lapsesAt, OPENING_DAYS, readUntil, whyNotAskOpening, whyNotConfirmOpening } from '@xiangli/shared/casework/opening'
import { keptPath } from '@xiangli/shared/casework/about'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { DAY } from '@xiangli/shared/core/time'
import type { EventName } from '@xiangli/shared/catalog/events'
import { fail, refuse } from '../../../core/fail'
import { defineCommand, type CommandContext, type Context } from '../../../core/operation'
import { contactOf, type Contact } from '../../identity'
import { needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { needPost, openerOf } from './openers'
import { presentOpenings } from './present-openings'
import { accountOf, callerIn } from './reports'
import { Openings, SealedReports, type OpeningDoc } from './sealed.model'

interface Found {
  doc: OpeningDoc
  record: CaseDoc
}

const needOpening = async (ctx: Context, openingId: string): Promise<Found> => {
  const doc = await Openings.need({ _id: openingId })
  return { doc, record: await needCase(ctx, doc.caseId) }
}

const shown = {
  present: (ctx: Context, { doc, record }: Found) => presentOpenings(ctx, [doc], openerOf(ctx, record))[0]!,
  reload: (ctx: Context, { id }: { id: string }) => needOpening(ctx, id),
}

/** In the journal of the township and above, never the village's. */
const note = (ctx: CommandContext, { doc, record }: Found, reason: string): void =>
  ctx.record({ type: 'opening', id: doc._id }, { regionPath: keptPath(record.regionPath, 'village'), scopeKeys: record.scopeKeys, reason })

const tell = (ctx: CommandContext, { doc, record }: Found, name: EventName): void =>
  ctx.emit({ name, id: doc._id, rev: 1, persons: [doc.asked.id], staff: { operation: 'casework.askOpening', scopeKeys: ancestorsOf(keptPath(record.regionPath, 'village')) } })

const postOf = (ctx: Context, record: CaseDoc): OpeningDoc['asked'] => {
  const { unitId, role } = needPost(ctx, record)
  return { id: ctx.actor.id, unitId, role }
}

/** 申请开封: of two who ask at once the unique index lets one stand; an ask nobody answered makes room. */
export const askOpening = defineCommand('casework.askOpening', {
  run: async (ctx, { openingId, caseId, reason }) => {
    const record = await needCase(ctx, caseId)
    const asked = postOf(ctx, record)
    if (record.names !== 'sealed') fail('casework.notSealed')
    refuse(whyNotAskOpening(openerOf(ctx, record)))
    const lapsed = new Date(ctx.now.getTime() - OPENING_DAYS * DAY)
    await Openings.changeMany({ caseId, state: 'asked', askedAt: { $lte: lapsed } }, { $set: { state: 'lapsed' } })
    const doc = await Openings.add({ _id: openingId, county: ctx.county, caseId, reason, state: 'asked', askedAt: ctx.now, asked, decidedAt: null, decided: null })
    note(ctx, { doc, record }, reason)
    tell(ctx, { doc, record }, 'casework.openingAsked')
    return { doc, record }
  },
  ...shown,
})

interface Decision {
  state: 'confirmed' | 'refused'
  words?: string
}

/** Guarded by its state: of two who decide at once the second finds it decided. */
const decide = async (ctx: CommandContext, openingId: string, { state, words }: Decision): Promise<Found> => {
  const { doc, record } = await needOpening(ctx, openingId)
  const decided = postOf(ctx, record)
  refuse(whyNotConfirmOpening(doc.asked.id, openerOf(ctx, record)))
  if (lapsesAt(doc) <= ctx.now) fail('casework.openingDecided')
  const updated = (await Openings.change({ _id: openingId, state: 'asked' }, { $set: { state, decided, decidedAt: ctx.now, ...(words ? { words } : {}) } })) ?? fail('casework.openingDecided')
  note(ctx, { doc: updated, record }, words ?? doc.reason)
  tell(ctx, { doc: updated, record }, 'casework.openingDecided')
  return { doc: updated, record }
}

export const confirmOpening = defineCommand('casework.confirmOpening', {
  run: (ctx, { openingId }) => decide(ctx, openingId, { state: 'confirmed' }),
  ...shown,
})

export const refuseOpening = defineCommand('casework.refuseOpening', {
  run: (ctx, { openingId, words }) => decide(ctx, openingId, { state: 'refused', words }),
  ...shown,
})

/** The two, for a day; whoever has lost the post meanwhile does not look. */
const needReadable = async (ctx: Context, openingId: string): Promise<Found> => {
  const found = await needOpening(ctx, openingId)
  const { doc, record } = found
  needPost(ctx, record)
  if (![doc.asked.id, doc.decided?.id].includes(ctx.actor.id)) fail('casework.notYours')
  const until = readUntil(doc)
  return until && until > ctx.now ? found : fail('casework.openingNotReadable')
}

const contactBehind = async (caseId: string): Promise<Contact> => {
  const report = await SealedReports.need({ _id: caseId })
  const accountId = accountOf(report)
  const { name, phone } = accountId ? ((await contactOf(accountId)) ?? { name: '账号已注销' }) : callerIn(report)
  return { name: name ?? '没有留姓名', ...(phone ? { phone } : {}) }
}

/** Each look is a command of its own: who looked, and when, stays in the journal. */
export const readOpened = defineCommand('casework.readOpened', {
  run: async (ctx, { openingId }) => {
    const found = await needReadable(ctx, openingId)
    note(ctx, found, found.doc.reason)
    return found
  },
  present: (_ctx, { doc }) => contactBehind(doc.caseId),
  reload: (ctx, { id }) => needReadable(ctx, id),
})

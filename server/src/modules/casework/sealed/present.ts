import { mayReleaseFrom } from '@xiangli/shared/casework/names'
import { spacedCode } from '@xiangli/shared/casework/query-code'
import type { SealedView } from '@xiangli/shared/casework/sealed-views'
import { caseworkErrors } from '@xiangli/shared/casework/errors'
import { mayOn } from '@xiangli/shared/core/scope'
import type { Context } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { partiesOn } from '../parties'
import { codeOf } from '../intake/query-code'
import { openerOf } from './openers'
import { openingsOf, presentOpenings } from './present-openings'
import { presentSayings, sayingsOf } from './sayings'
import { Handed, SealedReports } from './sealed.model'
import { isOfVillage } from './village'

const forReporter = async (ctx: Context, { _id, released }: CaseDoc): Promise<SealedView> => {
  const [sayings, handed, report, openings] = await Promise.all([sayingsOf(_id), Handed.one({ _id }), SealedReports.one({ _id }), openingsOf(_id)])
  const notTaken = report?.notTaken
  return {
    code: spacedCode(codeOf(_id)),
    sayings: await presentSayings(sayings, released?.upTo ?? 0),
    openings: presentOpenings(ctx, openings, null),
    ...(handed ? { waiting: { action: handed.action, due: handed.due.toISOString() } } : {}),
    ...(notTaken ? { notTaken: { action: notTaken.action, at: notTaken.at.toISOString(), words: caseworkErrors[notTaken.code as keyof typeof caseworkErrors].text } } : {}),
  }
}

/** What still waits to be typed out, for whoever may do that. */
const forTypist = async (ctx: Context, record: CaseDoc): Promise<SealedView> => {
  const isTypist = partiesOn(ctx.actor, record)('release').has('dispatcher') && !isOfVillage(ctx.actor, record.place.villageId)
  if (!isTypist) return {}
  const waiting = (await sayingsOf(record._id)).filter(({ n }) => n > (record.released?.upTo ?? 0))
  const [first] = waiting
  return first ? { toRelease: { count: waiting.length, from: mayReleaseFrom({ grade: record.grade, receivedAt: first.on }, record.about ?? null).toISOString() } } : {}
}

/** The openings are not the village's to know of. */
const forOpeners = async (ctx: Context, record: CaseDoc): Promise<SealedView> => {
  const opener = openerOf(ctx, record)
  if (opener.isOfVillage || !mayOn(ctx.actor, 'casework.askOpening', record.scopeKeys)) return {}
  const openings = presentOpenings(ctx, await openingsOf(record._id), opener)
  return { openings, mayAskOpening: openings.every(({ state }) => state !== 'asked') }
}

export const presentSealed = async (ctx: Context, record: CaseDoc): Promise<SealedView> => {
  const releasedAt = record.released ? { releasedAt: record.released.at.toISOString() } : {}
  if (record.requesterId === ctx.actor.id) return { ...releasedAt, ...(await forReporter(ctx, record)) }
  return { ...releasedAt, ...(await forTypist(ctx, record)), ...(await forOpeners(ctx, record)) }
}

import { lapsesAt, openingState, readUntil, whyNotConfirmOpening, type Opener } from '@xiangli/shared/casework/opening'
import type { OpeningView } from '@xiangli/shared/casework/sealed-views'
import { roleLabel, type RoleName } from '@xiangli/shared/core/roles'
import type { Context } from '../../../core/operation'
import { unitName } from '../present/names'
import { Openings, type OpeningDoc } from './sealed.model'

const MOST = 50

/** The latest first. */
export const openingsOf = (caseId: string): Promise<OpeningDoc[]> => Openings.list({ caseId }, { sort: { askedAt: -1 }, limit: MOST })

const postOf = ({ unitId, role }: { unitId: string; role: string }): string => `${unitName(unitId)}${roleLabel(role as RoleName)}`

const openTo = (doc: OpeningDoc, opener: Opener | null, now: Date): OpeningView['can'] => {
  if (!opener) return []
  const state = openingState(doc, now)
  if (state === 'asked') return whyNotConfirmOpening(doc.asked.id, opener) === null ? ['confirm', 'refuse'] : []
  const until = readUntil(doc)
  const isOneOfTwo = opener.id === doc.asked.id || opener.id === doc.decided?.id
  return state === 'confirmed' && isOneOfTwo && until && until > now ? ['read'] : []
}

const presentOpening = (ctx: Context, doc: OpeningDoc, opener: Opener | null): OpeningView => {
  const until = readUntil(doc)
  return {
    id: doc._id,
    at: doc.askedAt.toISOString(),
    reason: doc.reason,
    state: openingState(doc, ctx.now),
    askedBy: postOf(doc.asked),
    lapsesAt: lapsesAt(doc).toISOString(),
    isMine: doc.asked.id === ctx.actor.id,
    can: openTo(doc, opener, ctx.now),
    ...(doc.decided ? { decidedBy: postOf(doc.decided) } : {}),
    ...(doc.decidedAt ? { decidedAt: doc.decidedAt.toISOString() } : {}),
    ...(doc.words ? { decidedWords: doc.words } : {}),
    ...(until ? { readUntil: until.toISOString() } : {}),
  }
}

/** To whom it is shown decides what they may do with it; the reporter (no opener) only reads. */
export const presentOpenings = (ctx: Context, docs: readonly OpeningDoc[], opener: Opener | null): OpeningView[] =>
  docs.map((doc) => presentOpening(ctx, doc, opener))

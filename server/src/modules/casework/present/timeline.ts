import type { TimelineEntry } from '@xiangli/shared/casework/views'
import type { Context } from '../../../core/operation'
import { Histories, type CaseDoc, type HistoryDoc } from '../case.model'
import { unitName } from './names'
import type { Surroundings } from './surroundings'

/** A case of a hundred steps is shown whole; beyond that the first steps are left out. */
const MAX_ENTRIES = 200

export const historyOf = async (caseId: string): Promise<HistoryDoc[]> =>
  (await Histories.list({ caseId }, { sort: { n: -1 }, limit: MAX_ENTRIES })).reverse()

export const filesOfHistory = (entries: readonly HistoryDoc[]): string[] =>
  entries.flatMap(({ photoFileIds, voiceFileId }) => [...(photoFileIds ?? []), ...(voiceFileId ? [voiceFileId] : [])])

interface Around extends Surroundings {
  record: CaseDoc
}

export const presentTimeline = (ctx: Context, entries: readonly HistoryDoc[], around: Around): TimelineEntry[] =>
  entries.map((entry) => entryOf(ctx, entry, around))

const byName = (ctx: Context, entry: HistoryDoc, { record, names }: Around): string => {
  if (entry.byId === 'timetable') return '系统'
  if (entry.byId !== record.requesterId) return names.get(entry.byId) ?? ''
  return ctx.actor.id === record.requesterId ? '您' : record.requesterName
}

const entryOf = (ctx: Context, entry: HistoryDoc, around: Around): TimelineEntry => {
  const { files, names, titles, record } = around
  const handler = entry.action === 'route' || entry.action === 'assign' ? entry.set.handler : undefined
  return {
    n: entry.n,
    at: entry.at.toISOString(),
    action: entry.action,
    byName: byName(ctx, entry, around),
    byTitle: entry.byId === record.requesterId ? undefined : titles.get(entry.byId),
    byMe: entry.byId === ctx.actor.id,
    from: entry.from ?? undefined,
    to: entry.to,
    words: entry.words,
    score: entry.score,
    handlerName: handler ? ((handler.personId ? names.get(handler.personId) : undefined) ?? unitName(handler.unitId)) : undefined,
    photos: (entry.photoFileIds ?? []).flatMap((id) => files.get(id) ?? []),
    voice: entry.voiceFileId ? files.get(entry.voiceFileId) : undefined,
  }
}

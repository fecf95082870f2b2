import { mayOn } from '@xiangli/shared/core/scope'
import type { TimelineEntry } from '@xiangli/shared/casework/views'
import type { Context } from '../../../core/operation'
import { Histories, type CaseDoc, type HistoryDoc } from '../case.model'
import { isAsking } from './asking'
import { mayReadOpinion } from './opinion'
import { unitName } from './names'
import { movesOf } from './moves'
import type { Surroundings } from './surroundings'

/** A case of a hundred steps is shown whole; of a longer one the beginning, where it was taken on, and the latest. */
const MAX_ENTRIES = 200
const BEGINNING = 20

export const historyOf = async (caseId: string): Promise<HistoryDoc[]> => {
  const latest = (await Histories.list({ caseId }, { sort: { n: -1 }, limit: MAX_ENTRIES })).reverse()
  const [first] = latest
  if (!first || first.n <= 1) return latest
  return [...(await Histories.list({ caseId, n: { $lt: first.n } }, { sort: { n: 1 }, limit: BEGINNING })), ...latest]
}

export const filesOfHistory = (entries: readonly HistoryDoc[]): string[] =>
  entries.flatMap(({ photoFileIds, voiceFileId }) => [...(photoFileIds ?? []), ...(voiceFileId ? [voiceFileId] : [])])

interface Around extends Surroundings {
  record: CaseDoc
}

export const presentTimeline = (ctx: Context, entries: readonly HistoryDoc[], around: Around): TimelineEntry[] => {
  const { record } = around
  const isStaff = mayOn(ctx.actor, 'casework.getCase', record.scopeKeys)
  const kept = new Set([...(mayReadOpinion(ctx, record) ? [] : OPINIONS), ...(isStaff && !isAsking(ctx, record) ? [] : OF_WORKERS)])
  return movesOf(entries).filter(({ entry, moved }) => isStaff || !isInward(entry, moved)).map(({ entry, moved }) => ({ ...entryOf(ctx, kept.has(entry.action) ? withoutWords(entry) : entry, around), ...moved }))
}

/** The level of risk and its reason are between those who work on it; a new version that moves no limit is nothing to whoever asked. */
const isInward = ({ action }: HistoryDoc, { dueTo }: ReturnType<typeof movesOf>[number]['moved']): boolean =>
  action === 'setRisk' || (action === 'followSettings' && !dueTo)

const OPINIONS: ReadonlySet<HistoryDoc['action']> = new Set<HistoryDoc['action']>(['rate', 'recordCallBack', 'answerCallBack'])

/** What a head wanted written otherwise tells what was written. */
const OF_WORKERS: ReadonlySet<HistoryDoc['action']> = new Set<HistoryDoc['action']>(['refuseAnswer'])

const withoutWords = ({ words: _words, score: _score, ...entry }: HistoryDoc): HistoryDoc => entry

/** Steps nobody takes by hand; the dispatcher takes those that follow from what another platform says. */
const MACHINES = new Map([['timetable', '系统'], ['dispatcher', '系统'], ['hotline', '热线平台']])

const byName = (ctx: Context, entry: HistoryDoc, { record, names, titles }: Around): string => {
  const machine = MACHINES.get(entry.byId)
  if (machine) return machine
  // Whoever took their own report out again is another villager: not for the one whose case it was in.
  if (entry.action === 'letGo' && !titles.has(entry.byId)) return '并在一起的反映人'
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
    channel: entry.action === 'submit' ? record.channel : undefined,
    handlerName: handler ? ((handler.personId ? names.get(handler.personId) : undefined) ?? unitName(handler.unitId)) : undefined,
    photos: (entry.photoFileIds ?? []).flatMap((id) => files.get(id) ?? []),
    voice: entry.voiceFileId ? files.get(entry.voiceFileId) : undefined,
  }
}

import { isPublishableCase } from '@xiangli/shared/casework/about'
import { maskWords } from '@xiangli/shared/casework/mask-words'
import { colourOf } from '@xiangli/shared/casework/clock'
import type { JoinedSummary } from '@xiangli/shared/casework/similar-views'
import { readPage } from '../../../core/cursor'
import { fail } from '../../../core/fail'
import { defineQuery, type Context } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { fileViews } from '../../file'
import { Cases, type CaseDoc } from '../case.model'
import { parentOf } from '../parents'
import { handlerName, handlerNames, unitName } from '../present/names'
import { mayShowOthers, publicTitle } from '../present/public-words'
import { presentSeen, readSeen, type SeenAround } from '../present/seen'
import { summaryProjection } from '../present/summary'
import { historyOf } from '../present/timeline'
import { Supporters, type SupporterDoc } from '../supporter.model'

export const listJoined = defineQuery('casework.listJoined', async (ctx, { limit, cursor }) => {
  const { docs, next } = await readPage(Supporters, { filter: { accountId: personIdOf(ctx) }, sort: { by: 'at', direction: -1 }, limit, cursor })
  const records = await Cases.list({ _id: { $in: docs.map(({ caseId }) => caseId) } }, { projection: summaryProjection })
  const byId = new Map(records.map((record) => [record._id, record]))
  const around = await readSeen(records)
  const items = docs.flatMap((row) => {
    const record = byId.get(row.caseId)
    // What turned out to be about named people is followed by nobody.
    return record && isPublishableCase(record) ? [summaryOf(ctx, record, { row, around })] : []
  })
  return { items, ...(next ? { next } : {}) }
})

const summaryOf = (ctx: Context, record: CaseDoc, { row, around }: { row: SupporterDoc; around: SeenAround }): JoinedSummary => ({
  ...presentSeen(record, { around, isPublic: true }),
  serial: record.serial,
  title: publicTitle(record),
  colour: colourOf(record, ctx.now),
  redAt: record.redAt?.toISOString(),
  updatedAt: record.updatedAt.toISOString(),
  rev: record.rev,
  joinedAt: row.at.toISOString(),
})

/** Steps a follower hears of: how it goes, and nothing of what was said between those who work on it. */
const HEARD = new Set(['submit', 'accept', 'route', 'assign', 'answer', 'signAnswer', 'sendUnsigned', 'rate', 'closeUnrated', 'reopen', 'decline', 'giveUp', 'withdraw', 'merge', 'unmerge'])

/** Who follows it sees how it goes: where it stands, who answers for it, what was answered. */
export const getJoined = defineQuery('casework.getJoined', async (ctx, { caseId }) => {
  const row = await Supporters.one({ caseId, accountId: personIdOf(ctx) })
  const record = row ? await Cases.one({ _id: caseId }) : null
  if (!row || !record || !isPublishableCase(record)) return fail('core.notFound')
  const [around, names, history, parent] = await Promise.all([readSeen([record]), handlerNames([record]), historyOf(caseId), parentOf(record)])
  const answered = parent ?? record
  const isShown = mayShowOthers(record)
  const isAnswerShown = mayShowOthers(answered)
  const files = await fileViews([...(isShown ? record.photoFileIds : []), ...(isAnswerShown ? (answered.answer?.photoFileIds ?? []) : [])])
  const photosOf = (ids: readonly string[]) => ids.flatMap((id) => files.get(id) ?? [])
  const { answer } = answered
  return {
    ...summaryOf(ctx, record, { row, around }),
    photos: isShown ? photosOf(record.photoFileIds) : [],
    ownerName: unitName(record.ownerUnitId),
    handlerName: handlerName(record, names),
    answer: answer && isAnswerShown ? { words: maskWords(answer.words), photos: photosOf(answer.photoFileIds), at: answer.at.toISOString() } : undefined,
    reason: record.reason && isShown && record.state !== 'withdrawn' ? maskWords(record.reason) : undefined,
    goesOnIn: parent ? { serial: parent.serial, state: parent.state } : undefined,
    steps: history.filter(({ action }) => HEARD.has(action)).map(({ n, at, action, to }) => ({ n, at: at.toISOString(), action, to })),
  }
})

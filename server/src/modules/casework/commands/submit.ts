import { maskName } from '@xiangli/shared/registry/rules'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { DAY } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { fileViews } from '../../file'
import { regionById } from '../../region'
import { needCase } from '../act'
import { buildSubmitted, type Submission } from '../build'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../case.model'
import { claimSaid } from '../claim-said'
import { presentCase } from '../present/view'
import { chargeFor, locateCase } from '../routing'
import { nextSerial } from '../serials'
import { typeNamed } from '../types'

/** 反映一件事: a voice note alone is a complete request; the rest is filled by whoever dispatches. */
export const submit = defineCommand('casework.submit', {
  prepare: async (ctx, input): Promise<Submission> => {
    const type = typeNamed(input.type)
    refuseIncomplete(input, type)
    const located = locateCase(wishOf(input), ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined)
    const [, townId] = ancestorsOf(located.regionPath)
    return {
      id: input.caseId,
      county: ctx.county,
      type,
      category: input.category ?? null,
      located,
      charge: await chargeFor(located, ctx.now),
      origin: await originOf(ctx, { input, serial: await nextSerial(ctx.county, townId ?? ctx.county, ctx.now) }),
    }
  },
  run: async (ctx, _input, submission): Promise<Submitted> => {
    const { record, entry } = buildSubmitted(submission)
    await Cases.add(record)
    await claimSaid(ctx, record._id, submission.origin)
    await Histories.add(entry)
    ctx.record({ type: 'case', id: record._id, rev: 1 }, { regionPath: record.regionPath })
    const { personId } = record.handler
    ctx.emit({
      name: 'casework.submitted',
      id: record._id,
      rev: 1,
      persons: [record.requesterId, ...(personId ? [personId] : [])],
      staff: { operation: 'casework.listCases', scopeKeys: record.scopeKeys },
    })
    return { record, history: [entry] }
  },
  present: (ctx, { record, history }) => presentCase(ctx, record, history),
  reload: async (ctx, target): Promise<Submitted> => ({ record: await needCase(ctx, target.id), history: [] }),
})

type Input = ParsedOf<'casework.submit'>

interface Submitted {
  record: CaseDoc
  history: HistoryDoc[]
}

const refuseIncomplete = (input: Input, type: CaseType): void => {
  if (!input.words && !input.voiceFileId && input.photoFileIds.length === 0) fail('casework.nothingSaid', { field: 'words' })
  if (input.category && !categoryOf(type, input.category)) fail('casework.unknownCategory', { field: 'category' })
  const { villageId } = input.place
  if (villageId && regionById(villageId)?.level !== 'village') fail('region.unknown', { field: 'place.villageId' })
}

const wishOf = ({ place: { point, villageId, words } }: Input) => ({
  ...(point ? { point } : {}),
  ...(villageId ? { villageId } : {}),
  ...(words ? { words } : {}),
})

const EARLIEST = Date.UTC(2000, 0, 1)

/** What a phone whose clock is plainly wrong says is left out: the request itself must not be lost over it. */
const occurredAtOf = (input: Input, now: Date): Date | undefined => {
  if (!input.occurredAt) return undefined
  const at = new Date(input.occurredAt)
  return at.getTime() >= EARLIEST && at.getTime() <= now.getTime() + DAY ? at : undefined
}

const originOf = async (ctx: Context, { input, serial }: { input: Input; serial: string }): Promise<Submission['origin']> => {
  const { words, voiceFileId, photoFileIds } = input
  const occurredAt = occurredAtOf(input, ctx.now)
  const voice = voiceFileId ? (await fileViews([voiceFileId])).get(voiceFileId) : undefined
  return {
    serial,
    requesterId: ctx.actor.id,
    requesterName: ctx.actor.kind === 'person' ? maskName(ctx.actor.name) : '',
    photoFileIds,
    receivedAt: ctx.now,
    ...(words ? { words } : {}),
    ...(voiceFileId ? { voiceFileId } : {}),
    ...(voice?.seconds ? { voiceSeconds: voice.seconds } : {}),
    ...(occurredAt ? { occurredAt } : {}),
  }
}

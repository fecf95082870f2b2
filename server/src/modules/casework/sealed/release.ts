import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { AboutLevel } from '@xiangli/shared/casework/about'
import { mayReleaseFrom, startOf } from '@xiangli/shared/casework/names'
import { limitsIn, type CaseType } from '@xiangli/shared/casework/case-type'
import { pendingClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { cut } from '@xiangli/shared/core/words'
import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { copyPhotos, dropCopies, keepCopies, type CopiedPhoto } from '../../file'
import { act, needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { chargedAbout } from '../charge-about'
import { keptAt, locatedNow } from '../locating'
import { paceOf } from '../pace'
import { partiesOn } from '../parties'
import { presentCase } from '../present/view'
import { presentSayings, sayingsOf } from './sayings'
import { isOfVillage } from './village'

/** Whoever may hear what was said: a dispatcher above the village who holds no post in it. */
const refuseListener = (ctx: Context, record: CaseDoc): void => {
  if (!partiesOn(ctx.actor, record)('release').has('dispatcher')) fail('casework.notYours')
  if (record.names !== 'sealed') fail('casework.notSealed')
  if (isOfVillage(ctx.actor, record.place.villageId)) fail('casework.sealedFromVillage')
}

const needHearable = async (ctx: Context, caseId: string): Promise<CaseDoc> => {
  const record = await needCase(ctx, caseId)
  refuseListener(ctx, record)
  return record
}

/** A command although it only reads: who listened, and when, stays in the journal of the county. */
export const readSayings = defineCommand('casework.readSayings', {
  run: async (ctx, { caseId }) => {
    const record = await needHearable(ctx, caseId)
    ctx.record({ type: 'case', id: caseId })
    return record
  },
  present: async (_ctx, { _id, released }) => ({ items: await presentSayings(await sayingsOf(_id), released?.upTo ?? 0) }),
  reload: (ctx, target) => needHearable(ctx, target.id),
})

type Input = ParsedOf<'casework.release'>

interface Prepared {
  copies: CopiedPhoto[]
  upTo: number
}

/** Judged once more inside the transaction; here so that nobody makes the server copy what they may not see. */
const prepare = async (ctx: Context, { caseId, photoFileIds, about }: Input): Promise<Prepared> => {
  const record = await needHearable(ctx, caseId)
  const all = await sayingsOf(caseId)
  if ((all.at(-1)?.n ?? 0) <= (record.released?.upTo ?? 0)) fail('casework.nothingToRelease')
  // What was said later waits for its own morning as well, or the village would read when its reporter was about.
  const sayings = all.filter(({ on }) => mayReleaseFrom({ grade: record.grade, receivedAt: on }, about ?? record.about ?? null) <= ctx.now)
  const upTo = sayings.at(-1)?.n ?? 0
  if (upTo <= (record.released?.upTo ?? 0)) fail('casework.releaseTooSoon')
  const own = new Set(sayings.flatMap((saying) => saying.photoFileIds))
  if (photoFileIds.some((id) => !own.has(id))) fail('casework.notItsPhoto', { field: 'photoFileIds' })
  return { copies: await copyPhotos(photoFileIds, ctx.now), upTo }
}

const TITLE_LENGTH = 24
const titleFrom = (words: string): string => cut(words.split(/[\n。！？!?]/)[0] ?? words, TITLE_LENGTH)

/** The first release opens the way down; whoever takes it on next has the whole time to do so, and no instant before this one is left to be read. */
const firstRelease = (ctx: Context, record: CaseDoc, type: CaseType): Partial<CaseRecord> => {
  const limits = limitsIn(type, { grade: record.grade, category: record.category, isPool: !record.place.villageId })
  const { acceptBy } = pendingClock({ receivedAt: startOf(record), acceptFrom: ctx.now, limits, ...paceOf(type, record.grade) })
  return {
    handler: { ...record.handler, since: ctx.now },
    regionPath: keptAt(locatedNow(record), record.about ?? null).regionPath,
    ...(record.state === 'pending' ? { acceptBy } : {}),
  }
}

/** What is heard in a later saying counts like what is heard in the first; a level that stands is only taken back with a reason, by routing. */
const heardAbout = async (ctx: Context, record: CaseDoc, heard: AboutLevel | undefined): Promise<Partial<CaseRecord>> =>
  heard && record.about !== heard && record.about !== 'township' ? chargedAbout(record, heard, ctx.now) : {}

/** 转写放行: of two typists the second meets the first's revision. What was said later is released the same way. */
export const release = defineCommand('casework.release', {
  prepare,
  run: async (ctx, { caseId, rev, words, about: heard }, { copies, upTo }) => {
    const photoFileIds = copies.map(({ _id }) => _id)
    const updated = await act(ctx, { caseId, rev }, {
      action: 'release',
      event: 'casework.released',
      outcome: async (record, type) => {
        refuseListener(ctx, record)
        const before = record.released ?? null
        if (before && upTo <= before.upTo) fail('casework.nothingToRelease')
        await keepCopies(copies, { target: { type: 'case', id: caseId }, by: ctx.actor.id, at: ctx.now })
        const photos = [...(before?.photoFileIds ?? []), ...photoFileIds]
        return {
          released: { words: before ? `${before.words}\n${words}` : words, photoFileIds: photos, at: before?.at ?? ctx.now, byId: ctx.actor.id, upTo },
          ...(before ? {} : { title: titleFrom(words), ...firstRelease(ctx, record, type) }),
          ...(await heardAbout(ctx, record, heard)),
        }
      },
      said: { words, photoFileIds },
    })
    return updated
  },
  present: (ctx, record) => presentCase(ctx, record),
  reload: (ctx, target) => needCase(ctx, target.id),
  discard: ({ copies }) => dropCopies(copies),
})

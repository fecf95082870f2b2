import { namelessLabels } from '@xiangli/shared/casework/labels'
import { spacedCode } from '@xiangli/shared/casework/query-code'
import { isKnown } from '@xiangli/shared/casework/triage'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { discardDrafted, draftFile, keepDrafted, type DraftedFile } from '../../file'
import { Cases, type CaseDoc } from '../case.model'
import { fileCase, filerForCaller, filerIsSelf, prepareFiling, type Filer, type Filing } from '../filing'
import { keepCaller } from '../intake/callers'
import { spendAtPlace } from '../intake/place-throttle'
import { codeOf, hashOfCode } from '../intake/query-code'
import { unitName } from '../present/names'
import { typeNamed } from '../types'
import { withCode } from './at-place'
import { needPlaceCode } from './queries'

const MOST_BYTES = 4 * 1024 * 1024

interface AtPlace {
  filing: Filing
  codeId: string
  photo?: { fileId: string; drafted: DraftedFile }
}

/** One photo, made anew like every other; whoever sends a film is told before it is looked at. */
const draftPhoto = async (ctx: CommandContext): Promise<AtPlace['photo']> => {
  const bytes = ctx.attachment?.bytes
  if (!bytes) return undefined
  if (bytes.length > MOST_BYTES) fail('casework.photoTooLarge', { field: 'file' })
  return { fileId: newId(ctx.now), drafted: await draftFile(ctx, 'photo', bytes) }
}

const filerOf = async (ctx: CommandContext, { caseId, phone }: { caseId: string; phone?: string | undefined }, codeId: string): Promise<Filer> => {
  const found = { placeCodeId: codeId, receiptHash: hashOfCode(codeOf(caseId)) }
  if (ctx.actor.kind === 'person') return { ...filerIsSelf(ctx), channel: 'placeCode', ...found }
  const caller = await keepCaller({ phone }, ctx.now)
  return { ...filerForCaller(ctx, caller, { caseId, channel: 'placeCode' }), requesterName: namelessLabels.placeCode, ...found }
}

/**
 * 扫码反映, without an account. It is looked at before it is anybody's work; whoever said it holds a
 * code and nothing else, and nothing of their phone is kept.
 */
export const submitAtPlace = defineCommand('casework.submitAtPlace', {
  prepare: async (ctx, input): Promise<AtPlace> => {
    const code = await needPlaceCode(input.code)
    await spendAtPlace(ctx.address, code._id)
    const photo = await draftPhoto(ctx)
    const said = { caseId: input.caseId, words: input.words, photoFileIds: photo ? [photo.fileId] : [], category: input.category, place: {} }
    try {
      const filing = await prepareFiling(ctx, withCode(said, code), { type: typeNamed('complaint'), isUnchecked: !isKnown(ctx.actor) })
      return { filing, codeId: code._id, ...(photo ? { photo } : {}) }
    } catch (error) {
      if (photo) await discardDrafted(photo.drafted)
      throw error
    }
  },
  run: async (ctx, input, { filing, codeId, photo }): Promise<CaseDoc> => {
    if (photo) await keepDrafted(ctx, photo.fileId, photo.drafted)
    return (await fileCase(ctx, filing, await filerOf(ctx, input, codeId))).record
  },
  present: (_ctx, record) => ({
    caseId: record._id,
    serial: record.serial,
    receipt: spacedCode(codeOf(record._id)),
    deskName: unitName(record.ownerUnitId),
    checkBy: record.triage ? record.redAt?.toISOString() : record.acceptBy?.toISOString(),
  }),
  reload: (_ctx, target) => Cases.need({ _id: target.id }),
  discard: async ({ photo }) => {
    if (photo) await discardDrafted(photo.drafted)
  },
})

import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { isKnown } from '@xiangli/shared/casework/triage'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { regionById } from '../../region'
import { needCase } from '../act'
import { fileCase, filerForCaller, filerIsSelf, prepareFiling, type Filed, type Filer, type Filing } from '../filing'
import { keepCaller } from '../intake/callers'
import { withCode } from '../place-codes/at-place'
import { needPlaceCode } from '../place-codes/queries'
import { presentCase } from '../present/view'
import { typeNamed } from '../types'

interface Submitted {
  filing: Filing
  codeId?: string | undefined
}

/** 反映一件事: a voice note alone is a complete request; the rest is filled by whoever dispatches. */
export const submit = defineCommand('casework.submit', {
  prepare: async (ctx, input): Promise<Submitted> => {
    const { forPerson } = input
    if (forPerson?.villageId && regionById(forPerson.villageId)?.level !== 'village') fail('region.unknown', { field: 'forPerson.villageId' })
    const ownId = ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined
    const code = input.placeCode ? await needPlaceCode(input.placeCode) : undefined
    const filing = await prepareFiling(ctx, code ? withCode(input, code) : input, { type: typeNamed(input.type), homeId: forPerson?.villageId ?? ownId, isUnchecked: !isKnown(ctx.actor) })
    return { filing, codeId: code?._id }
  },
  run: async (ctx, input, { filing, codeId }): Promise<Filed> => fileCase(ctx, filing, { ...(await filerOf(ctx, input, codeId)), ...(codeId ? { placeCodeId: codeId } : {}) }),
  present: (ctx, { record, history }) => presentCase(ctx, record, history),
  reload: async (ctx, target): Promise<Filed> => ({ record: await needCase(ctx, target.id), history: [] }),
})

/** The person helped is a caller, whether or not they have a number: the helper hears how it goes, and may undo it. */
const filerOf = async (ctx: CommandContext, { caseId, forPerson }: ParsedOf<'casework.submit'>, codeId: string | undefined): Promise<Filer> => {
  if (!forPerson) return { ...filerIsSelf(ctx), ...(codeId ? { channel: 'placeCode' as const } : {}) }
  // A number anybody may type: what else was said of the person stays with this case, and changes nothing of theirs.
  const caller = await keepCaller({ phone: forPerson.phone }, ctx.now)
  return filerForCaller(ctx, caller, { caseId, channel: 'helper', name: forPerson.name })
}

import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { regionById } from '../../region'
import { needCase } from '../act'
import { fileCase, filerForCaller, filerIsSelf, prepareFiling, type Filed, type Filer, type Filing } from '../filing'
import { keepCaller } from '../intake/callers'
import { presentCase } from '../present/view'
import { typeNamed } from '../types'

/** 反映一件事: a voice note alone is a complete request; the rest is filled by whoever dispatches. */
export const submit = defineCommand('casework.submit', {
  prepare: (ctx, input): Promise<Filing> => {
    const { forPerson } = input
    if (forPerson?.villageId && regionById(forPerson.villageId)?.level !== 'village') fail('region.unknown', { field: 'forPerson.villageId' })
    const ownId = ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined
    return prepareFiling(ctx, input, { type: typeNamed(input.type), homeId: forPerson?.villageId ?? ownId })
  },
  run: async (ctx, input, filing): Promise<Filed> => fileCase(ctx, filing, await filerOf(ctx, input)),
  present: (ctx, { record, history }) => presentCase(ctx, record, history),
  reload: async (ctx, target): Promise<Filed> => ({ record: await needCase(ctx, target.id), history: [] }),
})

/** The person helped is a caller, whether or not they have a number: the helper hears how it goes, and may undo it. */
const filerOf = async (ctx: CommandContext, { caseId, forPerson }: ParsedOf<'casework.submit'>): Promise<Filer> => {
  if (!forPerson) return filerIsSelf(ctx)
  // A number anybody may type: what else was said of the person stays with this case, and changes nothing of theirs.
  const caller = await keepCaller({ phone: forPerson.phone }, ctx.now)
  return filerForCaller(ctx, caller, { caseId, channel: 'helper', name: forPerson.name })
}

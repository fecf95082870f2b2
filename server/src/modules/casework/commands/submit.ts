import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { isKnown } from '@xiangli/shared/casework/triage'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext, type Context } from '../../../core/operation'
import { regionById } from '../../region'
import { needCase } from '../act'
import { fileCase, filerForCaller, filerIsSelf, prepareFiling, type Filed, type Filer, type Filing } from '../filing'
import { keepCaller } from '../intake/callers'
import { withCode } from '../place-codes/at-place'
import { needPlaceCode } from '../place-codes/queries'
import { presentCase } from '../present/view'
import { asSealedFiler, fileSealed, openLevel, prepareSealed, refuseTwin, type SealedFiling } from '../sealed/filing'
import { typeNamed } from '../types'

type Input = ParsedOf<'casework.submit'>

type Ready = { open: Filing; level: ReturnType<typeof openLevel>; codeId?: string | undefined } | { sealed: SealedFiling }

const prepare = async (ctx: Context, asked: Input): Promise<Ready> => {
  const { forPerson } = asked
  const type = typeNamed(asked.type)
  if (forPerson?.villageId && regionById(forPerson.villageId)?.level !== 'village') fail('region.unknown', { field: 'forPerson.villageId' })
  const code = asked.placeCode ? await needPlaceCode(asked.placeCode) : undefined
  const input = code ? withCode(asked, code) : asked
  await refuseTwin(ctx, input)
  // Nobody may both be unknown and keep their name: such reports could not be told from one another, and would go past 待核实.
  if (ctx.behind && !isKnown(ctx.behind)) fail('casework.sealedNeedsVillage', { field: 'names' })
  if (ctx.behind) return { sealed: await prepareSealed(ctx, input, { type, homeId: ctx.behind.villageId, accountId: ctx.behind.id }) }
  const ownId = ctx.actor.kind === 'person' ? ctx.actor.villageId : undefined
  const level = openLevel(type, input)
  const open = await prepareFiling(ctx, input, { type, homeId: forPerson?.villageId ?? ownId, isUnchecked: !isKnown(ctx.actor) })
  return { open, level, codeId: code?._id }
}

/** 反映一件事: a voice note alone is a complete request; the rest is filled by whoever dispatches. */
export const submit = defineCommand('casework.submit', {
  actingAs: asSealedFiler,
  prepare,
  run: async (ctx, input, ready: Ready): Promise<Filed> =>
    'sealed' in ready ? fileSealed(ctx, ready.sealed) : fileCase(ctx, ready.open, { ...(await filerOf(ctx, input, ready.codeId)), ...knownAs(ctx, ready.level) }),
  present: (ctx, { record, history }) => presentCase(ctx, record, history),
  reload: async (ctx, target): Promise<Filed> => ({ record: await needCase(ctx, target.id), history: [] }),
})

/** Whoever wants to be known is named in full where it is published. */
const knownAs = ({ actor }: Context, level: ReturnType<typeof openLevel>): Partial<Filer> =>
  level === 'public' && actor.kind === 'person' ? { names: 'public', publicName: actor.name } : {}

/** The person helped is a caller, whether or not they have a number: the helper hears how it goes, and may undo it. */
const filerOf = async (ctx: CommandContext, { caseId, forPerson }: Input, placeCodeId: string | undefined): Promise<Filer> => {
  const at = placeCodeId ? { placeCodeId } : {}
  if (!forPerson) return { ...filerIsSelf(ctx), ...(placeCodeId ? { channel: 'placeCode' as const } : {}), ...at }
  // A number anybody may type: what else was said of the person stays with this case, and changes nothing of theirs.
  const caller = await keepCaller({ phone: forPerson.phone }, ctx.now)
  return { ...filerForCaller(ctx, caller, { caseId, channel: 'helper', name: forPerson.name }), ...at }
}

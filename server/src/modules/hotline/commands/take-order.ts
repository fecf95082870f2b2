import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { RowOutcome } from '@xiangli/shared/hotline/states'
import { newId } from '../../../core/ids'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { fileCase, filerForCaller, keepCaller, prepareFiling, type Filing } from '../../casework'
import { digestOf } from '../digest'
import { Orders, rankOf, type OrderDoc } from '../order.model'
import { placeWords, townOfOrder, villageOf } from '../place'
import { ourType } from '../our-type'

type Input = ParsedOf<'hotline.takeOrder'>

interface Taken {
  outcome: RowOutcome
  order: OrderDoc
}

interface Ready {
  caseId: string
  filing: Filing
}

const numberOf = ({ source, order }: Input) => ({ source, externalNumber: order.externalNumber })

const readyFor = async (ctx: CommandContext, { sourceName, order, deskTownId }: Input): Promise<Ready> => {
  const caseId = newId(ctx.now)
  const village = villageOf(order)
  const words = placeWords(order)
  const place = { ...(village ? { villageId: village.id } : { townId: townOfOrder(order)?.id }), ...(words ? { words } : {}) }
  const { words: said, category, occurredAt, grade, due, externalNumber } = order
  const filing = await prepareFiling(ctx, { caseId, words: said, photoFileIds: [], category, occurredAt, place }, { type: ourType(), desk: { townId: deskTownId } })
  const outside = { sourceName, number: externalNumber }
  return {
    caseId,
    filing: { ...filing, origin: { ...filing.origin, outside }, ...(grade ? { grade } : {}), ...(due ? { outsideDue: new Date(due) } : {}) },
  }
}

/** Nothing of an order that is there already is overwritten: what we work on may be further than what they send. */
const meet = async (ctx: CommandContext, known: OrderDoc, { order, isOnline, issuedAt }: Input): Promise<Taken> => {
  ctx.record({ type: 'hotlineOrder', id: known._id })
  const connected = isOnline && !known.isOnline ? { isOnline: true, issuedAt: issuedAt ? new Date(issuedAt) : ctx.now } : {}
  const digest = digestOf(order)
  if (digest === known.digest || digest === known.differed?.digest) {
    if (isOnline && !known.isOnline) await Orders.change({ _id: known._id }, { $set: connected })
    return { outcome: digest === known.digest ? 'known' : 'differs', order: known }
  }
  await Orders.change({ _id: known._id }, { $set: { ...connected, differed: { digest, at: ctx.now } } })
  ctx.emit({ name: 'hotline.differed', id: known._id, rev: 1, staff: { operation: 'hotline.listOrders', scopeKeys: known.scopeKeys } })
  return { outcome: 'differs', order: known }
}

const add = async (ctx: CommandContext, input: Input, { caseId, filing }: Ready): Promise<Taken> => {
  const { order, source, sourceName, isOnline, importedById, issuedAt } = input
  const caller = await keepCaller({ phone: order.phone, name: order.name }, ctx.now)
  const filer = filerForCaller(ctx, caller, { caseId, channel: 'hotline', name: order.name })
  const { record } = await fileCase(ctx, filing, { ...filer, ...(importedById ? { filedById: importedById } : {}) })
  const fresh: Omit<OrderDoc, 'rank'> = {
    _id: newId(ctx.now), county: ctx.county, source, sourceName, externalNumber: order.externalNumber, digest: digestOf(order),
    caseId, serial: record.serial, isOnline, receivedAt: ctx.now, scopeKeys: record.scopeKeys, messageCount: 0, refusedCount: 0, callBackIds: [],
    ...(issuedAt ? { issuedAt: new Date(issuedAt) } : {}),
    ...(order.due ? { due: new Date(order.due) } : {}),
    ...(importedById ? { importedById } : {}),
  }
  const added = await Orders.add({ ...fresh, rank: rankOf(fresh) })
  ctx.emit({ name: 'hotline.ordered', id: added._id, rev: 1, staff: { operation: 'hotline.listOrders', scopeKeys: added.scopeKeys } })
  return { outcome: 'filed', order: added }
}

/**
 * One order, one case, one transaction. (county, source, number) is unique: of two who bring it at once
 * one writes, the other meets the index, runs again and finds it.
 */
export const takeOrder = defineCommand('hotline.takeOrder', {
  prepare: async (ctx, input): Promise<Ready | null> => ((await Orders.one(numberOf(input))) ? null : readyFor(ctx, input)),
  run: async (ctx, input, ready): Promise<Taken> => {
    const known = await Orders.one(numberOf(input))
    if (known) return meet(ctx, known, input)
    if (!ready) throw new Error('an order was taken away')
    return add(ctx, input, ready)
  },
  present: (_ctx, { outcome, order }) => ({ outcome, caseId: order.caseId, serial: order.serial }),
  reload: async (_ctx, { id }) => ({ outcome: 'known' as const, order: await Orders.need({ _id: id }) }),
})

import { createHash } from 'node:crypto'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import type { Order } from '@xiangli/shared/hotline/read-row'
import type { RowOutcome } from '@xiangli/shared/hotline/states'
import { fieldLabels, ORDER_FIELDS } from '@xiangli/shared/hotline/source'
import { execute } from '../../../core/execute'
import { AppError, fail } from '../../../core/fail'
import { services } from '../../../core/services'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { townServed } from '../../casework'
import { digestOf } from '../digest'
import { Imports, type ImportDoc, type ImportedRow } from '../import.model'
import { Orders, type OrderDoc } from '../order.model'
import { presentImport } from '../present'
import { sourceNamed, type SourceDoc } from '../source.model'
import { readOrders, type ReadOrder } from '../table/read-orders'

type Input = ParsedOf<'hotline.importOrders'>

/** One part of a file: shorter than the clients wait. */
const PART_MS = 6_000
const PART_ROWS = 1_000

interface Part {
  source: SourceDoc
  digest: string
  total: number
  rows: ImportedRow[]
}

/** Those of a part that are there already with the same content cost one read and no command. */
const knownOf = async (source: string, rows: readonly ReadOrder[]): Promise<ReadonlyMap<string, OrderDoc>> => {
  const numbers = rows.flatMap(({ order }) => order?.externalNumber ?? [])
  const found = await Orders.list({ source, externalNumber: { $in: numbers } }, { projection: { externalNumber: 1, digest: 1, serial: 1 } })
  return new Map(found.map((order) => [order.externalNumber, order]))
}

interface Taking {
  ctx: CommandContext
  source: SourceDoc
  known: ReadonlyMap<string, OrderDoc>
}

/** Each row is a command of its own: one that fails leaves the others alone. */
const take = async ({ ctx, source, known }: Taking, { row, order, externalNumber, problems }: ReadOrder): Promise<ImportedRow> => {
  const about = { row, externalNumber, problems }
  if (!order) return { ...about, outcome: 'failed' }
  const there = known.get(order.externalNumber)
  if (there && there.digest === digestOf(order)) return { ...about, outcome: 'known', serial: there.serial }
  try {
    const { outcome, serial } = await takeOne(ctx, { source, order })
    return { ...about, outcome, serial }
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 503) throw error
    return { ...about, outcome: 'failed', problems: [...problems, { column: columnOf(error), text: error.message, isError: true }] }
  }
}

const columnOf = ({ about: { field = '' } }: AppError): string => {
  const name = ORDER_FIELDS.find((each) => field === `order.${each}`)
  return name ? fieldLabels[name] : ''
}

const takeOne = async (ctx: CommandContext, { source, order }: { source: SourceDoc; order: Order }): Promise<{ outcome: RowOutcome; serial: string }> => {
  const { output } = await execute({
    operation: 'hotline.takeOrder',
    input: { source: source.code, sourceName: source.name, order, importedById: personIdOf(ctx), deskTownId: townServed(ctx.actor, 'hotline.importOrders') },
    actor: { kind: 'system', id: 'hotline', county: ctx.county },
    trace: ctx.trace,
  })
  return output as { outcome: RowOutcome; serial: string }
}

const takePart = async (ctx: CommandContext, source: SourceDoc, rows: readonly ReadOrder[]): Promise<ImportedRow[]> => {
  const part = rows.slice(0, PART_ROWS)
  const taking = { ctx, source, known: await knownOf(source.code, part) }
  const until = Date.now() + PART_MS
  const done: ImportedRow[] = []
  for (const row of part) {
    if (Date.now() > until && done.length > 0) break
    done.push(await take(taking, row))
  }
  return done
}

const readPart = async (ctx: CommandContext, input: Input): Promise<Part> => {
  const { bytes } = ctx.attachment ?? fail('hotline.noFile', { field: 'file' })
  const source = await sourceNamed(input.source)
  // What was previewed is what is imported.
  if (source.version !== input.version) fail('hotline.staleSource', { field: 'version', details: { version: source.version } })
  const { columns, missing, rows } = await readOrders(bytes, { source, columns: input.columns, now: ctx.now })
  if (missing.length > 0) fail('hotline.columnsMissing', { field: 'columns', details: { missing } })
  const digest = services().vault.blindIndex(`${createHash('sha256').update(bytes).digest('base64url')}${source.code}${source.version}${JSON.stringify(columns)}`, 'hotline_imports.digest')
  const before = await Imports.one({ _id: input.importId, byId: personIdOf(ctx) }, { projection: { digest: 1, upTo: 1 } })
  if (before && before.digest !== digest) fail('hotline.otherFile', { field: 'file' })
  const from = Math.max(input.from, before?.upTo ?? 0)
  return { source, digest, total: rows.length, rows: await takePart(ctx, source, rows.slice(from, from + PART_ROWS)) }
}

const OUTCOMES: readonly RowOutcome[] = ['filed', 'known', 'differs', 'failed']
const countsOf = (rows: readonly ImportedRow[]): Record<RowOutcome, number> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])) as Record<RowOutcome, number>

/** The orders stand already, each by itself; this only notes them. A part somebody else has noted meanwhile is not noted twice. */
const note = async (ctx: CommandContext, { importId, fileName, from }: Input, part: Part): Promise<ImportDoc> => {
  const byId = personIdOf(ctx)
  const before = await Imports.one({ _id: importId, byId })
  const { source, digest, total, rows } = part
  if (!before) {
    return Imports.add({
      _id: importId, county: ctx.county, byId, source: source.code, sourceName: source.name, version: source.version, digest, at: ctx.now, total,
      ...(fileName ? { fileName } : {}), upTo: rows.length, counts: countsOf(rows), rows,
    })
  }
  const fresh = rows.filter(({ row }) => !before.rows.some((each) => each.row === row))
  if (before.upTo > from && fresh.length === 0) return before
  const counts = Object.fromEntries(Object.entries(countsOf(fresh)).map(([outcome, count]) => [`counts.${outcome}`, count]))
  return (await Imports.change({ _id: importId, upTo: before.upTo }, { $push: { rows: { $each: fresh } }, $inc: { upTo: fresh.length, ...counts } })) ?? fail('core.busy')
}

export const importOrders = defineCommand('hotline.importOrders', {
  prepare: readPart,
  run: async (ctx, input, part): Promise<ImportDoc> => {
    ctx.record({ type: 'hotlineImport', id: input.importId })
    return note(ctx, input, part)
  },
  present: (_ctx, doc) => presentImport(doc),
  reload: (ctx, { id }) => Imports.need({ _id: id, byId: personIdOf(ctx) }),
})

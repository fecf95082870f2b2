import { categoryOf } from '@xiangli/shared/casework/case-type'
import { maskName, maskPhone } from '@xiangli/shared/registry/rules'
import type { PreviewRow } from '@xiangli/shared/hotline/views'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { villageOf, placeWords } from '../place'
import { sourceNamed, type SourceDoc } from '../source.model'
import { readOrders, type ReadFile, type ReadOrder } from '../table/read-orders'
import { ourType } from '../our-type'

const SHOWN = 20
const MOST_PROBLEMS = 200

interface Seen {
  source: SourceDoc
  file: ReadFile
}

const rowOf = ({ row, order, externalNumber, problems }: ReadOrder): PreviewRow => {
  const village = order && villageOf(order)
  return {
    row,
    externalNumber,
    problems,
    words: order?.words.slice(0, 200) ?? '',
    caller: [order?.name && maskName(order.name), order?.phone && maskPhone(order.phone)].filter(Boolean).join(' '),
    placeName: village?.shortName ?? (order ? placeWords(order) : undefined) ?? '',
    ...(order?.category ? { categoryLabel: categoryOf(ourType(), order.category)?.label } : {}),
    ...(order?.grade ? { grade: order.grade } : {}),
    ...(order?.occurredAt ? { occurredAt: order.occurredAt } : {}),
    ...(order?.due ? { due: order.due } : {}),
  }
}

const unknownCategories = (rows: readonly ReadOrder[]) => {
  const counts = new Map<string, number>()
  for (const { unknownCategory } of rows) if (unknownCategory) counts.set(unknownCategory, (counts.get(unknownCategory) ?? 0) + 1)
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count).slice(0, 50)
}

/** Keeps nothing of the file; that somebody looked at it stands in the journal. */
export const previewImport = defineCommand('hotline.previewImport', {
  prepare: async (ctx, { source: code, columns }): Promise<Seen> => {
    const { bytes } = ctx.attachment ?? fail('hotline.noFile', { field: 'file' })
    const source = await sourceNamed(code)
    return { source, file: await readOrders(bytes, { source, columns, now: ctx.now }) }
  },
  run: async (ctx, { source }, seen): Promise<Seen> => {
    ctx.record({ type: 'hotlineSource', id: source })
    return seen
  },
  present: (_ctx, { source, file: { headers, columns, rows } }) => ({
    headers: headers.filter(Boolean),
    columns,
    version: source.version,
    total: rows.length,
    good: rows.filter(({ order }) => order).length,
    rows: rows.slice(0, SHOWN).map(rowOf),
    problems: rows.filter(({ problems }) => problems.length > 0).slice(0, MOST_PROBLEMS).map(({ row, externalNumber, problems }) => ({ row, externalNumber, problems })),
    unknownCategories: unknownCategories(rows),
  }),
  // The file is not kept: a preview asked again is sent again, under a key of its own.
  reload: async () => fail('core.keyReused'),
})

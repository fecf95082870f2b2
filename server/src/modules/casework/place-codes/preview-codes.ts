import { MOST_CODES_AT_ONCE, type PlaceCodeRow } from '@xiangli/shared/casework/contract/place-codes'
import { codeColumns, readCodeRow, type CodeColumn, type CodeRowRules } from '@xiangli/shared/casework/place-code-rows'
import { grantsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext, type Context } from '../../../core/operation'
import { openTable } from '../../file'
import { childrenOf, placeOf, regionById, regionsOfLevel } from '../../region'
import { typeNamed } from '../types'

/** Villages this actor may make codes in, by the names people write. */
const rulesFor = (ctx: Context): CodeRowRules => {
  const paths = grantsOf(ctx.actor, 'casework.addPlaceCodes').map(({ regionPath }) => regionPath)
  const own = regionsOfLevel('village').filter(({ path }) => paths.some((held) => path.startsWith(held)))
  return {
    villages: own.map(({ id, name, shortName, parentId }) => ({ id, names: [name, shortName, `${regionById(parentId ?? '')?.shortName ?? ''}${shortName}`] })),
    gridsOf: (villageId) => childrenOf(villageId).map(({ id, name, shortName }) => ({ id, names: [name, shortName] })),
    categories: typeNamed('complaint').categories.map(({ code, label }) => ({ id: code, names: [label] })),
    locate: placeOf,
  }
}

interface Seen {
  rows: PlaceCodeRow[]
  missing: string[]
}

const read = async (ctx: CommandContext, text: string | undefined): Promise<Seen> => {
  const bytes = ctx.attachment?.bytes ?? (text ? Buffer.from(text, 'utf8') : fail('file.missing', { field: 'file' }))
  const { headers, rows } = await openTable(bytes)
  if (rows.length > MOST_CODES_AT_ONCE) fail('file.tooManyRows', { field: 'file', message: `一次最多做 ${MOST_CODES_AT_ONCE} 个，请分成几次` })
  const missing = (['name', 'village'] as const satisfies readonly CodeColumn[]).filter((column) => !headers.includes(codeColumns[column]) && !(column === 'village' && headers.includes(codeColumns.lng)))
  const rules = rulesFor(ctx)
  return { missing: missing.map((column) => codeColumns[column]), rows: missing.length > 0 ? [] : rows.map(({ row, cells }) => ({ row, ...readCodeRow(cells, headers, rules) })) }
}

/** A table as codes that could be made, each row with all that is wrong in it; nothing is kept. */
export const previewPlaceCodes = defineCommand('casework.previewPlaceCodes', {
  prepare: (ctx, { text }) => read(ctx, text),
  run: async (ctx, _input, seen): Promise<Seen> => {
    ctx.record({ type: 'placeCode', id: 'preview' })
    return seen
  },
  present: (_ctx, { rows, missing }) => ({ total: rows.length, good: rows.filter(({ item }) => item).length, rows, missing }),
  // Nothing of it is kept: a preview asked again is sent again, under a key of its own.
  reload: async () => fail('core.keyReused'),
})

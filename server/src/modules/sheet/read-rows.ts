import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { MOST_ROWS } from '@xiangli/shared/core/sheet'
import type { SheetList } from '@xiangli/shared/sheet/lists'
import { fail } from '../../core/fail'
import { mayEver } from '../../core/gate'
import type { AnyQuery, Context } from '../../core/operation'
import { checkAnswer, parseInput } from '../../core/parse'
import { operationNamed } from '../../core/registry'

/** The largest page most lists give; a few give less. */
const PAGE = 100
const smaller: Partial<Record<SheetList, number>> = { 'hotline.listReports': 31, 'calendar.listVersions': 20 }

interface Page {
  items: unknown[]
  next?: string | undefined
}

const queryOf = (list: SheetList): AnyQuery => {
  const definition = operationNamed(list)
  if (definition?.kind !== 'query') throw new Error(`${list} is no list`)
  return definition
}

/** Asked as the list itself, by its own name: the reader's scope and masks are the list's. */
const readPageOf = async (ctx: Context, list: SheetList, input: Record<string, unknown>): Promise<Page> => {
  const asked: Context = { ...ctx, operation: list as OperationName, scopeApplied: false }
  const output = (await queryOf(list).run(asked, parseInput(list, input) as never)) as Page
  if (!asked.scopeApplied) throw new Error(`${list} answered without applying the reader's scope`)
  checkAnswer(list, output)
  return output
}

export interface Rows {
  rows: unknown[]
  more: boolean
}

/** Page after page along the list's own cursor, to a bound. */
export const readRows = async (ctx: Context, list: SheetList, input: Record<string, unknown>): Promise<Rows> => {
  if (!mayEver(ctx.actor, list)) fail('core.forbidden')
  const rows: unknown[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await readPageOf(ctx, list, { ...input, limit: smaller[list] ?? PAGE, cursor })
    rows.push(...items)
    cursor = next
  } while (cursor !== undefined && rows.length < MOST_ROWS)
  return { rows: rows.slice(0, MOST_ROWS), more: cursor !== undefined || rows.length > MOST_ROWS }
}

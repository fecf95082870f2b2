import { MOST_ROWS } from '@xiangli/shared/core/sheet'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { grantsOf } from '@xiangli/shared/core/scope'
import { formatInstant, SHANGHAI_OFFSET } from '@xiangli/shared/core/time'
import { createGate } from '../../../adapters/media/gate'
import { newId } from '../../../core/ids'
import { defineCommand, type Context } from '../../../core/operation'
import { namesOfPersons } from '../../journal'
import { regionById } from '../../region'
import { readRows } from '../read-rows'
import { sheetOf } from '../sheets'
import { writeBook } from '../write-book'

type Asked = ParsedOf<'sheet.download'>

/** One at a time in a process: a sheet is in no hurry, the pages of the others are. */
const gate = createGate(1)

const CUT = `只导出了前 ${MOST_ROWS} 行，后面还有；请加上条件（地方、时间、类别）分几次导出。`

/** 办件-20261122-0952: of two of one day both are kept. */
const stamp = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')

const make = (ctx: Context, { list, input }: Asked) =>
  gate(async () => {
    const sheet = sheetOf(list)
    const { rows, more } = await readRows(ctx, list, input)
    const by = (await namesOfPersons([ctx.actor.id])).get(ctx.actor.id) ?? ''
    const notes = [
      ['清单', sheet.name],
      ['谁导出', by],
      ['什么时候', `${formatInstant(ctx.now, new Date(0))}（北京时间，下同）`],
      ['共几行', more ? CUT : `${rows.length} 行`],
      ['看得到什么', '和页面上的清单一样：只有导出人职责范围里的，姓名和号码按页面上的样子遮着。导出记在操作日志里。'],
      ['单引号', '以 = + - @ 开头的字前面加了一个单引号，免得被当成公式。'],
    ] as const
    const bytes = await writeBook({ sheet, rows, notes, end: more ? CUT : undefined })
    return { name: sheet.name, fileName: `${sheet.name}-${stamp(ctx.now)}.xlsx`, base64: bytes.toString('base64'), rows: rows.length, more }
  })

/** For whom the row of the journal is: whoever oversees the place the list was read for. */
const placeOf = (ctx: Context, { list, input }: Asked): string | undefined => {
  const wanted = typeof input.regionId === 'string' ? regionById(input.regionId)?.path : undefined
  const own = grantsOf(ctx.actor, list)[0]?.regionPath
  return wanted && own && wanted.startsWith(own) ? wanted : own
}

type Made = Awaited<ReturnType<typeof make>>

/** Reading and writing lie outside the transaction, which only keeps that it was done. A replay is made anew, from what may be seen then. */
export const download = defineCommand<'sheet.download', Made, Made>('sheet.download', {
  prepare: make,
  run: async (ctx, asked, made) => {
    const regionPath = placeOf(ctx, asked)
    ctx.record({ type: 'sheet', id: newId(ctx.now) }, { ...(regionPath ? { regionPath } : {}), reason: `${made.name}，${made.rows} 行${made.more ? '（不是全部）' : ''}` })
    return made
  },
  present: (_ctx, { name: _name, ...made }) => made,
  reload: (ctx, _target, asked) => make(ctx, asked),
})

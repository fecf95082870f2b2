import { z } from 'zod'
import { command } from '../core/contract'
import { oneOf } from '../core/fields'
import { SHEET_LISTS } from './lists'

export const sheetContract = {
  'sheet.download': command({
    summary: '把一张清单导出成 Excel（base64）：范围、遮盖都和清单一样，最多 10000 行；记入日志',
    input: z.object({
      list: oneOf(SHEET_LISTS),
      /** As the list itself is asked, without page and cursor. */
      input: z.record(z.string().max(40), z.unknown()).default({}),
    }),
    output: z.object({ fileName: z.string(), base64: z.string(), rows: z.number().int(), more: z.boolean() }),
    errors: ['duty.badPeriod', 'handover.noShifts', 'region.unknown', 'region.unknownUnit', 'stats.opinionsAreTheCentres'],
    sensitive: true,
  }),
}

import { z } from 'zod'
import { command, query } from '../../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, Point, RegionId, text, UnitId } from '../../core/fields'
import { FileView } from '../../file/contract'
import { ABOUT_LEVELS } from '../about'
import { CHANNELS } from '../channels'
import { COLOURS } from '../states'
import { FiledReceipt } from './intake'
import { Reason } from './parts'

/** One report nobody has looked at, with all that whoever looks needs: there is no page behind it. */
export const TriageRow = z.object({
  id: Id,
  rev: z.number().int(),
  serial: z.string(),
  title: z.string(),
  words: z.string().optional(),
  photos: z.array(FileView),
  voice: FileView.optional(),
  category: z.string().optional(),
  categoryLabel: z.string().optional(),
  grade: oneOf(['normal', 'urgent']),
  placeName: z.string().optional(),
  placeWords: z.string().optional(),
  point: Point.optional(),
  villageId: RegionId.optional(),
  gridId: RegionId.optional(),
  channel: oneOf(CHANNELS),
  /** The code it came by. */
  placeCode: z.object({ code: z.string(), name: z.string(), kindLabel: z.string() }).optional(),
  requesterName: z.string(),
  about: oneOf(ABOUT_LEVELS).optional(),
  receivedAt: Instant,
  colour: oneOf(COLOURS),
  redAt: Instant.optional(),
  deskId: UnitId,
  deskName: z.string(),
  /** The desk above was told that nobody had looked. */
  raisedAt: Instant.optional(),
  turnedAwayAt: Instant.optional(),
  reason: z.string().optional(),
  can: z.array(oneOf(['admit', 'turnAway'])),
})
export type TriageRow = z.infer<typeof TriageRow>

const triageErrors = ['casework.notInTriage', 'casework.turnedAway'] as const
const onReport = { caseId: Id, rev: z.number().int().min(1).optional() }

export const triageContract = {
  'casework.listTriage': query({
    scope: 'staff',
    summary: '待核实的反映：没有登录或没有选定村的人提交的，先到期的在前；或者核实后没有收的',
    input: z.object({ show: oneOf(['waiting', 'turnedAway']).default('waiting'), limit: PageSize, cursor: Cursor.optional() }),
    output: page(TriageRow),
    errors: [],
  }),
  'casework.countTriage': query({
    scope: 'staff',
    summary: '待核实多少件，其中超过核实时限的多少（最多数到 1000）',
    input: z.object({}),
    output: z.object({ waiting: BoundedCount, red: BoundedCount }),
    errors: [],
  }),
  'casework.admit': command({
    summary: '核实后收下：从这时起归地方负责，时限从第一次反映算起；地方、类别说错了的可以改',
    input: z.object({
      ...onReport,
      category: z.string().max(40).optional(),
      grade: oneOf(['normal', 'urgent']).optional(),
      summary: text(60).optional(),
      place: z.object({ point: Point.optional(), villageId: RegionId.optional(), gridId: RegionId.optional(), words: text(100).optional() }).optional(),
      note: Reason.optional(),
    }),
    output: FiledReceipt,
    errors: [...triageErrors, 'casework.unknownCategory', 'casework.categoryRetired', 'region.unknown', 'region.unknownUnit'],
  }),
  'casework.turnAway': command({
    summary: '核实后不收（乱写的、广告、和本县无关的），理由反映人看得到',
    input: z.object({ ...onReport, reason: Reason }),
    output: TriageRow,
    errors: [...triageErrors],
  }),
  'casework.raiseTriage': command({
    summary: '过了核实时限没人看，交给县里（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: ['casework.nothingDue', 'casework.wrongState', 'casework.notYours', ...triageErrors],
  }),
}

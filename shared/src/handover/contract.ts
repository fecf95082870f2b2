import { z } from 'zod'
import { command, query } from '../core/contract'
import { Cursor, Id, Instant, oneOf, page, PageSize, text, UnitId } from '../core/fields'
import { COLOURS } from '../casework/states'
import { CaseSummary } from '../casework/views'
import { DutyPerson } from '../duty/shifts'
import { GROUPS, WATCH_KINDS } from './rules'

const ShiftBrief = z.object({ id: Id, from: Instant, to: Instant, main: DutyPerson, backup: DutyPerson.optional() })
const Signature = z.object({ byName: z.string(), at: Instant, words: z.string().optional() })

export const HandoverItem = z.object({
  group: oneOf(GROUPS),
  caseId: Id,
  serial: z.string(),
  /** As it stood when the list was frozen; now, while it is not. */
  colour: oneOf(COLOURS),
  note: z.string().optional(),
  until: Instant.optional(),
  watch: z.object({ id: Id, rev: z.number().int() }).optional(),
  /** The case as it is now. */
  now: CaseSummary,
})
export type HandoverItem = z.infer<typeof HandoverItem>

export const HandoverView = z.object({
  unitId: UnitId,
  unitName: z.string(),
  leaving: ShiftBrief.optional(),
  arriving: ShiftBrief.optional(),
  /** From when the leaving shift may sign. */
  opensAt: Instant.optional(),
  items: z.array(HandoverItem),
  /** Groups that hold more than they show. */
  more: z.array(oneOf(GROUPS)),
  isFrozen: z.boolean(),
  handoverId: Id.optional(),
  rev: z.number().int().optional(),
  signed: Signature.optional(),
  accepted: Signature.optional(),
  can: z.array(oneOf(['sign', 'accept', 'acceptAlone'])),
})
export type HandoverView = z.infer<typeof HandoverView>

export const HandoverRow = z.object({
  id: Id,
  from: Instant,
  to: Instant,
  leavingName: z.string(),
  arrivingName: z.string().optional(),
  signedAt: Instant.optional(),
  acceptedAt: Instant.optional(),
  counts: z.object({ urgent: z.number().int(), red: z.number().int(), yellow: z.number().int(), promised: z.number().int(), watched: z.number().int() }),
})
export type HandoverRow = z.infer<typeof HandoverRow>

const onShift = { unitId: UnitId, shiftId: Id }

export const handoverContract = {
  'handover.prepare': query({
    scope: 'staff',
    summary: '交接单：紧急、超期、快到期、答应过的、接着盯的；签过就是签时的样子',
    input: z.object({ unitId: UnitId }),
    output: HandoverView,
    errors: ['handover.noShifts'],
  }),
  'handover.listPast': query({
    scope: 'staff',
    summary: '以往的交接，新的在前',
    input: z.object({ unitId: UnitId, limit: PageSize, cursor: Cursor.optional() }),
    output: page(HandoverRow),
    errors: ['handover.noShifts'],
  }),
  'handover.getPast': query({
    scope: 'staff',
    summary: '一次交接，按签时的样子',
    input: z.object({ handoverId: Id }),
    output: HandoverView,
    errors: [],
  }),
  'handover.sign': command({
    summary: '交班签字；清单就此定下',
    input: z.object({ ...onShift, words: text(500).optional() }),
    output: HandoverView,
    errors: ['handover.noShifts', 'handover.notNow', 'handover.notYourShift', 'handover.tooEarly', 'handover.alreadySigned', 'handover.alreadyAccepted'],
  }),
  'handover.accept': command({
    summary: '接班签字；上一班没签的，到点后写明情况可以先接',
    input: z.object({ ...onShift, words: text(500).optional() }),
    output: HandoverView,
    errors: [
      'handover.noShifts', 'handover.notNow', 'handover.notYourShift', 'handover.notSignedYet', 'handover.alreadySigned', 'handover.alreadyAccepted',
      'handover.sameHands',
    ],
  }),
  'handover.watch': command({
    summary: '接着盯一件事，或记下答应群众的话，到什么时候',
    input: z.object({ watchId: Id, unitId: UnitId, caseId: Id, kind: oneOf(WATCH_KINDS), note: text(200), until: Instant }),
    output: z.object({ watchId: Id, rev: z.number().int() }),
    errors: ['handover.noShifts', 'handover.tooManyWatches'],
  }),
  'handover.endWatch': command({
    summary: '不用再盯了',
    input: z.object({ watchId: Id, rev: z.number().int().min(1) }),
    output: z.object({ watchId: Id, rev: z.number().int() }),
    errors: [],
  }),
  'handover.ring': command({
    summary: '没人接班签字，紧急事项催上一班（系统）',
    input: z.object({ shiftId: Id, ring: z.number().int().min(0) }),
    output: z.object({ cases: z.number().int() }),
    errors: ['handover.nothingToRing'],
  }),
}

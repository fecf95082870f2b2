import { z } from 'zod'
import { command, query } from '../core/contract'
import { Cursor, Id, Instant, oneOf, page, PageSize, text, UnitId } from '../core/fields'
import { MOST_ON_PHONE_LIST } from './rules'
import { Day, DESKS, DutyPerson, onRoster, Pattern, PlanInput, ShiftPeople, ShiftTimes, ShiftView } from './shifts'

const Reason = text(100)
const spanErrors = ['duty.endsBeforeItBegins', 'duty.tooLong', 'duty.overlaps', 'duty.notAtUnit', 'duty.samePerson', 'duty.noPool'] as const

export const OnDutyView = z.object({
  unitId: UnitId,
  unitName: z.string(),
  desk: oneOf(DESKS),
  shift: ShiftView.optional(),
  next: z.object({ from: Instant, to: Instant, main: DutyPerson }).optional(),
  /** Urgent matters of the shift before still ring these: the next one has not signed. */
  earlier: z.object({ from: Instant, to: Instant, main: DutyPerson, backup: DutyPerson.optional() }).optional(),
  phoneList: z.array(DutyPerson),
  phoneRev: z.number().int(),
  /** A plan that goes on by itself, and the last day it has reached. */
  standing: z.object({ pattern: Pattern, plannedTo: Day }).optional(),
  mayKeep: z.boolean(),
})
export type OnDutyView = z.infer<typeof OnDutyView>

export const dutyContract = {
  'duty.listShifts': query({
    scope: 'staff',
    summary: '一个单位一段时间的值班表（最多 42 天一次）',
    input: z.object({ ...onRoster, from: Day, days: z.number().int().min(1).max(42), limit: PageSize, cursor: Cursor.optional() }),
    output: page(ShiftView),
    errors: ['duty.badPeriod'],
  }),
  'duty.whoIsOnDuty': query({
    scope: 'staff',
    summary: '现在（或某时）谁值班、下一班是谁、电话顺序；不给单位就是本人任职的单位',
    input: z.object({ unitIds: z.array(UnitId).min(1).max(10).optional(), desk: oneOf(DESKS).default('duty'), at: Instant.optional() }),
    output: z.object({ items: z.array(OnDutyView) }),
    errors: [],
  }),
  'duty.listPeople': query({
    scope: 'staff',
    summary: '一个单位可以排进值班表的人（最多 100 人）',
    input: z.object({ unitId: UnitId }),
    output: z.object({ items: z.array(DutyPerson.extend({ hasPhone: z.boolean(), isOfParent: z.boolean() })) }),
    errors: ['duty.notYours'],
  }),
  'duty.previewPlan': query({
    scope: 'staff',
    summary: '轮班预览：会排出哪些班、哪些时间已有班、哪里没人',
    input: PlanInput,
    output: z.object({
      shifts: z.array(z.object({ from: Instant, to: Instant, slot: z.string(), mainName: z.string(), backupName: z.string().optional(), isTaken: z.boolean() })),
      /** Shifts that would give way. */
      replaced: z.number().int(),
      gaps: z.array(z.object({ from: Instant, to: Instant })),
    }),
    errors: ['duty.notYours', 'duty.badPeriod', 'duty.slotsOverlap', 'duty.tooLong', 'duty.endsBeforeItBegins', 'duty.notAtUnit', 'duty.noPool'],
  }),
  'duty.planShifts': command({
    summary: '按轮班写入值班表；可以到期前自动往后排',
    input: PlanInput.extend({ goesOn: z.boolean().default(false) }),
    output: z.object({ added: z.number().int(), kept: z.number().int(), replaced: z.number().int() }),
    errors: ['duty.notYours', 'duty.badPeriod', 'duty.slotsOverlap', 'duty.tooLong', 'duty.endsBeforeItBegins', 'duty.notAtUnit', 'duty.noPool', 'duty.overlaps'],
  }),
  'duty.addShift': command({
    summary: '手工加一个班',
    input: z.object({ shiftId: Id, ...onRoster, ...ShiftTimes, ...ShiftPeople }),
    output: ShiftView,
    errors: ['duty.notYours', 'duty.alreadyOver', ...spanErrors],
  }),
  'duty.changeShift': command({
    summary: '改一个班（换人、改时间），或与另一个班对调；写明原因，告诉有关的人',
    input: z.object({
      shiftId: Id,
      rev: z.number().int().min(1),
      mainId: Id.optional(),
      /** null: no backup any more. */
      backupId: Id.nullable().optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      note: text(100).nullable().optional(),
      /** The people of both shifts change places; nothing else of them changes. */
      swapWith: z.object({ shiftId: Id, rev: z.number().int().min(1) }).optional(),
      reason: Reason,
    }),
    output: ShiftView,
    errors: ['duty.notYours', 'duty.alreadyOver', 'duty.alreadyBegun', ...spanErrors],
  }),
  'duty.removeShift': command({
    summary: '取消一个还没开始的班，写明原因',
    input: z.object({ shiftId: Id, rev: z.number().int().min(1), reason: Reason }),
    output: z.object({ removed: z.boolean() }),
    errors: ['duty.notYours', 'duty.alreadyOver', 'duty.alreadyBegun'],
  }),
  'duty.setPhoneList': command({
    summary: '主班、备班都不接时按顺序打给谁；号码取自各人账号',
    input: z.object({
      ...onRoster,
      rev: z.number().int().min(0),
      personIds: z.array(Id).max(MOST_ON_PHONE_LIST).refine((ids) => new Set(ids).size === ids.length, '同一个人只能排一次'),
    }),
    output: z.object({ phoneList: z.array(DutyPerson), phoneRev: z.number().int() }),
    errors: ['duty.notYours', 'duty.notAtUnit', 'duty.noPhone', 'duty.noPool'],
  }),
  'duty.extendPlan': command({
    summary: '到期前把轮班往后排（系统）',
    input: z.object({ ...onRoster }),
    output: z.object({ added: z.number().int() }),
    errors: ['duty.overlaps', 'duty.badPeriod', 'duty.notAtUnit'],
  }),
}

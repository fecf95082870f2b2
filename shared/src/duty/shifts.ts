import { z } from 'zod'
import { Id, Instant, oneOf, text, UnitId } from '../core/fields'
import { DAY_TEXT } from './rules'

/** The unit's own duty, or the named duty of the fallback pool: cases no rule routes. */
export const DESKS = ['duty', 'pool'] as const
export type Desk = (typeof DESKS)[number]

export const Day = z.string().regex(DAY_TEXT, '日期格式不对')
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间格式不对')
export const onRoster = { unitId: UnitId, desk: oneOf(DESKS).default('duty') }

export const DutyPerson = z.object({
  personId: Id,
  name: z.string(),
  title: z.string().optional(),
  /** In full for the unit's own people and those above it, else masked. */
  phone: z.string().optional(),
})
export type DutyPerson = z.infer<typeof DutyPerson>

export const ShiftView = z.object({
  id: Id,
  from: Instant,
  to: Instant,
  main: DutyPerson,
  backup: DutyPerson.optional(),
  note: z.string().optional(),
  /** Why it was last changed by hand. */
  changed: z.object({ byName: z.string(), at: Instant, reason: z.string() }).optional(),
  rev: z.number().int(),
  isMine: z.boolean(),
})
export type ShiftView = z.infer<typeof ShiftView>

export const Slot = z.object({
  name: text(10),
  days: oneOf(['workdays', 'restDays', 'everyDay']),
  from: ClockTime,
  /** Not after `from`: it ends the next morning. */
  to: ClockTime,
})
export type Slot = z.infer<typeof Slot>

export const Pattern = z.object({
  slots: z.array(Slot).min(1).max(4),
  /** They take turns in this order. */
  personIds: z.array(Id).min(1).max(30).refine((ids) => new Set(ids).size === ids.length, '同一个人只能排一次'),
  hasBackup: z.boolean(),
})
export type Pattern = z.output<typeof Pattern>

export const PlanInput = z.object({
  ...onRoster,
  pattern: Pattern,
  from: Day,
  to: Day,
  /** Shifts of that time that have not begun give way; else they stay and the plan goes round them. */
  replaces: z.boolean().default(false),
})

export const ShiftTimes = { from: Instant, to: Instant }
export const ShiftPeople = { mainId: Id, backupId: Id.optional(), note: text(100).optional() }

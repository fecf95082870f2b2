import { z } from 'zod'
import { command, query } from '../../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, text } from '../../core/fields'
import { CaseSettings } from '../settings/shape'
import { GRADES } from '../states'

const Version = z.number().int().min(1)
const Day = z.iso.date({ message: '没有这一天' })

export const SettingsDifference = z.object({ about: z.string(), field: z.string(), from: z.string(), to: z.string() })
export type SettingsDifference = z.infer<typeof SettingsDifference>

const Wrong = z.object({ field: z.string(), message: z.string() })

export const SettingsVersion = z.object({
  version: Version,
  at: Instant,
  byName: z.string(),
  reason: z.string(),
  effectiveFrom: Instant,
  isInForce: z.boolean(),
  differences: z.array(SettingsDifference),
})
export type SettingsVersion = z.infer<typeof SettingsVersion>

export const SettingsFull = z.object({
  version: Version,
  /** By which cases are filed at this moment: another one where this version begins later. */
  inForce: Version,
  effectiveFrom: Instant,
  settings: CaseSettings,
  /** Kinds of departments the county has, by the key a category names. */
  departments: z.array(z.object({ key: z.string(), name: z.string() })),
})
export type SettingsFull = z.infer<typeof SettingsFull>

const Outcome = z.object({ unit: z.string(), grade: oneOf(GRADES), limit: z.string() })
const counts = { cases: z.number().int(), unit: z.number().int(), grade: z.number().int(), limit: z.number().int() }

export const SettingsPreview = z.object({
  from: Instant,
  to: Instant,
  /** Filed in that time; how many of them, the newest, were looked at. */
  filed: BoundedCount,
  ...counts,
  categories: z.array(z.object({ label: z.string(), ...counts })),
  examples: z.array(z.object({ caseId: Id, serial: z.string(), title: z.string(), before: Outcome, after: Outcome })),
})
export type SettingsPreview = z.infer<typeof SettingsPreview>

/** How far a version has been taken to open cases. */
export const SettingsApplying = z.object({
  version: Version,
  byName: z.string(),
  at: Instant,
  looked: z.number().int(),
  /** Moved to the version; of these, how many got another limit. */
  moved: z.number().int(),
  limits: z.number().int(),
  finishedAt: Instant.optional(),
})
export type SettingsApplying = z.infer<typeof SettingsApplying>

const draft = { version: Version, settings: CaseSettings }
const wrongDraft = ['casework.settingsStale', 'casework.settingsWrong'] as const

/** 事项设置: a county's categories, questions, limits and thresholds, version by version. */
export const settingsContract = {
  'casework.getSettings': query({
    scope: 'public',
    summary: '现行的事项设置：类别、问题、时限、各种天数；给 version 就是那一版',
    input: z.object({ version: Version.optional() }),
    output: z.object({ version: Version, settings: CaseSettings }),
    errors: [],
  }),
  'casework.readSettings': query({
    scope: 'staff',
    summary: '事项设置的一版全文；不给 version 就是最新的一版（可能还没生效）',
    input: z.object({ version: Version.optional() }),
    output: SettingsFull,
    errors: [],
  }),
  'casework.listSettings': query({
    scope: 'staff',
    summary: '事项设置的各个版本，新的在前：谁、什么时候、为什么、从哪天起、改了什么',
    input: z.object({ limit: z.number().int().min(1).max(20).default(10), cursor: Cursor.optional() }),
    output: page(SettingsVersion),
    errors: [],
  }),
  'casework.checkSettings': query({
    scope: 'staff',
    summary: '一份事项设置草稿有哪些地方不对、和最新的一版差在哪里；不保存',
    input: z.object(draft),
    output: z.object({ wrong: z.array(Wrong), differences: z.array(SettingsDifference) }),
    errors: ['casework.settingsStale'],
  }),
  'casework.previewSettings': query({
    scope: 'staff',
    summary: '最近一个月的事项（最多看最新的 2000 件）按草稿会怎样分派：换单位、换等级、换时限的各多少',
    input: z.object(draft),
    output: SettingsPreview,
    errors: [...wrongDraft],
  }),
  'casework.publishSettings': command({
    summary: '发布新的一版事项设置；version 为改动前看到的一版，须写明理由；不给日子就立即生效',
    input: z.object({ ...draft, reason: text(200), effectiveFrom: Day.optional() }),
    output: z.object({ version: Version }),
    errors: [...wrongDraft, 'casework.settingsUnchanged'],
  }),
  'casework.applySettings': command({
    summary: '把现行的一版用到在办的事上；逐件做，超期的不变',
    input: z.object({ version: Version }),
    output: SettingsApplying,
    errors: ['casework.settingsNotInForce'],
  }),
  'casework.showApplying': query({
    scope: 'staff',
    summary: '新的一版用到在办的事上，做到哪里了',
    input: z.object({}),
    output: z.object({ applying: SettingsApplying.optional() }),
    errors: [],
  }),
  'casework.followSettings': command({
    summary: '一件在办的事改按新的一版设置（系统）',
    input: z.object({ caseId: Id, version: Version.optional() }),
    output: z.object({ done: z.boolean(), isMoved: z.boolean() }),
    errors: ['casework.nothingDue', 'casework.wrongState', 'casework.notYours', 'casework.inArbitration', 'core.staleRevision'],
  }),
}

import { z } from 'zod'
import { looseText, oneOf } from '../../core/fields'
import { GRADES } from '../states'

export const PACES = ['working', 'natural'] as const
export type Pace = (typeof PACES)[number]

const Whole = z.number({ message: '请填数字' }).int('请填整数').min(0, '不能小于 0').max(10_000_000, '数字太大')
const Limits = z.object({ acceptMinutes: Whole, totalMinutes: Whole })
const byGrade = <T extends z.ZodType>(each: T) => z.object({ normal: each, urgent: each })

const Stop = z.object({ number: oneOf(['110', '119', '120']), words: looseText(60) })
const Answer = z.object({ code: z.string().max(40), label: looseText(40), stop: Stop.optional() })
const Question = z.object({ code: z.string().max(40), words: looseText(40), answers: z.array(Answer).max(12, '一个问题最多 12 个选项') })

/** One kind of matter, as a county keeps it. What it means stands at `Category`. */
export const CategorySetting = z.object({
  code: z.string().max(40),
  label: looseText(40),
  department: z.string().max(40).optional(),
  grade: oneOf(GRADES),
  limits: Limits.optional(),
  questions: z.array(Question).max(4, '一个类别最多 4 个问题').optional(),
  family: z.string().max(40).optional(),
  radius: z.object({ villager: Whole.optional(), staff: Whole.optional() }).optional(),
  words: z.array(looseText(20)).max(60, '最多 60 个词').optional(),
  isPrivate: z.literal(true).optional(),
  isPublishable: z.literal(false).optional(),
  isLasting: z.literal(true).optional(),
  isRetired: z.literal(true).optional(),
})
export type CategorySetting = z.output<typeof CategorySetting>

export const MOST_CATEGORIES = 60

/** What a county may say of a kind of case: everything of it that is a word or a number, nothing of its flow. */
export const CaseSettings = z.object({
  categories: z.array(CategorySetting).max(MOST_CATEGORIES, `最多 ${MOST_CATEGORIES} 个类别`),
  limits: byGrade(Limits),
  pace: byGrade(oneOf(PACES)),
  warnMinutes: byGrade(Whole),
  poolMinutes: Whole,
  ratingDays: Whole,
  reopenDays: Whole,
  unmergeDays: Whole,
  lastingDays: byGrade(Whole),
  reopenShare: Whole,
  pauseShare: Whole,
  mostReopenings: Whole,
  askedChildren: Whole,
  returnDays: Whole,
  arbitrationDays: Whole,
  /** Working days for what is not urgent, minutes by the wall clock for what is. */
  arrivalDays: Whole,
  arrivalMinutes: Whole,
  feedbackDays: Whole,
  signDays: Whole,
  headSignDays: Whole,
  hearingDays: Whole,
  phoneListMinutes: Whole,
})
export type CaseSettings = z.output<typeof CaseSettings>

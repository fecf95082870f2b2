import type { z } from 'zod'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { fail, type AppError } from './fail'
import { log } from './log'
import { services } from './services'

// zod's own English sentences are no use to a villager; contract texts are Chinese already.
const CHINESE = /[\u4e00-\u9fff]/

const worded = (issue: z.core.$ZodIssue): string => {
  if (CHINESE.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined ? '请填写这一项' : '填写的格式不对'
  if (issue.code === 'too_big') return `不能超过 ${String(issue.maximum)}`
  if (issue.code === 'too_small') return `不能少于 ${String(issue.minimum)}`
  if (issue.code === 'invalid_value') return '请从给出的选项里选一个'
  return '填写的格式不对'
}

/** Parsed input, or `core.badInput` naming the first field that is wrong and why, in Chinese. */
export const parseInput = (name: OperationName, input: unknown): unknown => {
  const parsed = contracts[name].input.safeParse(input ?? {}, { reportInput: true })
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const field = first?.path.map(String).join('.')
  const fields = parsed.error.issues.slice(0, 20).map((issue) => ({ field: issue.path.map(String).join('.'), message: worded(issue) }))
  return fail('core.badInput', {
    ...(field ? { field } : {}),
    ...(first ? { message: worded(first) } : {}),
    details: { fields },
  })
}

/** Outside production an answer that breaks its contract is an error, not a surprise for a client. */
export const checkAnswer = (name: OperationName, output: unknown): void => {
  if (!services().config.isStrict) return
  const checked = contracts[name].output.safeParse(output)
  if (!checked.success) throw new Error(`${name} broke its contract: ${checked.error.message}`)
}

/** A refusal the contract does not list is a gap in the contract: an error outside production, a line in the log there. */
export const checkRefusal = (name: string, refusal: AppError): void => {
  if (refusal.code.startsWith('core.') || !(name in contracts)) return
  const listed: readonly string[] = contracts[name as OperationName].errors
  if (listed.includes(refusal.code)) return
  if (services().config.isStrict) throw new Error(`${name} refused with ${refusal.code}, which its contract does not list`)
  log.error({ operation: name, code: refusal.code }, 'unlisted refusal')
}

import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import { AppError } from '../../core/fail'

const PASSED_BY: ReadonlySet<string> = new Set<ErrorCode>(['casework.nothingDue', 'casework.wrongState'])

/**
 * To a run over all open cases: this one was closed meanwhile, or done already. Whatever else stood in
 * the way ends the run before its place is noted, so that the next one meets the case again.
 */
export const isPassedBy = (error: unknown): boolean => error instanceof AppError && PASSED_BY.has(error.code)

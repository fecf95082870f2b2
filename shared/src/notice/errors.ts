import type { ErrorTable } from '../core/errors'

export const noticeErrors = {} satisfies ErrorTable

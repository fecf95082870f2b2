import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'

interface About {
  /** Path into the input, such as `place.point`. */
  field?: string
  details?: Record<string, unknown>
  /** Replaces the table's text where the reason is more exact (a zod issue). */
  message?: string
  retryAfterSeconds?: number
}

/** The one error a person may see; everything else is answered as `core.unexpected`. */
export class AppError extends Error {
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    readonly about: About = {},
  ) {
    super(about.message ?? errors[code].text)
    this.name = 'AppError'
    this.status = errors[code].status
  }
}

export const fail = (code: ErrorCode, about?: About): never => {
  throw new AppError(code, about)
}

/** Turns a rule's verdict into a refusal. */
export const refuse = (whyNot: ErrorCode | null, about?: About): void => {
  if (whyNot) fail(whyNot, about)
}
